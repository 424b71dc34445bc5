using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// What a fix does to everything around the place it mends: where that would become something else, it is refused or bold.
/// </summary>
public sealed class FixConsequenceTests
{
    [Theory]
    // The working folder of what follows
    [InlineData("DL3003", "FROM a\nRUN cd /srv/app && ls\nWORKDIR srv/app\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nCOPY a b\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nADD a $B\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN make install\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN apt-get install -y ./a.deb\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN echo a > b\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN [\"make\"]\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN --mount=type=bind,target=x true\n")]
    [InlineData("DL3003", "FROM a\nRUN --mount=type=bind,target=x cd /x && make\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN cd y && make\n")]
    [InlineData("DL3003", "FROM a\nCMD [\"python\", \"main.py\"]\nRUN cd /x && make\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nENTRYPOINT [\"/app\"]\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nHEALTHCHECK CMD ./check\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nVOLUME data\n")]
    [InlineData("DL3003", "FROM a\nONBUILD RUN make\nRUN cd /x && make\n")]
    [InlineData("DL3003", "FROM a\nONBUILD COPY . .\nRUN cd /x && make\n")]
    [InlineData("DL3003", "FROM a AS b\nRUN cd /x && make\nFROM b\nCOPY a b\n")]
    [InlineData("DL3003", "FROM a AS b\nRUN cd /x && make\nFROM b AS c\nFROM c\nRUN make\n")]
    [InlineData("DL3003", "ARG D=/srv\nFROM a\nARG D\nWORKDIR $D\nRUN cd /x && make\nCOPY a b\n")]
    [InlineData("DL3003", "FROM a\nRUN cd '/x$y' && make\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make && cd \"$OLDPWD\"\n", 0, 0)]
    [InlineData("DL3003", "FROM a\nARG D=/srv\nWORKDIR /srv\nRUN cd $D && make\n")]
    [InlineData("DL3003", "FROM a\nRUN ! cd /a && b\n", 0, 0)]
    [InlineData("DL4006", "ARG B=debian:12\nFROM $B\nRUN x | y\n")]
    [InlineData("DL4006", "ARG V=3\nFROM python:$V\nRUN x | y\n")]
    [InlineData("DL3045", "ARG B=debian:12\nFROM $B\nCOPY a b\n")]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y x \\\n\nENV A=1\n", 1)]
    [InlineData("DK1005", "FROM a\nCOPY package.json .\nRUN npm ci && npm cache clean --force\n")]
    [InlineData("DK1005", "FROM a\nCOPY r.txt .\nRUN pip install -r r.txt --cache-dir=/c\n", 0, 0)]
    // Package lists and caches that something reads later
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y a\nRUN apt-get install -y b && apt-get update && apt-get "
        + "install -y c && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("DL3009", "FROM a AS b\nRUN apt-get update && apt-get install -y a\nFROM b\nRUN apt-get install -y b\n")]
    [InlineData("DL3009", "FROM a\nONBUILD RUN apt-get install -y b\nRUN apt-get update && apt-get install -y a\n")]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y a\nRUN [\"apt-get\", \"install\", \"-y\", \"b\"]\n")]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y a\nRUN apt-cache policy a\n")]
    [InlineData("DL3009", "FROM a AS b\nRUN apt-get update && apt-get install -y a\nFROM b AS c\nFROM a\nCOPY --from=c /var/lib /var/lib\n",
        0, 0)]
    [InlineData("DL3040", "FROM a\nRUN dnf install -y a-1\nRUN dnf -C install -y b-1 && dnf clean all\n")]
    [InlineData("DL3040", "FROM a\nRUN dnf install -y --downloadonly a-1\n")]
    [InlineData("DL3040", "FROM a\nRUN sudo dnf install -y a-1\n")]
    [InlineData("DL3032", "FROM a\nUSER app\nRUN yum install -y a-1\n")]
    [InlineData("DL3036", "FROM a\nRUN zypper -n in a=1\nRUN zypper -n --no-refresh in b=1 && zypper clean\n")]
    [InlineData("DL3060", "FROM a\nRUN corepack enable\nRUN yarn install\n")]
    [InlineData("DL3060", "FROM a\nCOPY .yarn .yarn\nRUN yarn install --immutable\n")]
    [InlineData("DL3060", "FROM a\nRUN yarn install\nRUN yarn install --production --offline && yarn cache clean\n")]
    [InlineData("DL3019", "FROM a\nRUN apk add -U a\nRUN apk add b && rm -rf /var/cache/apk/*\n")]
    [InlineData("DL3042", "FROM a AS b\nRUN pip install --cache-dir /c x\n")]
    [InlineData("DL3042", "FROM a AS b\nRUN pip install x\nFROM b\nRUN cp -r /root/.cache/pip /c\n")]
    // Shells that may not be there, or mean something else to what follows
    [InlineData("DL4006", "FROM a\nRUN x | y\n")]
    [InlineData("DL4006", "FROM ghcr.io/a/debian:12\nRUN x | y\n")]
    [InlineData("DL4006", "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN x | y\n", 0, 0)]
    [InlineData("DL4006", "FROM python:3.13-windowsservercore\nRUN x | y\n", 0, 0)]
    [InlineData("DL4006", "FROM --platform=windows/amd64 golang:1.25\nRUN x | y\n", 0, 0)]
    [InlineData("DL4006", "FROM scratch\nRUN x | y\n")]
    [InlineData("DL4006", "FROM debian:12\nRUN x | y\nCMD a\n")]
    [InlineData("DL4006", "FROM debian:12 AS b\nRUN x | y\nFROM b\nENTRYPOINT a\n")]
    [InlineData("DL4006", "FROM debian:12\nRUN x | y\nRUN echo 'a\\tb' > /c\n")]
    [InlineData("DL4006", "FROM debian:12\nSHELL [\"/bin/sh\", \"-c\"]\nRUN x | y\n")]
    // What recommended packages bring
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y gcc\n")]
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y jq gnupg\n")]
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y ./a.deb\n")]
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y curl$VERSION\n")]
    // Lock files nobody has seen
    [InlineData("DK5002", "FROM a\nCOPY package*.json ./\nRUN npm install\n")]
    [InlineData("DK5002", "FROM a\nCOPY package.json bun.lock* ./\nRUN bun install\n")]
    [InlineData("DK5002", "FROM a\nWORKDIR /api\nCOPY web/package-lock.json /web/\nRUN npm install\n")]
    [InlineData("DK5002", "FROM a\nCOPY package.json package-lock.json ./\nRUN cd web && npm install\n")]
    // A copy that would move past what writes beside it
    [InlineData("DK1001", "FROM a\nCOPY . .\nRUN echo X=1 >> .env\nRUN npm ci\n")]
    [InlineData("DK1001", "FROM a\nCOPY . .\nRUN mkdir build\nRUN npm ci\n")]
    // Packages without a signature, and addresses without https
    [InlineData("DK2005", "FROM a\nRUN apk add --allow-untrusted /tmp/a.apk\n")]
    [InlineData("DK2005", "FROM a\nRUN apk add --allow-untrusted *.apk\n")]
    [InlineData("DK2005", "FROM a\nRUN apk add --allow-untrusted $PKG\n")]
    [InlineData("DK2005", "FROM a\nRUN apk add --allow-untrusted --repository http://a/b c\n")]
    [InlineData("DK2005", "FROM a\nRUN yum install -y --nogpgcheck https://a/b.rpm\n")]
    [InlineData("DK2005", "FROM a\nRUN dnf install -y --nogpgcheck ./b.rpm\n")]
    [InlineData("DK2005", "FROM a\nRUN rpm -i --nosignature b.rpm\n")]
    [InlineData("DK2005", "FROM a\nRUN echo 'deb http://a b c' > /etc/apt/sources.list.d/a.list\nRUN apt-get install -y "
        + "--allow-unauthenticated x\n")]
    [InlineData("DK2014", "FROM a\nRUN wget http://example.com:8080/a.tar\n")]
    [InlineData("DK2014", "FROM a\nRUN wget http://93.184.216.34/a.tar\n")]
    // A WORKDIR that nobody has chosen
    [InlineData("DL3045", "FROM a\nCOPY a b\n")]
    [InlineData("DL3045", "FROM ghcr.io/a/b:1\nCOPY a b\n")]
    [InlineData("DL3045", "FROM debian:12\nCOPY a b\nCOPY a $B/c\nCOPY [\"a\", \"b\"]\n")]
    // Owners that COPY reads differently, and files that others bring
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R john.doe /srv/app\n")]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R app: /srv/app\n")]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R :app /srv/app\n")]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nCOPY conf /srv/app/conf\nRUN chown -R 1:1 /srv/app\n")]
    [InlineData("DK4004", "FROM a\nRUN mkdir -p /srv/app/data\nCOPY app /srv/app\nRUN chown -R 1:1 /srv/app\n")]
    [InlineData("DK4004", "FROM a\nWORKDIR /srv\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nRUN chown -R 1:1 /srv\n")]
    [InlineData("DK4004", "FROM php:8\nCOPY composer.json ./\nRUN composer install\nCOPY . /var/www/html\nRUN chown -R a:a "
        + "/var/www/html\n")]
    // Bytes that are no UTF-8, arguments that the shell drops
    [InlineData("DL3025", "FROM a\nCMD \\x86\n")]
    [InlineData("DL3025", "FROM a\nENTRYPOINT run it\nCMD [\"x\"]\n")]
    [InlineData("DL4000", "FROM a\nMAINTAINER \\x86\n")]
    [InlineData("DL4000", "FROM a\nLABEL org.opencontainers.image.authors=\"b\"\nMAINTAINER a\n")]
    [InlineData("LegacyKeyValueFormat", "FROM a\nENV A \\x86\n")]
    [InlineData("LegacyKeyValueFormat", "FROM a\nLABEL a = 1 b = 2\n")]
    [InlineData("DK6025", "FROM a\nRUN [\"\\x86 b\"]\n")]
    // An instruction that is part of another
    [InlineData("NoEmptyContinuation", "FROM a\nRUN apk add x \\\n\nCOPY a /b\n")]
    [InlineData("NoEmptyContinuation", "FROM a\nRUN apk add x \\\n\n# why\n\n  COPY a /b\n")]
    // Numbers of other users, secrets, shared folders
    [InlineData("DL3066", "FROM a\nRUN useradd -u 1001 -G app bob\nUSER app\n")]
    [InlineData("DK6010", "FROM a\nARG API_TOKEN\nCMD x $API_TOKEN\n")]
    [InlineData("DK1005", "FROM a\nCOPY settings.xml /root/.m2/\nCOPY pom.xml .\nRUN mvn package\n")]
    public void Nothing_is_offered_where_something_else_would_change(string id, string text, int fixes = 0, int atLeast = 1)
    {
        var found = Lint(id, text);
        Assert.True(found.Count >= atLeast, "nothing is found");
        Assert.Equal(fixes, found.Sum(finding => finding.Fixes.Count(fix => fix.Applicability != Applicability.Manual)));
    }

    [Theory]
    [InlineData("DL3003", "FROM a\nWORKDIR /srv\nRUN cd /x && make\nCOPY a b\n",
        "FROM a\nWORKDIR /srv\nWORKDIR /x\nRUN make\nWORKDIR /srv\nCOPY a b\n", Applicability.Unsafe)]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nWORKDIR /y\nCOPY a b\nCMD x\n",
        "FROM a\nWORKDIR /x\nRUN make\nWORKDIR /y\nCOPY a b\nCMD x\n", Applicability.Unsafe)]
    [InlineData("DL3003", "FROM a\nRUN cd /x && make\nRUN cd /y && make\nCOPY a /b\nRUN apt-get install -y curl && rm -rf /z\n",
        "FROM a\nWORKDIR /x\nRUN make\nRUN cd /y && make\nCOPY a /b\nRUN apt-get install -y curl && rm -rf /z\n", Applicability.Unsafe)]
    [InlineData("DL3003", "FROM a\nWORKDIR /srv/\nRUN cd /srv && make\nCOPY a b\n", "FROM a\nWORKDIR /srv/\nRUN make\nCOPY a b\n",
        Applicability.Safe)]
    [InlineData("DK6013", "FROM a\nRUN cd /srv\n", "FROM a\nWORKDIR /srv\n", Applicability.Unsafe)]
    [InlineData("DK6013", "FROM a\nRUN cd /srv || exit 1\n", "FROM a\nWORKDIR /srv\n", Applicability.Unsafe)]
    [InlineData("DK6013", "FROM a\nRUN cd /srv\nCOPY a b\n", "FROM a\nWORKDIR /srv\nCOPY a b\n", Applicability.Manual)]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y a\nRUN ./install.sh\n",
        "FROM a\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\nRUN ./install.sh\n", Applicability.Unsafe)]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y a\nRUN apt-get update && apt-get install -y b && rm -rf "
        + "/var/lib/apt/lists/*\n", "FROM a\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\nRUN apt-get "
        + "update && apt-get install -y b && rm -rf /var/lib/apt/lists/*\n", Applicability.Safe)]
    [InlineData("DL3009", "FROM a\nRUN apt-get update \\\n && apt-get install -y \\\n      a\n",
        "FROM a\nRUN apt-get update \\\n && apt-get install -y \\\n      a \\\n && rm -rf /var/lib/apt/lists/*\n", Applicability.Safe)]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && \\\n\tapt-get install -y \\\n\t\ta\n",
        "FROM a\nRUN apt-get update && \\\n\tapt-get install -y \\\n\t\ta && \\\n\trm -rf /var/lib/apt/lists/*\n", Applicability.Safe)]
    [InlineData("DL3009", "# escape=`\r\nFROM a\r\nRUN apt-get update && apt-get install -y `\r\n  a\r\n",
        "# escape=`\r\nFROM a\r\nRUN apt-get update && apt-get install -y `\r\n  a `\r\n  && rm -rf /var/lib/apt/lists/*\r\n",
        Applicability.Safe)]
    [InlineData("DL3019", "FROM a\nRUN apk add -U a\nRUN apk add --no-cache b\n",
        "FROM a\nRUN apk add --no-cache -U a\nRUN apk add --no-cache b\n", Applicability.Safe)]
    [InlineData("DL3060", "FROM a\nRUN yarn install\n", "FROM a\nRUN yarn install && yarn cache clean\n", Applicability.Unsafe)]
    [InlineData("DL4006", "FROM busybox:1.37\nRUN x | y\n",
        "FROM busybox:1.37\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN x | y\n", Applicability.Unsafe)]
    [InlineData("DL4006", "FROM python:3.13-alpine\nRUN x | y\n",
        "FROM python:3.13-alpine\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN x | y\n", Applicability.Unsafe)]
    [InlineData("DL4006", "FROM docker.io/library/debian:12\nRUN x | y\nCMD [\"a\"]\n",
        "FROM docker.io/library/debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN x | y\nCMD [\"a\"]\n",
        Applicability.Unsafe)]
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y \\\n    curl \\\n    jq\n",
        "FROM debian:12\nRUN apt-get install --no-install-recommends -y \\\n    curl \\\n    ca-certificates \\\n    jq\n",
        Applicability.Unsafe)]
    [InlineData("DL3015", "FROM debian:12\nRUN apt-get install -y ca-certificates git=1\n",
        "FROM debian:12\nRUN apt-get install --no-install-recommends -y ca-certificates git=1\n", Applicability.Unsafe)]
    [InlineData("DL3027", "FROM a\nRUN apt upgrade -y\n", "FROM a\nRUN apt-get upgrade --with-new-pkgs -y\n", Applicability.Safe)]
    [InlineData("DL3027", "FROM a\nRUN apt show x > /y\n", "FROM a\nRUN apt-cache show x > /y\n", Applicability.Unsafe)]
    [InlineData("DK2005", "FROM a\nRUN apt-get install --force-yes x\n", "FROM a\nRUN apt-get install -y x\n", Applicability.Unsafe)]
    [InlineData("DL3045", "FROM alpine:3\nCOPY a ./\nADD b lib/\nRUN x\n", "FROM alpine:3\nCOPY a /\nADD b /lib/\nRUN x\n",
        Applicability.Unsafe)]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R postgres.postgres /srv/app\n",
        "FROM a\nCOPY --chown=postgres:postgres app /srv/app\n", Applicability.Unsafe)]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R 1000.50 /srv/app\n", "FROM a\nCOPY --chown=1000:50 app /srv/app\n",
        Applicability.Unsafe)]
    [InlineData("DK4004", "FROM a\nCOPY app /srv/app\nRUN chown -R app /srv/app\n", "FROM a\nCOPY --chown=app:0 app /srv/app\n",
        Applicability.Unsafe)]
    [InlineData("DL3025", "FROM a\nCMD g++ é\n", "FROM a\nCMD [\"g++\", \"é\"]\n", Applicability.Unsafe)]
    [InlineData("DL4000", "FROM a\nMAINTAINER \"Jo\" <j@x>\n", "FROM a\nLABEL org.opencontainers.image.authors=\"Jo <j@x>\"\n",
        Applicability.Unsafe)]
    [InlineData("DL4000", "FROM a\nMAINTAINER Jo \"x\" $y\n", "FROM a\nLABEL org.opencontainers.image.authors=\"Jo \\\"x\\\" \\$y\"\n",
        Applicability.Unsafe)]
    [InlineData("MaintainerDeprecated", "FROM a\nmaintainer 'Jo' j@x\n", "FROM a\nlabel org.opencontainers.image.authors=\"Jo j@x\"\n",
        Applicability.Unsafe)]
    [InlineData("LegacyKeyValueFormat", "FROM a\nLABEL k = \"v w\"\n", "FROM a\nLABEL k=\"v w\"\n", Applicability.Unsafe)]
    [InlineData("ConsistentInstructionCasing", "From a as b\nRUN x\n", "FROM a AS b\nRUN x\n", Applicability.Safe)]
    [InlineData("LegacyKeyValueFormat", "FROM a\nENV k =v\n", "FROM a\nENV k=v\n", Applicability.Unsafe)]
    [InlineData("NoEmptyContinuation", "FROM a\nRUN a && \\\n\nenv X=1 b\n", "FROM a\nRUN a && \\\nenv X=1 b\n", Applicability.Unsafe)]
    [InlineData("NoEmptyContinuation", "FROM a\nRUN a \\\n\n\n  b\n", "FROM a\nRUN a \\\n  b\n", Applicability.Safe)]
    [InlineData("DK6030", "FROM a\nRUN apk add x \\\n\n# why\nCOPY a /b\n", "FROM a\nRUN apk add x\n\n# why\nCOPY a /b\n",
        Applicability.Unsafe)]
    [InlineData("DK1005", "FROM a\nCOPY pom.xml package.json ./\nRUN npm ci --omit=dev --ignore-scripts \\\n  && npm run x\n",
        "FROM a\nCOPY pom.xml package.json ./\nRUN --mount=type=cache,target=/root/.npm \\\n  npm ci --omit=dev --ignore-scripts \\\n  "
        + "&& npm run x\n", Applicability.Unsafe)]
    [InlineData("DK1005", "FROM a\nCOPY pyproject.toml ./\nRUN \\\n  poetry install\n",
        "FROM a\nCOPY pyproject.toml ./\nRUN --mount=type=cache,target=/root/.cache/pypoetry/cache \\\n  "
        + "--mount=type=cache,target=/root/.cache/pypoetry/artifacts \\\n  poetry install\n", Applicability.Unsafe)]
    [InlineData("DK1001", "FROM a\nCOPY . .\nRUN echo X=1 >> .env && npm ci\n",
        "FROM a\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN echo X=1 >> .env && npm ci\n", Applicability.Unsafe)]
    [InlineData("DK1001", "FROM a\nCOPY . .\nRUN cat .env && npm ci\n",
        "FROM a\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN cat .env && npm ci\n", Applicability.Unsafe)]
    [InlineData("DL3020", "FROM a\nADD data.bin /x/\n", "FROM a\nCOPY data.bin /x/\n", Applicability.Unsafe)]
    [InlineData("DL3059", "FROM a\nRUN umask 077 x\nRUN b\nRUN c\n", "", Applicability.Safe)]
    [InlineData("DK6011", "FROM a\nRUN <<-EOF\n\t#!/bin/sh\n\ta\n\tb\n\tEOF\n",
        "FROM a\nRUN <<-EOF\n\t#!/bin/sh\nset -e\n\ta\n\tb\n\tEOF\n", Applicability.Unsafe)]
    public void The_fix_keeps_what_stands_around_it(string id, string text, string expected, Applicability applicability)
    {
        var fixes = Lint(id, text)[0].Fixes;
        if (expected.Length == 0)
        {
            Assert.Empty(fixes);
            return;
        }

        Assert.Equal(expected, fixes[0].Edits.Apply(text));
        Assert.Equal(applicability, fixes[0].Applicability);
    }

    [Theory]
    [InlineData("FROM debian:12\nRUN a | b\nRUN c | d\n",
        "FROM debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\nRUN c | d\n")]
    [InlineData("FROM debian:12 AS x\nRUN a | b\nFROM x\nRUN c | d\n",
        "FROM debian:12 AS x\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\nFROM x\nRUN c | d\n")]
    public void One_SHELL_mends_all_pipes_behind_it(string text, string expected)
    {
        var linter = new Linter(RuleCatalog.All.Where(rule => rule.Info.Id == "DL4006"));
        var result = new FixLoop(linter, new FixSelection(Applicability.Unsafe)).Run(new LintInput(SourceText.From(text)));
        Assert.Equal(expected, result.Source.Text);
        Assert.Empty(result.After.Diagnostics);
    }

    [Theory]
    [InlineData("FROM a\nRUN cd /a && b\nRUN cd /a && c\nRUN cd /b && d\n", "FROM a\nWORKDIR /a\nRUN b\nRUN c\nWORKDIR /b\nRUN d\n")]
    [InlineData("FROM a\nWORKDIR /s\nRUN cd /a && b\nRUN cd /a && c\nCOPY d e\n",
        "FROM a\nWORKDIR /s\nWORKDIR /a\nRUN b\nWORKDIR /s\nWORKDIR /a\nRUN c\nWORKDIR /s\nCOPY d e\n")]
    public void A_folder_is_set_once_for_the_RUNs_that_change_to_it(string text, string expected)
    {
        var linter = new Linter(RuleCatalog.All.Where(rule => rule.Info.Id == "DL3003"));
        Assert.Equal(
            expected, new FixLoop(linter, new FixSelection(Applicability.Unsafe)).Run(new LintInput(SourceText.From(text))).Source.Text);
    }

    // Edits at one place must not be glued together.
    [Theory]
    [InlineData("FROM a\nWORKDIR /s\nCOPY . .\nRUN dotnet restore\nRUN dotnet publish\n",
        "FROM a\nWORKDIR /s\nCOPY *.csproj ./\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish\n")]
    [InlineData("FROM python:3\nCOPY requirements.txt /\nRUN pip install -r /requirements.txt\n",
        "FROM python:3\nCOPY requirements.txt /\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r /requirements.txt\n")]
    [InlineData("FROM a\nARG P\nCMD x $P\nHEALTHCHECK CMD y $P\n", "FROM a\nARG P\nENV P=$P\nCMD x $P\nHEALTHCHECK CMD y $P\n")]
    public void Fixes_of_one_place_go_one_after_the_other(string text, string expected)
    {
        var linter = new Linter(RuleCatalog.For(Profile.Strict), new LintConfig { Profile = Profile.Strict });
        Assert.Equal(
            expected, new FixLoop(linter, new FixSelection(Applicability.Unsafe)).Run(new LintInput(SourceText.From(text))).Source.Text);
    }

    [Theory]
    [InlineData("from a\nRUN x\nB=\"b.py\"\nRun y\n", "Run")]
    [InlineData("FROM a\nRUN x\nb=\"b.py\"\nC=d e\n")]
    [InlineData("FROM a\nRUN <<EOF\nrun x\nEOF\nONBUILD run y\n")]
    public void Only_the_keywords_of_instructions_have_a_casing(string text, params string[] keywords) =>
        Assert.Equal(keywords.Length == 0 ? [] : ["from", .. keywords], Lint("ConsistentInstructionCasing", text)
            .Select(found => text.Substring(found.Span.Start, found.Span.Length)));

    [Theory]
    [InlineData("FROM a\nRUN apk add x \\\n\nCOPY a /b\n", "COPY")]
    [InlineData("FROM a\nCOPY a b /c/ \\\nRUN make\n", "RUN")]
    [InlineData("FROM a\nENV A=1 \\\n\n# why\n  WORKDIR /x\n", "WORKDIR")]
    [InlineData("FROM a\nRUN a && \\\nFROM b\n", "FROM")]
    [InlineData("FROM a\nHEALTHCHECK --interval=5s \\\nCMD a\nONBUILD \\\nRUN x\n")]
    [InlineData("FROM a\nRUN psql -c \" \\\nCOPY a FROM b\"\nRUN x \\\n  USER\nRUN a \\\n  COPY b /c\n")]
    [InlineData("FROM a\nRUN a && \\\n\nenv X=1 b\nRUN <<EOF\na \\\n\nCOPY a /b\nEOF\n")]
    public void An_instruction_that_the_line_above_swallows_is_an_error(string text, string? keyword = null)
    {
        var found = Lint("DK6030", text);
        Assert.Equal(keyword is null ? [] : [keyword], found.Select(finding => text.Substring(finding.Span.Start, finding.Span.Length)));
        Assert.All(found, finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Theory]
    // hadolint reports sudo in any word of the list, and pipes in a shell it does not know; BuildKit sees what the default profile does
    // not.
    [InlineData("FROM a:1\n# hadolint ignore=DL3003\nRUN cd /tmp/x && make\n", false)]
    [InlineData("FROM a:1\n# hadolint ignore=DL3004\nRUN make\n", true)]
    [InlineData("FROM a:1\n# dockerlint ignore=DL3004 -- why\nRUN make\n", true)]
    public void A_comment_that_another_profile_needs_is_not_unused(string text, bool isUnused)
    {
        var found = new Linter(RuleCatalog.For(Profile.Strict), new LintConfig { Profile = Profile.Strict }).Lint(SourceText.From(text));
        Assert.Equal(isUnused, found.Any(finding => finding.RuleId == Linter.UnusedSuppressionId));
    }

    [Fact]
    public void What_cannot_be_written_as_JSON_is_reported_all_the_same()
    {
        var source = SourceText.FromBytes("FROM t\nCMD \x86\n".Select(c => (byte)c).ToArray(), "Dockerfile");
        var found = new Linter(RuleCatalog.For(Profile.Default)).Lint(source);
        Assert.Contains(found, finding => finding.RuleId == "DL3025");
        Assert.DoesNotContain(found, finding => finding.RuleId == Linter.InternalErrorId);
    }

    [Fact]
    public void Installed_packages_of_the_context_are_not_copied_over_the_new_ones()
    {
        const string Text = "FROM node:22\nCOPY . .\nRUN npm ci\n";
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == "DK1001");
        IReadOnlyList<Fix> Fixes(params string[] files) =>
            Assert.Single(
                new Linter([rule]).Lint(new LintInput(SourceText.From(Text)) { Context = ContextCase.Of(files, null) }).Diagnostics).Fixes;

        Assert.NotEmpty(Fixes("package.json", "package-lock.json", "a.js"));
        Assert.Empty(Fixes("package.json", "node_modules/a/i.js"));
        Assert.Empty(Fixes("package.json", ".npmrc"));
    }

    private static List<Diagnostic> Lint(string id, string text) =>
        [.. new Linter(RuleCatalog.All.Where(rule => rule.Info.Id == id), MarkedCase.Config)
            .Lint(SourceText.From(text.Replace("\\x86", "\uDC86", StringComparison.Ordinal))).Where(finding => finding.RuleId == id)];
}
