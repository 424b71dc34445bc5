using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK1008.</summary>
public sealed class GitFolderCopied : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1008", "git-folder-copied", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("The .git folder is copied.",
            "It changes with every commit, fetch and branch, so this step and all behind it are never cached; it also carries the whole history. Where only the commit is wanted, a build argument does. A bind mount has the folder for one RUN without putting it in a layer.",
            [new("FROM alpine:3.22\nCOPY .git /src/.git\n", "FROM alpine:3.22\nRUN --mount=type=bind,source=.git,target=.git git rev-parse HEAD > /commit\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var copy in ContextCopy.OfStage(stage))
        {
            for (var i = 0; i < copy.Sources.Count; i++)
            {
                if (copy.Sources[i]?.Trim('/') is ".git" or "./.git" or ".git/." or ".git/*")
                {
                    var span = copy.Instruction.Json is null ? copy.Instruction.Words[i].Span : copy.Instruction.Json.Items[i].Span;
                    context.Report(span, ".git changes with every commit: this step and all behind it are never cached");
                }
            }
        }
    });
}
