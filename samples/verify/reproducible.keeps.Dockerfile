# Keeps what its counterpart breaks.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN echo 1.0 > /built
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
