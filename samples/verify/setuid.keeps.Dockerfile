# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN cp /bin/busybox /bin/tool && chmod 755 /bin/tool
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
