using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RecursiveChange : Rule
{
    public override RuleInfo Info { get; } = new("DK4005", "recursive-change", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "chown -R or chmod -R of files from other layers.",
            """
            The layer holds every file again whose owner or mode changes, and with some storage drivers every file. Set owner and mode
            in the step that makes the files.
            """,
            [
                new(
                    Bad: """
                    FROM node:24
                    RUN chown -R node:node /usr/local/lib
                    """,
                    Good: """
                    FROM node:24
                    RUN mkdir /data && chown -R node:node /data
                    """),
            ])
        {
            Remedy = """
                Use `COPY --chown`, or run `chown` in the `RUN` that makes the files; better still, put `USER` above the step, so that
                they belong to the right user from the start. If only a folder must be writable, change it without `-R`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        var uses = context.Model.InvocationsOf(run).ToList();
        if (uses.Count == 0 || uses[0].IsTrigger || !context.Model.IsShipped(uses[0].Stage)
            || uses.Exists(use => MakesFiles(use.Invocation) && !uses.Exists(inner => inner.Invocation.Parent == use.Invocation)))
        {
            return;
        }

        foreach (var use in uses)
        {
            if (ModeChange.Read(use) is { IsRecursive: true } change)
            {
                var paths = string.Join(' ', change.Paths.Select(path => path.Value ?? "..."));
                context.Report(use.Invocation.NameSpan, $"{use.Invocation.Name} -R of {paths} stores the files of earlier layers again");
            }
        }
    });

    // In one RUN with these the files are new: the layer holds them once. A shell whose script can be read does what its commands do.
    private static bool MakesFiles(Invocation command)
    {
        foreach (var effect in command.Effects)
        {
            if (effect.Kind is EffectKind.Writes or EffectKind.Unpacks or EffectKind.Installs or EffectKind.Fetches or EffectKind.Compiles
                or EffectKind.CreatesUser or EffectKind.RunsScript)
            {
                return true;
            }
        }

        return false;
    }
}
