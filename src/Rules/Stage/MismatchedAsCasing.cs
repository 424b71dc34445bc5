using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's FromAsCasing.</summary>
public sealed class MismatchedAsCasing : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("FromAsCasing", "mismatched-as-casing", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Doc = new("FROM and AS are not written in the same case.",
            "Keywords in one case are easier to read and to search for.",
            [new("FROM alpine:3.22 as builder\n", "FROM alpine:3.22 AS builder\n"), new("from alpine:3.22 AS builder\n", "from alpine:3.22 as builder\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.AsKeyword is not { } keyword)
        {
            return;
        }

        var (fromText, asText) = (from.Keyword.LogicalText, keyword.LogicalText);
        var isWrong = (fromText == fromText.ToLowerInvariant() && asText != asText.ToLowerInvariant())
            || (fromText == fromText.ToUpperInvariant() && asText != asText.ToUpperInvariant());
        if (isWrong)
        {
            context.Report(keyword.Span, $"{asText} and {fromText} are not written in the same case");
        }
    });
}
