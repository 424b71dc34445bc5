# Breaks DK9305 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN echo '-----BEGIN OPENSSH PRIVATE KEY-----' > /key
RUN rm /key
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
