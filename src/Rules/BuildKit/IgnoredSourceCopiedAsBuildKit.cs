using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>BuildKit's CopyIgnoredFile: silent where the .dockerignore file has exceptions, in triggers of other stages too.</summary>
internal sealed class IgnoredSourceCopiedAsBuildKit : Rule
{
    public override RuleInfo Info { get; } = new(IgnoredSources.Id, IgnoredSources.Name, Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit,
        Doc = new(
            "COPY or ADD names a file that .dockerignore leaves out.",
            "The builder never gets the file.",
            [
                new(
                    Bad: """
                    FROM scratch
                    COPY a.md /
                    """,
                    Good: """
                    FROM scratch
                    COPY a /
                    """) { DockerIgnore = "*.md\n" },
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.DockerIgnore is not { } text || IgnoreRules.Parse(text) is not { Patterns.IsEmpty: false, HasExceptions: false } rules)
        {
            return;
        }

        foreach (var (step, path, span) in IgnoredSources.All(context))
        {
            if (IgnoredSources.IsLeftOut(rules, path))
            {
                context.ReportAt(step.Place.Span, span, $"source {path} is left out by the .dockerignore file");
            }
        }
    });
}
