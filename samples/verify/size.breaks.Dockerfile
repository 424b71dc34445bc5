# Breaks DK9301 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN dd if=/dev/zero of=/large bs=1000000 count=12
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
