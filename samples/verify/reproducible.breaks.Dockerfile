# Breaks DK9101 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN date +%s%N > /built; cat /proc/sys/kernel/random/uuid >> /built
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
