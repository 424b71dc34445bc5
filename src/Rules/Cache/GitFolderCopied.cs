using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class GitFolderCopied : Rule
{
    public override RuleInfo Info { get; } = new("DK1008", "git-folder-copied", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The .git folder is copied.",
            """
            It changes with every commit, fetch and branch, so this step and all behind it are never cached; it also carries the whole
            history. Where only the commit is wanted, a build argument does. A bind mount has the folder for one RUN without putting it
            in a layer.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY .git /src/.git
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=bind,source=.git,target=.git git rev-parse HEAD > /commit
                    """),
            ])
        {
            Remedy = """
                Drop this `COPY`. Pass the commit with `docker build --build-arg GIT_SHA=$(git rev-parse HEAD)`, or give the history to
                the one step that needs it with `RUN --mount=type=bind,source=.git,target=.git`.
                """,
        },
    };

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
