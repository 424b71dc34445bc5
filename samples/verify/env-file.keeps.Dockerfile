# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir /app && echo PORT=80 > /app/.env.example
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
