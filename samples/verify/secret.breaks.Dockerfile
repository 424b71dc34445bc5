# Breaks DK9308 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
ARG NPM_TOKEN=npm_0123456789abcdef
RUN true
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
