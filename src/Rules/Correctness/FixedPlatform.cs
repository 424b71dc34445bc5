using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class FixedPlatform : Rule
{
    private static readonly string[] s_systems =
        ["linux", "windows", "darwin", "freebsd", "netbsd", "openbsd", "dragonfly", "solaris", "illumos", "aix", "plan9", "wasip1", "js",
            "android"];

    // Other names of an architecture, as the engine normalises them.
    private static readonly (string Name, string Architecture)[] s_architectures =
    [
        ("386", "386"), ("i386", "386"), ("amd64", "amd64"), ("x86_64", "amd64"), ("x86-64", "amd64"), ("arm", "arm"), ("armhf", "arm"),
        ("armel", "arm"),
        ("arm64", "arm64"), ("aarch64", "arm64"), ("ppc64", "ppc64"), ("ppc64le", "ppc64le"), ("mips", "mips"), ("mipsle", "mipsle"),
        ("mips64", "mips64"),
        ("mips64le", "mips64le"), ("s390x", "s390x"), ("riscv64", "riscv64"), ("loong64", "loong64"), ("wasm", "wasm"),
    ];

    public override RuleInfo Info { get; } = new("DL3029", "fixed-platform", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("FromPlatformFlagConstDisallowed")],
        Doc = new(
            "FROM --platform with a fixed platform.",
            """
            The image then has this platform whatever the build is asked for. A stage whose name tells the system or the architecture is
            fixed on purpose.
            """,
            [
                new("FROM --platform=linux/amd64 alpine:3.22\n", "FROM --platform=$BUILDPLATFORM alpine:3.22\n"),
                new("FROM --platform=linux/arm64 alpine:3.22 AS tools\n", "FROM --platform=linux/arm64 alpine:3.22 AS tools-arm64\n"),
            ])
        {
            Remedy = """
                Delete the flag, and choose with `docker build --platform`. For a stage that cross-compiles, write
                `--platform=$BUILDPLATFORM`. If one platform is really meant, say so in the stage name, as in `AS tools-amd64`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        // On a stage the flag has no effect at all.
        if (stage.Base.Stage is null
            && stage.From.Flag("platform") is { ValueWord.LiteralValue: { } platform } flag && Parse(platform) is var (system, architecture)
            && !IsNamedAfter(stage, system) && !IsNamedAfter(stage, architecture))
        {
            context.Report(flag.Span, $"the platform is fixed to {platform}, whatever the build is asked for");
        }
    });

    private static bool IsNamedAfter(Stage stage, string? part) =>
        part is not null && stage.Name?.Contains(part, StringComparison.Ordinal) == true;

    // One part alone is a system or an architecture; null for what the engine would not take for a platform.
    private static (string? System, string? Architecture)? Parse(string platform)
    {
        var parts = platform.ToLowerInvariant().Split('/');
        var system = Array.Find(s_systems, name => name == parts[0]) ?? (parts[0] == "macos" ? "darwin" : null);
        var architecture = Array.Find(s_architectures, candidate =>
            candidate.Name == parts[system is null ? 0 : Math.Min(1, parts.Length - 1)]).Architecture;
        return parts.Length switch
        {
            1 when system is not null || architecture is not null => (system, architecture),
            2 or 3 when system is not null || architecture is not null => (system ?? parts[0], architecture ?? parts[1]),
            _ => null,
        };
    }
}
