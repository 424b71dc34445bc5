using Dockerlint.Linting;
using Dockerlint.Linting.Secrets;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class BuildArgumentAtRunTime : Rule
{
    public override RuleInfo Info { get; } = new("DK6010", "build-argument-at-run-time", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "CMD, ENTRYPOINT or HEALTHCHECK uses a build argument.",
            "Build arguments exist while the image is built. In the container the variable is empty, unless an ENV keeps it.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    ARG PORT=80
                    CMD serve --port $PORT
                    """,
                    Good: """
                    FROM debian:12
                    ARG PORT=80
                    ENV PORT=$PORT
                    CMD serve --port $PORT
                    """,
                    Fixed: """
                    FROM debian:12
                    ARG PORT=80
                    ENV PORT=$PORT
                    CMD serve --port $PORT
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG URL
                    HEALTHCHECK CMD curl -f ${URL}
                    """,
                    Good: """
                    FROM debian:12
                    ARG URL
                    HEALTHCHECK CMD curl -f ${URL:-http://localhost}
                    """),
            ])
        {
            Remedy = """
                Add `ENV PORT=$PORT` below the `ARG`, or write a default into the command, as in `${PORT:-80}`. Never do so with a
                secret: give that to the container when it starts.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        // One ENV before the first use is enough.
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in stage.Steps)
        {
            if (step.Instruction is not (CmdInstruction or EntrypointInstruction or HealthcheckInstruction))
            {
                continue;
            }

            var instruction = (CommandInstruction)step.Instruction;
            foreach (var script in RunScript.Create(instruction, step.Before.Shell is [var shell, ..] ? shell : null))
            {
                if (script is not { Text: { } text, Script: { } tree })
                {
                    continue;
                }

                foreach (var use in ScriptVariables.Free(tree.Walk())
                    .Where(use => stage.FinalState.Variables.Find(use.Name) is { Kind: VariableKind.Arg }))
                {
                    var start = places.TryGetValue(use.Name, out var first) ? first : places[use.Name] = instruction.Span.Start;
                    IReadOnlyList<Fix> fixes = context.Tree.Source.Text[start - 1] == '\n'
                        && step.Before.Variables.Find(use.Name) is not null && !SecretName.IsSecret(use.Name)
                        ? Fix.Of($"keep {use.Name} as ENV", Applicability.Unsafe,
                            new TextEdit(new TextSpan(start, 0), $"ENV {use.Name}=${use.Name}\n")) : [];
                    context.Report(text.ToSource(use.Span), $"build argument {use.Name} does not exist in the container", fixes);
                }
            }
        }
    });
}
