# Breaks DK9202 at line 6.
ARG BASE=busybox:1.37
FROM ${BASE}
RUN echo 'svc:x:0:0::/:/bin/sh' >> /etc/passwd
COPY service.sh /service.sh
USER svc
CMD ["/service.sh"]
