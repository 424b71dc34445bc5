using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PathOverwritten : Rule
{
    public override RuleInfo Info { get; } = new("DK6017", "path-overwritten", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "ENV sets PATH without what was in it.",
            """
            The commands of the system are found no more, not even by the shell. A value that names /bin and /usr/bin itself is left
            alone.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ENV PATH=/opt/app/bin
                    """,
                    Good: """
                    FROM debian:12
                    ENV PATH=/opt/app/bin:$PATH
                    """,
                    Fixed: """
                    FROM debian:12
                    ENV PATH=/opt/app/bin:$PATH
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENV PATH='/opt/app/bin:$PATH'
                    """,
                    Good: """
                    FROM debian:12
                    ENV PATH=/usr/local/bin:/usr/bin:/bin
                    """),
            ])
        {
            Remedy = """
                Write `ENV PATH=/opt/app/bin:$PATH`, without single quotes, which keep `$PATH` from being expanded. Or list all folders,
                `/usr/bin` and `/bin` among them.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Root.Base.Kind == BaseKind.Scratch || WindowsImage.IsBaseOf(stage))
        {
            return;
        }

        foreach (var step in stage.Steps.Where(step => step.Action is EnvInstruction))
        {
            foreach (var pair in ((EnvInstruction)step.Action).Pairs)
            {
                if (pair.Key.LiteralValue != "PATH" || pair.Value is not { } word || word.Variables.Any(variable => variable.Name == "PATH")
                    || WordExpander.Expand(word, step.Before.Variables.Lookup) is not { } value || value.AsSpan()
                        .IndexOfAny('\\', ';', '%') >= 0)
                {
                    continue;
                }

                var folders = value.Split(':');
                if (!(folders.Contains("/bin") && folders.Contains("/usr/bin"))
                    && !(step.Before.Variables.Find("PATH")?.Value.Text is { } before && value.Contains(before, StringComparison.Ordinal)))
                {
                    IReadOnlyList<Fix> fixes = word.Parts.All(part => part is LiteralSyntax)
                        ? Fix.Of("keep $PATH", Applicability.Unsafe, new TextEdit(new TextSpan(word.Span.End, 0), ":$PATH")) : [];
                    context.Report(word.Span, "this PATH lacks what was in it: add $PATH", fixes);
                }
            }
        }
    });
}
