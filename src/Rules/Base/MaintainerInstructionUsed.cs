using System.Text;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL4000.</summary>
public sealed class MaintainerInstructionUsed : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4000", "maintainer-instruction", Category.Style, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["MaintainerDeprecated", "DS-0022", "CKV_DOCKER_6"],
        Fix = FixAvailability.Sometimes,
        Doc = new("MAINTAINER is deprecated.",
            "A label carries the same fact, can be read with the other labels, and can be overridden.",
            [new("FROM alpine:3.22\nMAINTAINER ann@example.com\n", "FROM alpine:3.22\nLABEL org.opencontainers.image.authors=\"ann@example.com\"\n",
                "FROM alpine:3.22\nLABEL org.opencontainers.image.authors=\"ann@example.com\"\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var maintainer in context.Tree.Root.Instructions.OfType<MaintainerInstruction>())
        {
            context.Report(maintainer.Keyword.Span, "MAINTAINER is deprecated: use LABEL org.opencontainers.image.authors", Label(maintainer, context.Tree.Root.EscapeCharacter));
        }
    });

    // MAINTAINER takes its text as it is, quotes and all; people put quotes around it all the same.
    private static IReadOnlyList<Fix> Label(MaintainerInstruction maintainer, char escape)
    {
        var text = maintainer.Argument.RawText;
        if (maintainer.Argument.Span.Length != text.Length || maintainer.Source.Slice(TextSpan.FromBounds(maintainer.Keyword.Span.End, maintainer.Argument.Span.Start)).Contains('\n'))
        {
            return [];
        }

        text = text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
        var quoted = new StringBuilder();
        foreach (var c in text)
        {
            quoted.Append(c is '"' or '$' || c == escape ? $"{escape}{c}" : c.ToString());
        }

        var keyword = maintainer.Keyword.LogicalText == "maintainer" ? "label" : "LABEL";
        return Fix.Of("use the label for authors", Applicability.Safe,
            new TextEdit(TextSpan.FromBounds(maintainer.Keyword.Span.Start, maintainer.Argument.Span.End), $"{keyword} org.opencontainers.image.authors=\"{quoted}\""));
    }
}
