using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's StageNameCasing.</summary>
public sealed class MixedCaseStageName : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("StageNameCasing", "mixed-case-stage-name", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Doc = new("A stage name that is not lower-case.",
            "Stage names are compared in lower case, so a name in mixed case suggests a difference that is not there.",
            [new("FROM alpine:3.22 AS Builder\n", "FROM alpine:3.22 AS builder\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.StageName is { } name && name.RawText != name.RawText.ToLowerInvariant())
        {
            context.Report(name.Span, $"stage name {name.RawText} is not lower-case");
        }
    });
}
