ARG VERSION=1.2
ARG REG
FROM --platform=$BUILDPLATFORM golang:1.25 AS build
ARG TARGETOS TARGETARCH
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -ldflags "-X main.v=${VERSION}" -o /a
RUN if [ -n "$VERSION" ]; then echo yes; fi
RUN --mount=type=secret,id=x,env=VERSION echo $VERSION
RUN echo ${VERSION%.*} ${#VERSION} '$VERSION' \$VERSION
RUN <<'EOT'
echo $VERSION
EOT
FROM build AS next
RUN echo $TARGETARCH
FROM ${REG}/x
ENTRYPOINT ["/bin/app", "${HOME}"]
ENV A=${VERSION}
CMD exec app $VERSION $PORT
