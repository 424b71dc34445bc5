using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class SecretTraced : Rule
{
    public override RuleInfo Info { get; } = new("DK2021", "secret-traced", Category.Security, Severity.Warning)
    {
        Since = "0.2",
        Doc = new(
            "A script that prints its commands uses the value of a secret.",
            """
            With `set -x` a shell prints each command with its variables filled in, so the secret stands in the log of the build, which
            more people can read than the secret.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN --mount=type=secret,id=token set -ex; wget --header "Authorization: $(cat /run/secrets/token)" https://example.com/a
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN --mount=type=secret,id=token set -e; wget --header "Authorization: $(cat /run/secrets/token)" https://example.com/a
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-xc"]
                    RUN --mount=type=secret,id=t,env=TOKEN curl -H "Authorization: $TOKEN" https://example.com/a -o /a
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-xc"]
                    RUN --mount=type=secret,id=t,target=/root/.netrc curl -n https://example.com/a -o /a
                    """),
            ])
        {
            Remedy = """
                Switch it off around the commands that use the value, with `set +x`, or leave it out. A program that reads the file
                itself, as in `curl --config /run/secrets/curl`, does not show it.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<RunInstruction>(static (run, context) =>
    {
        if (run.Flags.Count == 0)
        {
            return;
        }

        var mounts = run.Mounts.Where(mount => mount.Type == MountType.Secret).ToList();
        if (mounts.Count == 0)
        {
            return;
        }

        var names = mounts.Select(mount => mount.Value("env")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var paths = mounts.Select(PathOf).OfType<string>().ToList();
        var uses = context.Model.InvocationsOf(run).ToList();
        var commands = new Pipes(uses);
        foreach (var script in context.Model.ScriptsOf(run).Concat(context.Model.InnerScripts.Where(inner => inner.Instruction == run)))
        {
            var shell = uses.FirstOrDefault(use => use.Invocation.Tree == script.Script)?.Invocation.Parent;
            TextSpan? traced = shell is null
                ? context.Model.ScriptsOf(run).Contains(script) && script.Before.Shell is { } words && IsTraced(words)
                    ? run.Keyword.Span : null
                : shell.Tool == ShellTools.Sh && Traces(shell) == true ? shell.NameSpan : null;
            if (Find(script, traced, commands, names, paths) is { } found)
            {
                context.Report(found.Place, "the log of the build shows the secret: the shell prints the command with this value",
                    [new RelatedSpan(found.Start, "the shell begins to print its commands here")]);
                return;
            }
        }
    });

    private static (TextSpan Place, TextSpan Start)? Find(
        ScriptUse script, TextSpan? traced, Pipes commands, HashSet<string> names, List<string> paths)
    {
        var secrets = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var node in script.Nodes.OfType<SimpleCommand>())
        {
            if (commands.Of(node)?.Invocation is { } command && command.Tool == ShellTools.Set && Traces(command) is { } begins)
            {
                traced = begins ? command.NameSpan : null;
            }

            foreach (var assignment in node.Assignments.Where(assignment => Shows(assignment, secrets, paths)))
            {
                secrets.Add(assignment.Name);
            }

            if (traced is { } start && node.Words.Concat<ShellNode>(node.Assignments).FirstOrDefault(part =>
                Shows(part, secrets, paths)) is { } shown)
            {
                return (script.Text.ToSource(shown.Span), start);
            }
        }

        return null;
    }

    // What a substitution prints is filled in, too; what a command in it is given is printed for itself.
    private static bool Shows(ShellNode node, HashSet<string> secrets, List<string> paths) => node.Walk().Any(part => part switch
    {
        ParameterExpansion use => secrets.Contains(use.Name) && use.Operator is not ("+" or ":+"),
        CommandSubstitution inner => inner.Script.Walk().OfType<ShellWord>()
            .Any(word => word.LiteralValue is { } text && paths.Exists(path => text.Contains(path, StringComparison.Ordinal))),
        _ => false,
    });

    private static string? PathOf(MountSyntax mount) =>
        mount.Value("target") ?? mount.Value("dst") ?? mount.Value("destination")
        ?? (mount.Value("env") is not null ? null : (mount.Value("id") ?? mount.Value("source") ?? mount.Value("src")) is { } id
            ? "/run/secrets/" + id[(id.LastIndexOf('/') + 1)..] : null);

    // Whether the shell begins or ends to print its commands; null when nothing is said of it.
    private static bool? Traces(Invocation command)
    {
        bool? traces = null;
        foreach (var option in command.Options)
        {
            traces = option.Name switch
            {
                "-x" => true,
                "+x" => false,
                "-o" when option.KnownValue == "xtrace" => true,
                "+o" when option.KnownValue == "xtrace" => false,
                _ => traces,
            };
        }

        return traces;
    }

    private static bool IsTraced(IReadOnlyList<string> shell) => shell.Skip(1).Any(word =>
        word == "xtrace" || (word is ['-', not '-', ..] && word.Contains('x', StringComparison.Ordinal)));
}
