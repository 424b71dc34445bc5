# Breaks DK9208 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir -m 700 /app
WORKDIR /app
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
