using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's FromAsCasing.</summary>
internal sealed class MismatchedAsCasing : Rule
{
    public override RuleInfo Info { get; } = new("FromAsCasing", "mismatched-as-casing", Category.Style, Severity.Style)
    {
        Since = "0.1",
        IsLayout = true,
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "FROM and AS are not written in the same case.",
            "Keywords in one case are easier to read and to search for.",
            [
                new("FROM alpine:3.22 as builder\n", "FROM alpine:3.22 AS builder\n", "FROM alpine:3.22 AS builder\n"),
                new("from alpine:3.22 AS builder\n", "from alpine:3.22 as builder\n", "from alpine:3.22 as builder\n"),
            ])
        {
            Remedy = "Write both in upper case, as in `FROM alpine:3.22 AS builder`, or both in lower case where the file does so.",
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        if (from.AsKeyword is not { } keyword)
        {
            return;
        }

        var (fromText, asText) = (from.Keyword.LogicalText, keyword.LogicalText);
        var wanted = fromText == fromText.ToLowerInvariant() ? asText.ToLowerInvariant()
            : fromText == fromText.ToUpperInvariant() ? asText.ToUpperInvariant()
            : asText;
        if (asText != wanted)
        {
            context.ReportAt(from.Span, keyword.Span, $"{asText} and {fromText} are not written in the same case",
                keyword.Text == asText ? Fix.Of($"write {wanted}", Applicability.Safe, new TextEdit(keyword.Span, wanted)) : []);
        }
    });
}
