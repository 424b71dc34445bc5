# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -m 755 /app && echo x > /app/config && chmod 644 /app/config
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
