# Breaks DK9207 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
USER 1000
CMD ["server", "--port", "80"]
