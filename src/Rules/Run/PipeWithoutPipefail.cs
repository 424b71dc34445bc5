using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DL4006.</summary>
public sealed class PipeWithoutPipefail : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4006", "pipe-without-pipefail", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A pipe whose first commands may fail unseen.",
            "A shell reports only the last command of a pipe. With pipefail, from SHELL, from a stage below, or set in the script, a failed download stops the build.",
            [new("FROM debian:12\nRUN curl u | tar x\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl u | tar x\n"),
             new("FROM debian:12\nRUN a && b | c\n", "FROM debian:12\nRUN set -euo pipefail; curl u | tar x\n"),
             new("FROM debian:12\nRUN curl u |& tar x\n", "FROM debian:12\nRUN yes | apt-get install curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.IsTrigger || script.Before.Shell?.Contains("pipefail") == true || script.Commands.Any(SetsPipefail))
        {
            return;
        }

        var pipe = script.Script.Walk().OfType<Pipeline>().FirstOrDefault(CanHideFailure);
        if (pipe is not null)
        {
            context.Report(script.Text.ToSource(pipe.Operators[0].Span), "a failure before this pipe goes unseen: set the option pipefail before it");
        }
    });

    private static bool CanHideFailure(Pipeline pipe) => pipe.Commands.Length > 1
        && pipe.Commands[^1] is not SimpleCommand { Name: "true" }
        && pipe.Commands.SkipLast(1).Any(command => command is not SimpleCommand { Name: "yes" or "echo" or "printf" or "true" });

    private static bool SetsPipefail(CommandUse use) => use.Command.Name is "set" or "shopt" && use.Arguments.Contains("pipefail");
}
