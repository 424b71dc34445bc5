using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK6012.</summary>
public sealed class UselessStopSignal : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6012", "useless-stop-signal", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("STOPSIGNAL names a signal that no program can handle.",
            "SIGKILL ends the program at once, with whatever it was writing; SIGSTOP halts it, and the engine kills it when the time is over.",
            [new("FROM debian:12\nSTOPSIGNAL SIGKILL\n", "FROM debian:12\nSTOPSIGNAL SIGQUIT\n"), new("FROM debian:12\nSTOPSIGNAL 19\n", "FROM debian:12\nSTOPSIGNAL 15\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Action is StopsignalInstruction stop && WordExpander.Expand(stop.Argument, step.Before.Variables.Lookup)?.ToUpperInvariant() is "SIGKILL" or "KILL" or "9" or "SIGSTOP" or "STOP" or "19")
            {
                context.Report(stop.Argument.Span, $"no program can handle {stop.Argument.RawText}");
            }
        }
    });
}
