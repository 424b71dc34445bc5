using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>BuildKit's CopyIgnoredFile as newer builders have it: cleaned paths, and on without being named.</summary>
public sealed class IgnoredSourceCopied : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(IgnoredSources.Id, IgnoredSources.Name, Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new("COPY or ADD names a file that .dockerignore leaves out.",
            "The builder never gets the file, so that the build fails or copies less than it seems to. A .dockerignore with exceptions (!) is not looked at: what it brings back depends on the files there are. The whole context counts as left out only by *, ** and **/*.",
            [new("FROM alpine:3.22\nCOPY notes.md /srv/\n", "FROM alpine:3.22\nCOPY app /srv/\n") { DockerIgnore = "*.md\n" },
             new("FROM alpine:3.22\nCOPY . /srv/\n", "FROM scratch\nADD https://example.com/x /srv/\n") { DockerIgnore = "**\n" }]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.DockerIgnore is not { } text || IgnoreRules.Parse(text) is not { HasExceptions: false, Patterns.IsEmpty: false } rules)
        {
            return;
        }

        foreach (var (step, path, span) in IgnoredSources.All(context))
        {
            var clean = ContextPath.Clean(path);
            var isRoot = clean is "." or "/";
            if (step.Place == step.Instruction && IgnoredSources.IsIgnored(rules, clean)
                && (!isRoot || rules.Patterns.Any(pattern => pattern.Text is "*" or "**" or "**/*")))
            {
                context.Report(span, isRoot ? "the .dockerignore file leaves nothing of the context" : $"{clean} is left out by the .dockerignore file");
            }
        }
    });
}
