# Breaks DK9307 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -p /var/lib/apt/lists && dd if=/dev/zero of=/var/lib/apt/lists/main bs=1000 count=200
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
