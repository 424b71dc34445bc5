# Breaks DK9206 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
USER 1000
CMD sleep 1000; true
