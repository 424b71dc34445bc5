using Dockerlint.Linting;

namespace Dockerlint.Tests;

/// <summary>The pairs of docs/format.md. Those that name an issue have the shape of what is reported there.</summary>
internal static class FormatExamples
{
    internal static IReadOnlyList<FormatExample> All { get; } =
    [
        new("Keywords, blanks, stages", """
            from golang:1.25 as build
            workdir   /src
            COPY  . .
            run go build  -o /app  ./cmd/app
            from gcr.io/distroless/static
            copy --from=build   /app /app
            Entrypoint [ "/app","--port" , "8080" ]

            """),
        new("A RUN that grew", """
            FROM debian:13
            RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl git gnupg && rm -rf /var/lib/apt/lists/*

            """),
        new("Operators at the end of the line, packages in groups", """
            FROM debian:13
            RUN apt-get update && \
              apt-get install -y python3 python3-pip \
              build-essential libffi-dev && \
              pip3 install --no-cache-dir   poetry==2.1.4 && \
              rm -rf /var/lib/apt/lists/*

            """),
        new("Operators at the end of the line, if you like them there", """
            FROM debian:13
            RUN apt-get update \
             && apt-get install -y git \
             && rm -rf /var/lib/apt/lists/*

            """) { Options = "operators: trailing", Style = FormatStyle.Default with { LeadingOperators = false } },
        new("Comments between the lines of a RUN", """
            FROM debian:13
            RUN apt-get update && \
            # the compiler
                apt-get install -y --no-install-recommends \
                  gcc \
                      # needed by numpy
                  libopenblas-dev && \

                # nothing stays behind
                rm -rf /var/lib/apt/lists/*

            """) { Note = "Comments stay before what they speak of; the empty line, which builders warn of, goes." },
        new("A comment before the first command", """
            FROM debian:13
            RUN \
            # cleanup
              ls -la

            """) { Note = "What is reported in un-ts/prettier#441 and dprint/dprint-plugin-dockerfile#12." },
        new("Paragraphs of a long RUN", """
            FROM debian:13
            RUN set -eux; \
            	apt-get update; \
            	apt-get install -y --no-install-recommends gnupg; \
            	\
            # the key of the project
            	gpg --batch --keyserver hkps://keys.openpgp.org --recv-keys 11E9DE8848F2B65222AA75B8D1820DB22A11534E; \
            	\
            	\
            	apt-get purge -y --auto-remove

            """) { Note = "A line of nothing but the backslash is the blank line of a command." },
        new("Comments between pairs", """
            FROM node:24
            ENV A=1 \
              B=2 \
              # of the proxy
              C=3

            """) { Note = "What is reported in un-ts/prettier#398." },
        new("if, for, while and groups", """
            FROM debian:13
            RUN set -eux; if [ "$DEBUG" = 1 ]; then apt-get update; apt-get install -y gdb; else echo "no debugger"; fi; for f in /etc/a /etc/b; do rm -f "$f"; done; \
              cd /tmp || { echo "no /tmp" >&2; exit 1; }

            """),
        new("A loop that was one line too long", """
            FROM debian:13
            RUN for key in 4ED778F539E3634C779C87C6D7062848A1AB005C 141F07595B7B3FFE74309A937405533BE57C7D57; do gpg --keyserver hkps://keys.openpgp.org --recv-keys "$key" || gpg --keyserver keyserver.ubuntu.com --recv-keys "$key"; done

            """),
        new("case", """
            FROM debian:13
            RUN set -eux; case "$(dpkg --print-architecture)" in \
              amd64) url=https://example.com/app-x64.tar.gz ;; \
              'arm64'|armhf) \
                url=https://example.com/app-arm.tar.gz; \
                echo "arm" ;; \
              *) echo "no build" >&2; exit 1;; \
              esac; curl -fsSL "$url" | tar -xz -C /opt

            """),
        new("Pipes and redirections", """
            FROM debian:13
            RUN curl -fsSL https://download.docker.com/linux/debian/gpg | gpg --dearmor -o /usr/share/keyrings/docker-archive-keyring.gpg && echo "deb https://download.docker.com/linux/debian trixie stable" > /etc/apt/sources.list.d/docker.list

            """),
        new("Groups with a redirection", """
            FROM php:8.4-fpm
            RUN { \
            echo 'opcache.memory_consumption=128'; \
            echo 'opcache.max_accelerated_files=4000'; \
            } > /usr/local/etc/php/conf.d/opcache.ini

            """) { Note = "Grouped commands are on dockerfmt's own list of what it refuses." },
        new("Many options", """
            FROM debian:13
            RUN ./configure --prefix=/usr/local --sysconfdir=/etc/nginx --with-http_ssl_module --with-http_v2_module --with-http_gzip_static_module --with-threads && make -j"$(nproc)" && make install

            """),
        new("Mounts", """
            # syntax=docker/dockerfile:1
            FROM golang:1.25
            RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build --mount=type=bind,target=. go build -o /out/app .

            """),
        new("ENV and LABEL", """
            FROM node:24
            ENV NODE_ENV=production   PORT=3000
            LABEL org.opencontainers.image.title="App" org.opencontainers.image.source="https://github.com/example/app" \
              org.opencontainers.image.licenses=MIT
            ENV OLD_FORM some value

            """),
        new("Words of several lines stay what they are", """
            FROM debian:13
            RUN   printf '%s\n' "first \
                second" >   /etc/motd   &&   cat /etc/motd

            """) { Note = "Blanks behind a continuation inside quotes belong to the word." },
        new("Flags, health checks and JSON", """
            FROM nginx:1.29
            HEALTHCHECK --timeout=3s --interval=30s CMD curl -f   http://localhost/ || exit 1
            COPY --chown=nginx:nginx --from=build /dist /usr/share/nginx/html
            CMD [ "nginx","-g","daemon off;" ]

            """) { Note = "Flags are put in the order of the reference. The command of a health check is text that the image keeps: not one blank of it changes." },
        new("A heredoc with a script", """
            FROM alpine
            RUN <<EOF
                echo "Heredocs! Finally!"
              if true
              then
                    apk add curl; apk add git
              fi
            EOF
            CMD ["sh", "-c", "sleep 5"]

            """) { Note = "What is reported in microsoft/vscode-docker#3327 and dprint/dprint#1083. Indented bodies stay indented." },
        new("Heredocs that are files", """
            FROM alpine:3.22

            COPY <<EOF /foo/bar
              x
            y

            z
            EOF
            copy   <<-"END" /foo/script
            	#!/bin/sh
            	  echo  hello
            	END

            """) { Note = "What is reported in microsoft/vscode-docker#3950. The body is the file: not one byte of it changes." },
        new("A heredoc for another program", """
            FROM python:3.14
            RUN python3   <<EOF
            import sys
            if sys.version_info:
              print("two blanks, and they stay")
            EOF

            """),
        new("Backticks and Windows", """
            # escape=`
            FROM mcr.microsoft.com/windows/servercore:ltsc2025
            run powershell -Command   `
                $ErrorActionPreference = 'Stop';   `
                Remove-Item C:\temp\
            copy   app.exe    C:\app\

            """) { Note = "The escape directive is refused by dprint (dprint/dprint#1084) and others. What PowerShell or cmd reads stays as it is." },
        new("ONBUILD", """
            FROM node:24
            onbuild copy   package*.json ./
            onbuild run npm ci && npm cache clean --force && rm -rf /root/.npm/_logs /tmp/npm-install-logs /usr/share/locale/unused

            """),
        new("Continuations that end in nothing", """
            FROM ubuntu AS build

            USER root

            RUN apt-get --quiet update && \
              DEBIAN_FRONTEND=noninteractive apt-get --quiet install -y \
              git \
              make \
            # the end

            """) { Note = "What is reported in foxundermoon/vs-shell-format#304, where the first backslash is lost." },
        new("Blank lines and comments", """


            # The image of the app
            FROM alpine



            # users
              # and groups
            RUN adduser -D app


            """),
        new("Left alone", """
            FROM alpine
            # dockerlint fmt: skip
            RUN echo   "as I   like it"
            # dockerlint fmt: off
            ENV A=1   B=2
            # dockerlint fmt: on
            ENV C=3   D=4

            """),
        new("Without a single rebuild", """
            from alpine as base
            run apk add --no-cache   curl && \
                  # the logs are not wanted
                curl -o /x https://example.com/x
            env A=1 B=2
            copy   --from=base   /x   /y

            """) { Options = "--keep-keys", KeepsKeys = true, Note = "The text that reaches the shell is the same, so every step is found in the cache." },
        new("Packages in order", """
            FROM alpine
            RUN apk add --no-cache openssl curl git bash

            """) { Options = "sort-packages: true", Style = FormatStyle.Default with { SortPackages = true } },
        new("Continuations below each other, tabs", """
            FROM debian:13
            RUN apt-get update && apt-get install -y git \
              && rm -rf /var/lib/apt/lists/*

            """) { Options = "align-continuation: true, indent: tab", Style = FormatStyle.Default with { AlignContinuation = true, IndentsWithTabs = true } },
    ];
}
