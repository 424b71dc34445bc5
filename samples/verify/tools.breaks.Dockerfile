# Breaks DK9309 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -p /usr/bin && cp /bin/busybox /usr/bin/make
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
