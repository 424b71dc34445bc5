using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>BuildKit's CopyIgnoredFile as Engine 28.5 has it: experimental, and with paths as they are written.</summary>
internal sealed class IgnoredSourceCopiedAsBuildKit : Rule
{
    public override RuleInfo Info { get; } = new(IgnoredSources.Id, IgnoredSources.Name, Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit,
        IsExperimental = true,
        Doc = new(
            "COPY or ADD names a file that .dockerignore leaves out.",
            "The builder never gets the file.",
            [
                new(
                    Bad: """
                    # check=experimental=CopyIgnoredFile
                    FROM scratch
                    COPY a.md /
                    """,
                    Good: """
                    # check=experimental=CopyIgnoredFile
                    FROM scratch
                    COPY a /
                    """) { DockerIgnore = "*.md\n" },
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.DockerIgnore is not { } text)
        {
            return;
        }

        var rules = IgnoreRules.Parse(text);
        foreach (var (step, path, span) in IgnoredSources.All(context))
        {
            if (IgnoredSources.IsIgnored(rules, path))
            {
                context.ReportAt(step.Place.Span, span, $"source {path} is left out by the .dockerignore file");
            }
        }
    });
}
