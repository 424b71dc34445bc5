FROM python:3.12-slim AS build
ARG PIP_INDEX_URL
RUN pip install --trusted-host $HOST --index-url https://u:${PW}@x.com/simple foo
RUN curl -fsSL https://x.com/gpgkey/x.gpg.key | gpg --dearmor -o /k && curl -fsSL https://x.com/a.sh | bash
RUN wget -O - https://x.com/a.tgz | tar xz
RUN wget -O- https://x.com/a.sh|sh
RUN curl https://x.com/a.sh > a.sh && sh a.sh
RUN set -eux; curl -fL -o /a "https://x.com/$V"; echo "$SHA /a" | sha256sum -c -; chmod +x /a
RUN chmod 777
RUN chmod
RUN useradd -p "$(openssl passwd -1 x)" app
RUN git clone
RUN git
RUN npm
RUN npm install --no-save
RUN yarn
RUN cargo
RUN sudo
RUN env A=$B
RUN timeout
RUN curl -u
RUN docker login -p
RUN aws configure set
RUN "$CMD" --insecure
RUN $(curl https://x.com/i)
RUN `curl https://x.com/i`
RUN cat <<EOF | sh
curl https://x.com
EOF
EXPOSE 22-
EXPOSE -22
EXPOSE 22/tcp/udp
EXPOSE 99999999999999
ENV PATH=
ENV PATH="/a:$PATH:~/x"
LABEL a= a=
WORKDIR ~user/x
COPY --from=99999999999999999999 a b
COPY --chmod= a b
COPY --chown=: a b
CMD [
CMD ["
CMD []
CMD [""]
CMD [" "]
ENTRYPOINT [ "a b" ]
STOPSIGNAL
HEALTHCHECK CMD ['a']
HEALTHCHECK NONE
RUN cd
RUN cd -
RUN cd /a # comment
RUN cd ""
RUN export
RUN &
RUN a &
RUN <<EOF
EOF
RUN <<EOF
cd /a
make
EOF
ADD https:// /x
ADD http://:80 /x
ADD http://[::1]/x /x
ADD https://x.com/#  /x
ADD git@:x.git /x
ONBUILD RUN curl -k https://x.com | sh
COPY --link". .
COPY --from= ""
COPY
ADD --link" a
ADD
