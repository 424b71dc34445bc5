using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class NegationWithoutEffect : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2251", "negation-without-effect", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A negated command in a script that ends at a failure.",
            "`set -e` does not look at a status that is negated.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -e; ! grep -q debug config; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -e; ! grep -q debug config || exit 1; make
                    """),
            ])
        {
            Remedy = "Write `! command || exit 1`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (!SetOptions.EndsOnError(script))
        {
            return;
        }

        foreach (var list in script.Lists())
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i].List.Pipelines is [{ IsNegated: true } pipeline]
                    && !(i + 1 == list.Count && script.Parent(list[i]) is ShellScript) && !Conditions.IsChecked(script, pipeline))
                {
                    report.Add(new TextSpan(pipeline.Span.Start, 1), "set -e does not look at a negated status");
                }
            }
        }
    }
}
