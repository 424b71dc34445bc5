using System.Text;
using Dockerlint.Rules;
using Dockerlint.Testing;

namespace Dockerlint.Fuzz;

/// <summary>
/// What inputs are made from: the examples of the rules, the samples, real Dockerfiles where there are any, and a few lines of each kind.
/// </summary>
internal static class FuzzCorpus
{
    // Of real files pieces are taken; a whole one costs the time of twenty small ones.
    private const int LongestPiece = 600;

    private static readonly Lazy<IReadOnlyList<byte[]>> s_dockerfiles =
        new(() => [.. Examples().Concat(Samples()).Concat(Snippets()).Concat(Real())]);

    private static readonly Dictionary<FuzzKind, byte[][]> s_others = new()
    {
        [FuzzKind.Config] = Texts(
            "profile: strict\nedition: 2026\nselect: [DL3008]\nignore: [DL3006, \"SC2086\"]\nrules:\n  DL3008: error\n  DK1001: "
            + "{severity: info}\n",
            "extends: ../base.yaml\noverrides:\n  - paths: [\"a/**\"]\n    ignore: [DL3006]\nexclude: [\"x/\"]\n",
            "trusted-registries: [docker.io, \"*.example.org\"]\nlabel-schema: {author: text, version: semver}\nstrict-labels: true\n",
            "build-args: {A: b}\nnamed-contexts: [c]\nimages: [{name: a/*, like: b/*, has: [curl]}]\noutput-stages: "
            + "[test]\nfailure-threshold: warning\nformats: [sarif, text]\nshellcheck: off\n",
            "x: &a [DL3006]\nignore: *a\nverify: {max-size: 200MB}\nverify-changes: [a]\n"),
        [FuzzKind.Hadolint] = Texts(
            "ignored:\n  - DL3008\n  - SC2086\noverride:\n  error: [DL3006]\n  style:\n    - DL3015\ntrustedRegistries:\n  - docker.io\n",
            "failure-threshold: info\nformat: tty\nlabel-schema:\n  author: text\n  \"a b\": url\nstrict-labels: true\nno-fail: "
            + "yes\ndisable-ignore-pragma: off\nverbose: false\n"),
        [FuzzKind.Compose] = Texts(
            "services:\n  a:\n    build: .\n  b:\n    build: {context: ./b, dockerfile: D, target: x, args: {K: v, E: \"${HOME:-x}\"}}\n",
            "include: [other.yaml, {path: [x.yaml]}]\nservices:\n  c:\n    extends: {service: a, file: base.yaml}\n    build:\n      "
            + "dockerfile_inline: |\n        FROM alpine\n      args: [A=b, C]\n",
            "x-a: &a {context: .}\nservices:\n  d: {build: {<<: *a, additional_contexts: {n: ../n}}}\n---\nservices: {}\n"),
        [FuzzKind.Json] = Texts(
            "{\"target\":{\"a\":{\"context\":\".\",\"inherits\":[\"b\"],\"matrix\":{\"v\":[\"1\",2,true]},\"name\":\"a-${v}\"},\"b\":{\"args\":{\"A\":\"${X}\"},\"contexts\":{\"n\":\"target:b\"}}},\"variable\":{\"X\":{\"default\":\"y\"}}}",
            "{\"version\":1,\"findings\":[{\"file\":\"a\",\"rule\":\"DL3006\",\"fingerprint\":\"00\"}]}",
            "{\"steps\":[{\"line\":2,\"instruction\":\"RUN make\",\"cached\":false,\"seconds\":1.5}]}",
            "{\"vertexes\":[{\"name\":\"[a 2/3] RUN "
            + "make\",\"started\":\"2026-01-01T00:00:00Z\",\"completed\":\"2026-01-01T00:00:02Z\"}]}\n{\"vertexes\":[]}\n",
            "#7 [build 2/5] RUN make\n#7 DONE 3.2s\n#8 CACHED\n"),
    };

    /// <summary>The seeds of a kind of input.</summary>
    internal static IReadOnlyList<byte[]> Of(FuzzKind kind) => s_others.TryGetValue(kind, out var texts) ? texts : s_dockerfiles.Value;

    /// <summary>Lines of .dockerignore files, and of contexts.</summary>
    internal static IReadOnlyList<string> Patterns { get; } =
        ["*", "!a", "**/*.md", "node_modules", ".git", "a/../b", "/x/", "[a-", "\\", "!", "# c", "a b", "**", "*/*", "!src/**", ".env*",
            "\\!x", "[^a]x", "a/**/b", "?", " x ", "\t"];

    private static IEnumerable<byte[]> Examples() => RuleCatalog.All
        .SelectMany(rule => rule.Info.Doc.Examples).SelectMany(example => new[] { example.Bad, example.Good, example.Fixed })
            .OfType<string>()
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes);

    private static IEnumerable<byte[]> Samples() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("samples"), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).SelectMany(file => Pieces(File.ReadAllBytes(file)));

    private static IEnumerable<byte[]> Real() => SharedCorpus.TrainFiles().SelectMany(file => Pieces(File.ReadAllBytes(file)));

    private static IEnumerable<byte[]> Pieces(byte[] file)
    {
        for (var start = 0; start < file.Length;)
        {
            var end = Math.Min(file.Length, start + LongestPiece);
            end = end < file.Length && Array.LastIndexOf(file, (byte)'\n', end - 1, end - start) is var feed && feed > start ? feed + 1
                : end;
            yield return file[start..end];
            start = end;
        }
    }

    private static byte[][] Snippets() => Texts(
        "FROM a\nRUN <<EOF\necho a\nEOF\nCOPY <<a <<b /x/\n1\na\n2\nb\n", "# escape=`\nFROM a\nRUN a `\n  b\n",
        "FROM a AS b\nFROM b\nCOPY --from=b --chown=1:2 --link a b /c/\nONBUILD RUN x\n",
        "ARG A=1\nFROM x:$A\nARG A\nENV B=${A:-c} C=\"d e\" F=g\\ h\nLABEL \"a b\"=c d=$B\n",
        "FROM a\nHEALTHCHECK --interval=5m --timeout=3s CMD [\"a\", \"b\"]\nSHELL [\"/bin/bash\", \"-c\"]\nSTOPSIGNAL 9\n",
        "FROM a\nRUN --mount=type=cache,target=/c,sharing=locked --network=none a && b || c; d | e > f 2>&1 &\n",
        "FROM a\nRUN if a; then b; elif c; then d; else e; fi; for i in 1 2; do f; done; case x in y) z;; *) w;; esac\n",
        "from a\nrun b \\\n# c\n\n  && d\n", "FROM a\nRUN x=$(b `c` \"$(d)\") y=${z%%.*} a[1]=2 ((i++)) [[ a =~ b ]]\n");

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
