using System.Text;
using Dockerlint.Testing;

namespace Dockerlint.Benchmarks;

/// <summary>The texts that are measured; all but the corpus are made here, so that figures can be repeated anywhere.</summary>
internal static class Inputs
{
    private const string Stage = """
        # syntax=docker/dockerfile:1
        ARG NODE_VERSION=22.11.0
        FROM --platform=$BUILDPLATFORM node:${NODE_VERSION}-bookworm-slim AS build
        LABEL org.opencontainers.image.title="sample" org.opencontainers.image.licenses='MIT'
        ENV NODE_ENV=production \
            PATH=/app/node_modules/.bin:$PATH
        WORKDIR /app
        # The manifest alone, so that the install step is cached.
        COPY --chown=node:node package.json package-lock.json ./
        RUN --mount=type=cache,target=/root/.npm,sharing=locked \
            set -eux; \
            apt-get update \
            && apt-get install -y --no-install-recommends ca-certificates=20230311 curl=7.88.1-10 git=1:2.39.2-1.1 \
            # lists are of no use in the image
            && rm -rf /var/lib/apt/lists/* \
            && if [ "${NODE_ENV:-x}" = "production" ]; then npm ci --omit=dev; else npm ci; fi
        COPY <<-"EOF" /usr/local/bin/entry
        	#!/bin/sh
        	exec node "$@"
        	EOF
        RUN <<EOF
        set -e
        for f in $(find . -name '*.ts' | sort); do
          echo "checking ${f%.ts}"
          case "$f" in
            ./node_modules/*) continue ;;
            *.d.ts) echo declaration ;;
          esac
        done
        EOF
        RUN curl -fsSL "https://example.com/tool-$(uname -m).tar.gz" | tar -xz -C /usr/local/bin --strip-components=1
        COPY . .
        RUN npm run build && npm prune --omit=dev
        HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD curl -f http://localhost:3000/health || exit 1
        EXPOSE 3000/tcp 9229
        VOLUME ["/data", "/var/log/app"]
        USER node
        STOPSIGNAL SIGTERM
        ENTRYPOINT ["node", "server.js"]
        CMD ["--port", "3000"]

        """;

    /// <summary>About 90 lines, 4 KB: two stages as people write them.</summary>
    internal static string Small { get; } = Stage + Stage.Replace("AS build", "AS final", StringComparison.Ordinal);

    /// <summary>The small file again and again, up to a size in characters.</summary>
    internal static string OfSize(int characters)
    {
        var builder = new StringBuilder(characters + Small.Length);
        while (builder.Length < characters)
        {
            builder.Append(Small);
        }

        return builder.ToString();
    }

    /// <summary>Texts made to hurt, each for a number of parts; the second of two sizes is ten times the first.</summary>
    internal static IReadOnlyList<(string Name, Func<int, string> Make)> Hostile { get; } =
    [
        ("lines: RUN", n => "FROM a\n" + Repeat("RUN apt-get update && ls -l\n", n)),
        ("lines: ENV", n => "FROM a\n" + Repeat("ENV A=b C=$A\n", n)),
        ("lines: different ENV", n => "FROM a\n" + Each("ENV V{0}=x\n", n)),
        ("lines: ARG before FROM", n => Each("ARG V{0}=x\n", n) + "FROM $V1\n"),
        ("lines: COPY --from", n => "FROM a AS x\nFROM b\n" + Repeat("COPY --from=x a b\n", n)),
        ("stages", n => Each("FROM a AS s{0}\nRUN ls\n", n)),
        ("stages: chain", n => "FROM a AS s0\n" + Each("FROM s0 AS t{0}\nCOPY --from=s0 a b\n", n)),
        ("stages on stages", n => "FROM a AS s0\n" + Each("FROM s{0} AS s{1}\n", n)),
        ("one line: words", n => "FROM a\nCOPY " + Repeat("file ", n) + "/d/\n"),
        ("one line: script", n => "FROM a\nRUN ls" + Repeat(" && ls -l", n) + "\n"),
        ("one line: quotes", n => "FROM a\nENV A=" + Repeat("\"a\"'b'", n) + "\n"),
        ("one line: variables", n => "FROM a\nENV A=" + Repeat("${A:-x}", n) + "\n"),
        ("one line: JSON", n => "FROM a\nCMD [" + Repeat("\"a\",", n) + "\"b\"]\n"),
        ("one line: ports", n => "FROM a\nEXPOSE " + Repeat("80 ", n) + "\n"),
        ("flags", n => "FROM a\nRUN " + Repeat("--mount=type=cache,target=/x ", n) + "ls\n"),
        ("flags: unknown", n => "FROM a\nRUN " + Each("--x{0}=y ", n) + "ls\n"),
        ("mount keys", n => "FROM a\nRUN --mount=type=cache" + Repeat(",target=/x", n) + " ls\n"),
        ("heredoc markers", n => "FROM a\nRUN " + Repeat("<<A ", n) + "\n" + Repeat("A\n", n)),
        ("heredoc markers, no body", n => "FROM a\nRUN " + Repeat("<<A ", n) + "\nUSER me\n"),
        ("heredocs without end", n => "FROM a\n" + Repeat("RUN <<A\nls\n", n)),
        ("continuations", n => "FROM a\nRUN ls" + Repeat(" \\\n  && ls", n) + "\n"),
        ("continuations and comments", n => "FROM a\nRUN ls" + Repeat(" \\\n# c\n  && ls", n) + "\n"),
        ("ENV continuations", n => "FROM a\nENV A=b" + Repeat(" \\\n  A=b", n) + "\n"),
        ("comments", n => "FROM a\n" + Repeat("# dockerlint ignore=DL3006\n", n) + "RUN ls\n"),
        ("comments and RUN", n => "FROM a\n" + Repeat("# hadolint ignore=DL3006\nRUN ls\n", n)),
        ("blank lines", n => "FROM a\n" + Repeat("\n", n) + "RUN ls\n"),
        ("unknown instructions", n => "FROM a\n" + Repeat("NONSENSE x\n", n)),
        ("directives", n => Repeat("# escape=`\n", n) + "FROM a\n"),
        ("ONBUILD fired", n => "FROM a AS x\n" + Repeat("ONBUILD RUN ls\n", n) + "FROM x\n"),
        ("shell heredocs", n => "FROM a\nRUN <<X\n" + Repeat("cat <<A\nb\nA\n", n) + "X\n"),
        ("shell words", n => "FROM a\nRUN echo" + Repeat(" \"$a\"${b:-c}`d`$(e)", n) + "\n"),
        ("shell arithmetic turned subshell", n => "FROM a\nRUN echo" + Repeat(" $((a) )", n) + "\n"),
        ("shell quotes left open", n => "FROM a\nRUN echo" + Repeat(" \"$(", n) + "\n"),
        ("shell if", n => "FROM a\nRUN <<X\n" + Repeat("if a; then b; fi\n", n) + "X\n"),
        ("WORKDIR", n => "FROM scratch\n" + Repeat("WORKDIR a\n", n)),
    ];

    /// <summary>The real files of the optional corpus beside the repository; empty without it.</summary>
    internal static IReadOnlyList<string> Corpus { get; } = [.. SharedCorpus.TrainFiles()];

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    private static string Each(string format, int count)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            builder.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, format, i, i + 1);
        }

        return builder.ToString();
    }
}
