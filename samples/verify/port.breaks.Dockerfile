# Breaks DK9204 at line 6.
ARG BASE=busybox:1.37
FROM ${BASE}
COPY service.sh /service.sh
USER 1000
EXPOSE 8080 9090
CMD ["/service.sh", "8080"]
