using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK2007.</summary>
public sealed class SshPortExposed : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2007", "ssh-port-exposed", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Trivy("DS-0004"), RuleSource.Checkov("CKV_DOCKER_1")],
        Doc = new("EXPOSE offers the port of ssh.",
            "A container is entered with docker exec; an ssh server in it is one more program to keep current and one more set of keys to guard.",
            [new("FROM debian:12\nEXPOSE 80 22\n", "FROM debian:12\nEXPOSE 80 2222\n"), new("FROM debian:12\nEXPOSE 20-25/tcp\n", "FROM debian:12\nEXPOSE 22/udp\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps.Where(step => step.Action is ExposeInstruction))
        {
            foreach (var word in ((ExposeInstruction)step.Action).Words)
            {
                if (WordExpander.Expand(word, step.Before.Variables.Lookup) is { } port && IsSsh(port))
                {
                    context.Report(word.Span, $"EXPOSE {port} offers ssh");
                }
            }
        }
    });

    private static bool IsSsh(string port)
    {
        var parts = port.Split('/');
        var ends = parts[0].Split('-');
        return (parts.Length == 1 || parts[1].Equals("tcp", StringComparison.OrdinalIgnoreCase))
            && int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last) && first <= 22 && last >= 22;
    }
}
