# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -p /var/lib/apt/lists
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
