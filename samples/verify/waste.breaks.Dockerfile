# Breaks DK9302 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN dd if=/dev/zero of=/large bs=1000000 count=3
RUN rm /large
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
