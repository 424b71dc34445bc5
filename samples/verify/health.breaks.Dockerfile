# Breaks DK9203 at line 6.
ARG BASE=busybox:1.37
FROM ${BASE}
COPY service.sh /service.sh
USER 1000
HEALTHCHECK CMD test -f /ready
CMD ["/service.sh"]
