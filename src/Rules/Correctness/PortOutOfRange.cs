using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class PortOutOfRange : Rule
{
    private const int HighestPort = 65535;

    public override RuleInfo Info { get; } = new("DL3011", "port-out-of-range", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        // What builders reject is DL1000 in the default profile.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0008")],
        Doc = new(
            "EXPOSE of a port that does not exist.",
            "Ports go from 1 to 65535, and a range from its lower to its higher end.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 80000
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 8000
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 9000-8000/tcp
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 8000-9000/tcp
                    """),
            ])
        {
            Remedy = """
                Write the port on which the program listens in the container; for a range, put the smaller number first, as in `EXPOSE
                8000-9000`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            foreach (var word in step.Instruction is ExposeInstruction expose ? expose.Words : [])
            {
                if (WordExpander.Expand(word, step.Before.Variables.Lookup) is { } text && Problem(text) is { } problem)
                {
                    context.Report(word.Span, problem);
                }
            }
        }
    });

    private static string? Problem(string text)
    {
        // Address and host port, where they are given, are another rule's matter.
        var port = text.Split('/')[0];
        var ends = port[(port.LastIndexOf(':') + 1)..].Split('-');
        if (ends.Length > 2 || !ends.All(end => end.Length > 0 && end.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = ends.Select(end => int.TryParse(end, out var number) ? number : int.MaxValue).ToArray();
        return Array.FindIndex(numbers, number => number is 0 or > HighestPort) is >= 0 and var wrong
            ? $"port {ends[wrong]} does not exist: ports go from 1 to {HighestPort}"
            : numbers[0] > numbers[^1] ? $"range {ends[0]}-{ends[1]} ends before it begins"
            : null;
    }
}
