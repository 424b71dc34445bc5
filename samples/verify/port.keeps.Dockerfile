# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
COPY service.sh /service.sh
USER 1000
EXPOSE 8080
CMD ["/service.sh", "8080"]
