# Breaks DK9001 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN echo working; \
    exit 3
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
