using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>BuildKit's CopyIgnoredFile as newer builders have it: cleaned paths, and on without being named.</summary>
internal sealed class IgnoredSourceCopied : Rule
{
    public override RuleInfo Info { get; } = new(IgnoredSources.Id, IgnoredSources.Name, Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new(
            "COPY or ADD names a file that .dockerignore leaves out.",
            """
            The builder never gets the file, so that the build fails or copies less than it seems to. What exceptions (!) bring back
            depends on the files there are, so that a .dockerignore with some is looked at only where the build context is known. The
            whole context counts as left out only by *, ** and **/*.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY notes.md /srv/
                    """,
                    Good: """
                    FROM alpine:3.22
                    COPY app /srv/
                    """) { DockerIgnore = "*.md\n" },
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY . /srv/
                    """,
                    Good: """
                    FROM scratch
                    ADD https://example.com/x /srv/
                    """) { DockerIgnore = "**\n" },
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.DockerIgnore is not { } text || IgnoreRules.Parse(text) is not { Patterns.IsEmpty: false } rules)
        {
            return;
        }

        foreach (var (step, path, span) in IgnoredSources.All(context))
        {
            var clean = ContextPath.Clean(path);
            if (rules.HasExceptions)
            {
                if (step.Place == step.Instruction && context.BuildContext is { } build && LeavesOut(build, ContextPath.FromRoot(path)))
                {
                    context.Report(span, $"{clean} is left out by the .dockerignore file");
                }

                continue;
            }

            var isRoot = clean is "." or "/";
            if (step.Place == step.Instruction && IgnoredSources.IsLeftOut(rules, path))
            {
                context.Report(span, isRoot ? "the .dockerignore file leaves nothing of the context"
                    : $"{clean} is left out by the .dockerignore file");
            }
        }
    });

    // What exceptions bring back is known only where the files are.
    private static bool LeavesOut(LintContext build, string path) =>
        path.Length > 0 && build.Listing.Files.Find(path) is not null && build.Rules.Excludes(path)
        && build.Sent.Find(path) is null && (!build.Listing.IsUnvisited(path) || build.Rules.Excludes(path + "/x"));
}
