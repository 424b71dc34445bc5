# Breaks DK9306 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir /app && echo PORT=80 > /app/.env
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
