using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class AddOfLocalFiles : Rule
{
    private static readonly string[] s_archives =
    [
        ".tar", ".z", ".bz2", ".gz", ".lz", ".lzma", ".tz", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz", ".zst", ".tzst",
    ];

    private static readonly string[] s_texts =
    [
        "c", "cfg", "conf", "cpp", "crt", "cs", "csproj", "css", "csv", "env", "go", "gradle", "h", "html", "ini", "java", "js", "json",
        "jsx", "key", "kt", "list", "lock", "lua", "md",
        "mod", "mjs", "pem", "php", "pl", "properties", "proto", "ps1", "py", "rb", "repo", "rs", "rst", "service", "sh", "sql", "sum",
        "svg", "swift", "template", "toml", "ts", "tsx", "txt",
        "vue", "xml", "yaml", "yml",
    ];

    public override RuleInfo Info { get; } = new("DL3020", "add-of-local-files", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0005"), RuleSource.Checkov("CKV_DOCKER_4"), RuleSource.Dockle("CIS-DI-0009")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "ADD where COPY does the same.",
            "ADD also unpacks archives and fetches URLs and repositories; for plain files COPY says what is meant and cannot surprise.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ADD app.py /srv/
                    """,
                    Good: """
                    FROM alpine:3.22
                    ADD rootfs.tar.gz /
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY app.py /srv/
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ADD ["a b", "/srv/"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    ADD git@github.com:a/b.git /srv
                    """),
            ])
        {
            Remedy = """
                Write `COPY` with the same arguments. Keep `ADD` for tar archives that should be unpacked, for addresses and for git
                repositories.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (((step.Instruction as OnbuildInstruction)?.Trigger ?? step.Instruction) is AddInstruction add)
            {
                Check(add, step, context);
            }
        }
    });

    private static void Check(AddInstruction add, StageStep step, RuleContext context)
    {
        if (add.Flags.Any(flag => flag.Name is "checksum" or "keep-git-dir" or "unpack") || add.Arguments.Count < 2)
        {
            return;
        }

        var sources = TransferPaths.Sources(add, step.Before.Variables);
        if (sources.FirstOrDefault(IsPlain) is { } plain)
        {
            // A heredoc or another source that only ADD takes keeps the instruction what it is.
            var fixes = sources.All(IsPlain)
                ? Fix.Revealing("use COPY", sources.All(IsSurelyNoArchive) ? Applicability.Safe : Applicability.Unsafe,
                    new TextEdit(add.Keyword.Span, IsLower(add) ? "copy" : "COPY"))
                : [];
            context.Report(add.Keyword.Span, $"ADD of {plain}: use COPY for files and folders", fixes);
        }
    }

    // ADD knows an archive by its content: only a folder, and names that nobody gives to an archive, are certainly none.
    private static bool IsSurelyNoArchive(string? source) => source is not null && !source.AsSpan().ContainsAny('*', '?', '[')
        && (source.EndsWith('/') || source is "." or ".."
            || (source.LastIndexOf('.') is > 0 and var dot && s_texts.Contains(source[(dot + 1)..].ToLowerInvariant())));

    // A pattern without an ending of its own may take an archive in.
    private static bool MayNameArchive(string source) => source.AsSpan().LastIndexOfAny("*?]") is >= 0 and var last
        && source.AsSpan(last + 1).IndexOf('.') < 0 && !s_texts.Any(text => source.EndsWith('.' + text, StringComparison.OrdinalIgnoreCase))
        && source.AsSpan()[(source.LastIndexOf('/') + 1)..] is not "*";

    private static bool IsLower(AddInstruction add) => add.Keyword.LogicalText == "add";

    private static bool IsPlain(string? source) => source is not null && !MayNameArchive(source)
        && !source.StartsWith("<<", StringComparison.Ordinal)
        && !source.Contains("://", StringComparison.Ordinal) && !source.StartsWith("git@", StringComparison.Ordinal)
        && !source.EndsWith(".git", StringComparison.Ordinal) && !source.Contains(".git#", StringComparison.Ordinal)
        && !source.Contains(".tar.", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(s_archives, extension => source.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
