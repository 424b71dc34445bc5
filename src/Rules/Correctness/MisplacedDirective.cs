using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class MisplacedDirective : Rule
{
    public override RuleInfo Info { get; } = new("DK6002", "misplaced-directive", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A parser directive does not stand at the top of the file.",
            """
            Directives count only in the very first lines: a comment, a blank line or an instruction above makes a plain comment of
            them. A check comment above a single instruction is one of its own, which newer builders heed for that instruction.
            """,
            [
                new(
                    Bad: """
                    # Copyright
                    # syntax=docker/dockerfile:1
                    FROM debian:12
                    """,
                    Good: """
                    # syntax=docker/dockerfile:1
                    # Copyright
                    FROM debian:12
                    """,
                    Fixed: """
                    # syntax=docker/dockerfile:1
                    # Copyright
                    FROM debian:12
                    """),
                new(
                    Bad: "\n# escape=`\nFROM debian:12\n",
                    Good: """
                    # escape=`

                    FROM debian:12
                    """),
                new(
                    Bad: """
                    # The name is that of the team
                    # check=skip=StageNameCasing
                    FROM debian:12 AS Team
                    """,
                    Good: """
                    # check=skip=StageNameCasing
                    # The name is that of the team
                    FROM debian:12 AS Team
                    """,
                    Fixed: """
                    # check=skip=StageNameCasing
                    # The name is that of the team
                    FROM debian:12 AS Team
                    """),
            ])
        {
            Remedy = """
                Move the line to the top of the file, above licence comments and blank lines. Before you move `escape`, check the line
                ends and paths of the file, since they are then read with the other character. Delete a directive that nobody misses.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var directive in context.Get<LooseDirectives>().Where(IsMeant))
        {
            if (Problem(directive, context) is not { } problem)
            {
                continue;
            }

            var source = context.Tree.Source;
            var line = source.Lines.GetLineSpan(source.Lines.GetLine(directive.Span.Start));
            var top = source.HasByteOrderMark ? 1 : 0;

            // A second directive of the name would be an error; so would one that changes the meaning of what the file escapes.
            var canMove = directive.Name is "syntax" or "check" && context.Tree.Root.Directives.All(known => known.Name != directive.Name)
                && (directive.Name == "syntax" || directive.IsAtTop) && source.Slice(line).EndsWith("\n");
            context.Report(directive.Span, problem, canMove
                ? Fix.Of("move it to the top", Applicability.Unsafe, new TextEdit(new TextSpan(top, 0), source.ToString(line)),
                    new TextEdit(line, ""))
                : []);
        }
    });

    private static string? Problem(LooseDirective directive, RuleContext context)
    {
        if (directive.Name != "check")
        {
            return $"the directive {directive.Name} counts only in the first lines of the file";
        }

        // A check comment right above an instruction speaks of that instruction; one above the first was hardly meant to.
        var owner = context.Tree.Root.Instructions.FirstOrDefault(instruction => instruction.Span.Start > directive.Span.Start);
        var isHeeded = owner is not null && owner.Keyword.FullSpan.Start <= directive.Span.Start
            && owner.Description.FirstOrDefault(comment => comment.Replace(" ", "", StringComparison.Ordinal)
                .StartsWith("check=", StringComparison.OrdinalIgnoreCase)) is { } first
            && first.EndsWith(directive.Value, StringComparison.Ordinal);
        return !isHeeded ? "check= counts only in the first lines of the file, or as the first one right above an instruction"
            : directive.Value.Contains("error=", StringComparison.Ordinal) ? "error= counts only in the first lines of the file"
            : directive.IsAtTop && context.Tree.Root.Directives.All(known => known.Name != "check")
                ? $"below another line check= speaks of this {owner!.Name} alone, and only with docker/dockerfile 1.21 or newer"
            : null;
    }

    private static bool IsMeant(LooseDirective directive) => directive.Name switch
    {
        "syntax" => directive.Value.AsSpan().IndexOfAny('/', ':') > 0 && !directive.Value.Contains(' ', StringComparison.Ordinal),
        "escape" => directive.Value is "`" or "\\",
        "check" => directive.Value.StartsWith("skip=", StringComparison.Ordinal)
            || directive.Value.StartsWith("error=", StringComparison.Ordinal)
            || directive.Value.StartsWith("experimental=", StringComparison.Ordinal),
        _ => false,
    };
}
