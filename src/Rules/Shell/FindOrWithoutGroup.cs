using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class FindOrWithoutGroup : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2146", "find-or-without-group", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "find with `-o` and an action behind the last test.",
            "The action belongs to the last test only.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -o -name '*.pyo' -delete
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt \( -name '*.pyc' -o -name '*.pyo' \) -delete
                    """),
            ])
        {
            Remedy = "Put the tests into `\\( … \\)`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            var texts = command.Words.Select(word => word.LiteralValue).ToList();
            var or = texts.FindIndex(text => text is "-o" or "-or");
            if (or < 0 || or > 4 || texts.Exists(text => text is "(" or "!" or "-not") || texts.Take(or).Any(IsAction))
            {
                continue;
            }

            var action = texts.FindIndex(or, IsAction);
            if (action > or)
            {
                report.Add(command.Words[action].Span, "this belongs to the last test only: group the tests");
            }
        }
    }

    private static bool IsAction(string? text) => text is "-delete" or "-print" or "-print0" or "-exec" or "-execdir" or "-ok" or "-okdir"
        or "-ls" or "-fls" or "-printf" or "-fprint" or "-fprint0" or "-fprintf";
}
