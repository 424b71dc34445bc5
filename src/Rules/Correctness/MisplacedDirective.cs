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
            them.
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
            var source = context.Tree.Source;
            var line = source.Lines.GetLineSpan(source.Lines.GetLine(directive.Span.Start));
            var top = source.HasByteOrderMark ? 1 : 0;

            // A second directive of the name would be an error; so would one that changes the meaning of what the file escapes.
            var canMove = directive.Name == "syntax" && context.Tree.Root.Directives.All(known => known.Name != "syntax")
                && source.Slice(line).EndsWith("\n");
            context.Report(directive.Span, $"the directive {directive.Name} counts only in the first lines of the file", canMove
                ? Fix.Of("move it to the top", Applicability.Unsafe, new TextEdit(new TextSpan(top, 0), source.ToString(line)),
                    new TextEdit(line, ""))
                : []);
        }
    });

    private static bool IsMeant(LooseDirective directive) => directive.Name switch
    {
        "syntax" => directive.Value.AsSpan().IndexOfAny('/', ':') > 0 && !directive.Value.Contains(' ', StringComparison.Ordinal),
        "escape" => directive.Value is "`" or "\\",
        _ => false,
    };
}
