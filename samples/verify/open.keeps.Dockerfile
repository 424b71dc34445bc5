# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
