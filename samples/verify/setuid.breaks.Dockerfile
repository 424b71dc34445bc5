# Breaks DK9303 at line 4.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN cp /bin/busybox /bin/tool && chmod 4755 /bin/tool
COPY service.sh /service.sh
USER 1000
CMD ["/service.sh"]
