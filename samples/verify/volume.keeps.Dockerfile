# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir /data && chown 1000 /data
VOLUME /data
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
