# Breaks DK9304 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -m 755 /app && echo x > /app/config && chmod 666 /app/config
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
