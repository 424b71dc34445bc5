# The program as one native binary in an image that holds nothing else:
#   docker build -t dockerlint .
#   docker run --rm -v "$PWD":/src:ro dockerlint lint .

FROM mcr.microsoft.com/dotnet/sdk:10.0.100-noble AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

# The native compiler links with gcc and zlib.
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends gcc=4:13.2.* libc6-dev=2.39-* zlib1g-dev=1:1.3.*

WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY src/ src/
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/Cli -c Release --use-current-runtime -o /publish

# Besides itself the program needs the C library and its loader, at the places where it was linked against them.
RUN mkdir -p /image/usr/local/bin /image/src && cp /publish/dockerlint /image/usr/local/bin/ \
    && ldd /publish/dockerlint | grep -o '/[^ ]*' | xargs cp --parents --dereference -t /image

FROM scratch
COPY --from=build /image/ /
WORKDIR /src
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/dockerlint"]
CMD ["lint", "."]
