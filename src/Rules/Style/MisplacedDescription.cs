using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's InvalidDefinitionDescription.</summary>
internal sealed class MisplacedDescription : Rule
{
    public override RuleInfo Info { get; } = new("InvalidDefinitionDescription", "misplaced-description", Category.Style, Severity.Style)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        IsExperimental = true,
        Fix = FixAvailability.Always,
        Doc = new(
            "The comment above an ARG or a named FROM does not begin with its name.",
            """
            The builder shows such a comment as the description of the argument or stage when it begins with the name. An empty comment
            line keeps any other comment apart. As in BuildKit it is looked at only where a check directive names it.
            """,
            [
                new(
                    Bad: """
                    # check=experimental=InvalidDefinitionDescription
                    FROM alpine:3.22
                    # the version
                    ARG VERSION
                    """,
                    Good: """
                    # check=experimental=InvalidDefinitionDescription
                    FROM alpine:3.22
                    # VERSION of the program
                    ARG VERSION
                    """,
                    Fixed: """
                    # check=experimental=InvalidDefinitionDescription
                    FROM alpine:3.22
                    # the version
                    #
                    ARG VERSION
                    """),
            ])
        {
            Remedy = """
                Begin the comment with the name, as in `# VERSION of the program`. If it is no description, put a line with `#` alone
                between the comment and the instruction.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            string[] names = instruction switch
            {
                FromInstruction { StageName: { } name } => [name.RawText.ToLowerInvariant()],
                ArgInstruction arg => [.. arg.Pairs.Select(pair => pair.Key.RawText)],
                _ => [],
            };
            if (names.Length > 0 && instruction.Description is [.., var comment] && !names.Contains(comment.Split(' ')[0]))
            {
                Report(instruction, names, context);
            }
        }
    });

    private static void Report(InstructionSyntax instruction, string[] names, RuleContext context)
    {
        var source = context.Tree.Source;
        var comment = instruction.Keyword.LeadingTrivia.Last(trivia => trivia.Kind == TriviaKind.Comment).Span;
        var line = source.Lines.GetLineSpan(source.Lines.GetLine(comment.Start));
        var lineEnd = source.Slice(line).EndsWith("\r\n") ? "\r\n" : "\n";
        var indent = source.Slice(TextSpan.FromBounds(line.Start, comment.Start)).TrimStart('\uFEFF');
        context.ReportAt(instruction.Span, comment, $"the comment does not begin with {string.Join(" or ", names)}, which it seems to "
            + "describe",
            Fix.Of("keep the comment apart with an empty one", Applicability.Safe,
                new TextEdit(new TextSpan(line.End, 0), $"{indent}#{lineEnd}")));
    }
}
