# Breaks DK9209 at line 5.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN mkdir /data
VOLUME /data
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
