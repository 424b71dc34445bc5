using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class SecretTraced : Rule
{
    public override RuleInfo Info { get; } = new("DK2031", "secret-traced", Category.Security, Severity.Warning)
    {
        Since = "0.2",
        Doc = new(
            "A shell that prints its commands reads a secret.",
            """
            With -x a shell writes every command to the log of the build with its variables and substitutions replaced: the secret that a
            mount brings stands there for everybody who can read the log.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN --mount=type=secret,id=token set -x; curl -H "Authorization: $(cat /run/secrets/token)" https://example.com/
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=secret,id=token set -e; curl -H "Authorization: $(cat /run/secrets/token)" https://example.com/
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-exc"]
                    RUN --mount=type=secret,id=token,env=TOKEN curl -u "x:$TOKEN" https://example.com/
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-ec"]
                    RUN --mount=type=secret,id=token,env=TOKEN curl -u "x:$TOKEN" https://example.com/
                    """),
            ])
        {
            Remedy = "Leave -x out where a secret is read, or write `set +x` before and hand the secret over as a file.",
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Script(static (script, context) =>
            Check(script, (script.Before.Shell ?? []).Skip(1).Any(HasTrace) ? script.Instruction.Keyword.Span : null, context));
        on.InnerScript(static (script, context) => Check(script, null, context));
    }

    private static void Check(ScriptUse script, TextSpan? isTraced, RuleContext context)
    {
        var secrets = script.Instruction.Mounts.Where(mount => mount.Type == MountType.Secret).ToList();
        if (secrets.Count == 0)
        {
            return;
        }

        foreach (var node in script.Nodes)
        {
            if (node is SimpleCommand { Name: "set" or "command" or "builtin" } set && set.Words.Any(word => word.LiteralValue == "set"))
            {
                var words = set.Words.SkipWhile(word => word.LiteralValue != "set").Skip(1)
                    .Select(word => word.LiteralValue ?? "").ToList();
                isTraced = words.Exists(HasTrace) || words.Zip(words.Skip(1)).Contains(("-o", "xtrace")) ? script.Text.ToSource(set.Span)
                    : words.Exists(word => word.StartsWith('+') && word.Contains('x'))
                        || words.Zip(words.Skip(1)).Contains(("+o", "xtrace"))
                        ? null : isTraced;
            }
            else if (isTraced is { } place && Reads(node, script, secrets))
            {
                context.Report(place, "the shell prints its commands here, and with them the secret of this RUN");
                return;
            }
        }
    }

    private static bool HasTrace(string word) => word is ['-', not '-', ..] && word.Contains('x', StringComparison.Ordinal);

    private static bool Reads(ShellNode node, ScriptUse script, List<MountSyntax> secrets) => node switch
    {
        ParameterExpansion expansion => secrets.Exists(mount => mount.Value("env") == expansion.Name),
        CommandSubstitution substitution => script.Text.Text.AsSpan(substitution.Span.Start, substitution.Span.Length) is var text
            && secrets.Exists(mount => Target(mount) is { } target
                && script.Text.Text.AsSpan(substitution.Span.Start, substitution.Span.Length).Contains(target, StringComparison.Ordinal)),
        _ => false,
    };

    private static string? Target(MountSyntax mount) => mount.Value("target")
        ?? ((mount.Value("id") ?? mount.Value("source")) is { } id ? "/run/secrets/" + id.Split('/')[^1] : null);
}
