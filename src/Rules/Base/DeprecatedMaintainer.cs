using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's MaintainerDeprecated; DL4000 says the same in the other profiles.</summary>
public sealed class DeprecatedMaintainer : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("MaintainerDeprecated", "deprecated-maintainer", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("MAINTAINER is deprecated.",
            "A label carries the same fact and can be read and overridden like any other. The default profile reports this as DL4000.",
            [new("FROM alpine:3.22\nMAINTAINER Ann <ann@example.com>\n",
                "FROM alpine:3.22\nLABEL org.opencontainers.image.authors=\"Ann <ann@example.com>\"\n",
                "FROM alpine:3.22\nLABEL org.opencontainers.image.authors=\"Ann <ann@example.com>\"\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Instruction<MaintainerInstruction>(static (instruction, context) =>
        context.ReportAt(instruction.Span, instruction.Keyword.Span, "MAINTAINER is deprecated in favour of a label", Label(instruction, context.Tree)));

    // The image then has a label instead of an author, which is why it is not applied unasked.
    private static IReadOnlyList<Fix> Label(MaintainerInstruction instruction, SyntaxTree tree)
    {
        var name = instruction.Argument.RawText;
        if (tree.Source.ToString(instruction.Span) != instruction.LogicalText)
        {
            return [];
        }

        name = name is ['"', .., '"'] or ['\'', .., '\''] ? name[1..^1] : name;
        var escape = tree.Root.EscapeCharacter;
        var value = string.Concat(name.Select(c => c is '"' or '$' || c == escape ? $"{escape}{c}" : $"{c}"));
        return Fix.Of("use a label", Applicability.Unsafe, new TextEdit(instruction.Span, $"LABEL org.opencontainers.image.authors=\"{value}\""));
    }
}
