# Breaks DK9210 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -m 777 /state && chmod 1777 /state
CMD ["sh", "-c", "touch /state/x || exit 3; exec /service.sh"]
COPY service.sh /service.sh
USER 1000
