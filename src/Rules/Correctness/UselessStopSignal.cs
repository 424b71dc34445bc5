using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UselessStopSignal : Rule
{
    private const int HighestSignal = 64;

    public override RuleInfo Info { get; } = new("DK6012", "useless-stop-signal", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "STOPSIGNAL names a signal that stops no program as it should.",
            """
            SIGKILL ends the program at once, with whatever it was writing; SIGSTOP halts it, and the engine kills it when the time is
            over. SIGCHLD, SIGCONT and SIGURG are ignored by whatever does not handle them, and above 64 there is no signal.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    STOPSIGNAL SIGKILL
                    """,
                    Good: """
                    FROM debian:12
                    STOPSIGNAL SIGQUIT
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    STOPSIGNAL 19
                    """,
                    Good: """
                    FROM debian:12
                    STOPSIGNAL 15
                    """),
            ])
        {
            Remedy = """
                Delete the line to get `SIGTERM`, or name the signal on which the program ends cleanly, such as `SIGQUIT` for nginx or
                `SIGINT` for PostgreSQL. For a slow program, raise `docker stop --timeout` instead.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Action is StopsignalInstruction stop && WordExpander.Expand(
                stop.Argument, step.Before.Variables.Lookup)?.ToUpperInvariant() is { } signal && Problem(signal) is { } problem)
            {
                context.Report(stop.Argument.Span, $"{problem} {stop.Argument.RawText}");
            }
        }
    });

    // Numbers as on x86 and ARM.
    private static string? Problem(string signal) => signal switch
    {
        "SIGKILL" or "KILL" or "9" or "SIGSTOP" or "STOP" or "19" => "no program can handle",
        "SIGCHLD" or "CHLD" or "17" or "SIGCONT" or "CONT" or "18" or "SIGURG" or "URG" or "23" =>
        "a program that is not written for it ignores",
        _ => int.TryParse(signal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > HighestSignal
            ? "there is no signal" : null,
    };
}
