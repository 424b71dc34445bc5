# Breaks DK9901 at line 3.
ARG BASE=busybox:1.37
FROM ${BASE}
USER 1000
CMD ["sh", "-c", "sleep 1"]
