using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class MisspeltDirective : Rule
{
    public override RuleInfo Info { get; } = new("DK6001", "misspelt-directive", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Always,
        Doc = new(
            "A comment at the top is nearly a parser directive.",
            "Only syntax, escape and check are directives; anything else is a comment, without a word of warning.",
            [
                new(
                    Bad: """
                    # sintax=docker/dockerfile:1
                    FROM debian:12
                    """,
                    Good: """
                    # syntax=docker/dockerfile:1
                    FROM debian:12
                    """,
                    Fixed: """
                    # syntax=docker/dockerfile:1
                    FROM debian:12
                    """),
                new(
                    Bad: """
                    # escpae=`
                    FROM debian:12
                    """,
                    Good: """
                    # version=1
                    FROM debian:12
                    """),
            ])
        {
            Remedy = """
                Write the name that the message proposes. If the line is meant as a comment, word it so that it is not of the form
                `name=value`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var directive in context.Get<LooseDirectives>().Where(directive => directive.IsAtTop))
        {
            var name = directive.Name is "syntax" or "escape" or "check" ? null
                : Spelling.Nearest(directive.Name, ["syntax", "escape", "check"]);
            if (name is not null && (name != "syntax" || directive.Value.Contains('/', StringComparison.Ordinal))
                && (name != "escape" || directive.Value.Length == 1)
                && (name != "check" || directive.Value.Contains('=', StringComparison.Ordinal)))
            {
                context.Report(directive.NameSpan, $"{directive.Name} is no directive: did you mean {name}",
                    [.. Fix.Of($"write {name}", Applicability.Unsafe, new TextEdit(directive.NameSpan, name))
                        .Select(fix => fix with { ChangedComments = [directive.Span] })]);
            }
        }
    });
}
