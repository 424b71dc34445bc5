# Breaks DK9201 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
USER 1000
CMD ["sh", "-c", "echo no configuration; exit 4"]
