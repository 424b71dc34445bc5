// What the playground begins with. The first one is shown when the page is opened.
export const examples = [
  {
    name: "A service that builds everything again",
    text: `FROM node:24 AS web
WORKDIR /web
COPY . .
RUN npm install
RUN npm run build

FROM python:3.13
ARG COMMIT=unknown
LABEL org.opencontainers.image.revision=$COMMIT
WORKDIR /app
RUN apt-get update && apt-get install -y git
COPY . .
RUN pip install -r requirements.txt
COPY --from=web /web/dist static
CMD python -m app
`,
    ignore: ".git\ndocs\n",
    files: "package.json\npackage-lock.json\nrequirements.txt\nREADME.md\nsrc/index.ts\nsrc/menu.ts\napp/__init__.py\napp/views.py\ndocs/guide.md\n",
  },
  {
    name: "The same, in the order of a cache",
    text: `FROM node:24 AS web
WORKDIR /web
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
RUN npm run build

FROM python:3.13
WORKDIR /app
RUN apt-get update \\
 && apt-get install -y --no-install-recommends git \\
 && rm -rf /var/lib/apt/lists/*
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY app app
COPY --from=web /web/dist static
USER 1000
CMD ["python", "-m", "app"]
ARG COMMIT=unknown
LABEL org.opencontainers.image.revision=$COMMIT
`,
    ignore: ".git\ndocs\n",
    files: "package.json\npackage-lock.json\nrequirements.txt\nREADME.md\nsrc/index.ts\nsrc/menu.ts\napp/__init__.py\napp/views.py\ndocs/guide.md\n",
  },
  {
    name: "Wrong in many ways",
    text: `from ubuntu
MAINTAINER somebody@example.org
ENV API_TOKEN=abc123
RUN sudo apt-get update
RUN apt-get install curl && cd /tmp && curl http://example.org/install.sh | sh
ADD app.tar.gz /opt
ADD config.json /etc/app/
WORKDIR opt/app
EXPOSE 80000
CMD ./start
CMD ["./start"]
`,
  },
  {
    name: "Shell in a RUN",
    text: `FROM debian:12-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN for f in $(ls *.txt); do echo $f; done \\
 && [ -n $HOME ] && cat list | grep x > out
RUN <<EOF
set -e
name = value
if [ $name == value ]; then
  echo "yes"
fi
EOF
`,
  },
  {
    name: "Variables of stages and builds",
    text: `ARG DEBIAN=12
FROM debian:\${DEBIAN}-slim AS base
ARG DEBIAN
ENV APP_HOME=/srv/app
WORKDIR $APP_HOME

FROM base AS build-amd64
ENV ARCHITECTURE=x86_64
FROM base AS build-arm64
ENV ARCHITECTURE=aarch64

FROM build-\${TARGETARCH}
ARG VERSION=1.0
RUN echo "$APP_HOME $ARCHITECTURE $VERSION \${UNSET:-nothing}"
COPY --from=build-amd64 $APP_HOME/ ./
`,
  },
];
