using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's StageNameCasing.</summary>
internal sealed class MixedCaseStageName : Rule
{
    public override RuleInfo Info { get; } = new("StageNameCasing", "mixed-case-stage-name", Category.Style, Severity.Style)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A stage name that is not lower-case.",
            "Stage names are compared in lower case, so a name in mixed case suggests a difference that is not there.",
            [
                new("FROM alpine:3.22 AS Builder\n", "FROM alpine:3.22 AS builder\n", "FROM alpine:3.22 AS builder\n"),
            ])
        {
            Remedy = "Write the name in lower case, as in `AS builder`, here and wherever it is used.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.StageName is not { } name || name.RawText == name.RawText.ToLowerInvariant())
        {
            return;
        }

        // Uses of the name need no change: they are compared in lower case, and a FROM finds the lower-case name only.
        var wanted = name.RawText.ToLowerInvariant();
        context.ReportAt(from.Span, name.Span, $"stage name {name.RawText} is not lower-case",
            context.Tree.Source.ToString(name.Span) == name.RawText
                ? Fix.Of($"write {wanted}", Applicability.Safe, new TextEdit(name.Span, wanted)) : []);
    });
}
