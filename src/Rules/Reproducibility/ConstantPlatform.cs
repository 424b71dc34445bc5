using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's FromPlatformFlagConstDisallowed; DL3029 says the same in the other profiles.</summary>
internal sealed class ConstantPlatform : Rule
{
    public override RuleInfo Info { get; } =
        new("FromPlatformFlagConstDisallowed", "constant-platform", Category.Reproducibility, Severity.Warning)
        {
            Since = "0.1",
            Profiles = Profiles.BuildKit | Profiles.Strict,
            Doc = new(
            "FROM asks for one certain platform.",
            """
            The file then builds for that platform whatever is asked for outside. A stage whose name holds the system or the
            architecture means it. The default profile reports this as DL3029.
            """,
            [
                new("FROM --platform=linux/amd64 alpine:3.22 AS build\n", "FROM --platform=linux/amd64 alpine:3.22 AS build-amd64\n"),
                new("FROM --platform=linux/amd64 alpine:3.22\n", "FROM --platform=$BUILDPLATFORM alpine:3.22\n"),
            ])
            {
                Remedy = """
                Delete the flag and choose with `docker build --platform`, or write `--platform=$BUILDPLATFORM` for a stage that
                cross-compiles. If one platform is really meant, put its name into that of the stage, as in `AS build-amd64`.
                """,
            },
        };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.Flag("platform") is not { Value: { } value, ValueWord.Span: var span } flag)
        {
            return;
        }

        var name = from.StageName?.RawText.ToLowerInvariant() ?? "";
        if (ExpandedWords.Word(value, span, context.Tree) is { LiteralValue: { } text } && PlatformName.TryParse(text) is { } platform
            && !name.Contains(platform.System, StringComparison.Ordinal) && !name.Contains(platform.Architecture, StringComparison.Ordinal))
        {
            context.ReportAt(from.Span, flag.Span, $"platform {text} is fixed whatever the build asks for");
        }
    });
}
