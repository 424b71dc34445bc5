using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DL3001.</summary>
public sealed class PointlessCommand : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3001", "pointless-command", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A command that does nothing useful while an image is built.",
            "Processes do not live on between build steps, and nobody sits at a terminal: these commands change no file of the image. A service that later commands of the same RUN talk to is not reported, nor is ssh with an ssh mount.",
            [new("FROM alpine:3.22\nRUN top -b -n 1\n", "FROM alpine:3.22\nRUN apk add --no-cache procps\n"),
             new("FROM alpine:3.22\nRUN ssh host ls\n", "FROM alpine:3.22\nRUN --mount=type=ssh ssh host ls\n"),
             new("FROM debian:12\nRUN service nginx start\n", "FROM debian:12\nRUN service postgresql start && su postgres -c 'createdb app'\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        if (!IsMeant(use, context))
        {
            context.Report(use.NameSpan, $"{use.Name} makes no sense in a build step");
        }
    }

    private static bool IsMeant(ProgramUse use, RuleContext context) => use.Name switch
    {
        "ssh" => use.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Contains("type=ssh", StringComparison.Ordinal) == true)
            || use.Arguments.Any(argument => argument.Value is "-V" or "-Q"),
        "mount" => use.Instruction.Flag("security")?.Value == "insecure",
        "service" => context.IsFollowedBy(use, static _ => true),
        // What the script itself put into the background may have to be seen and stopped.
        "kill" or "ps" => use.Script.Nodes.OfType<ShellListItem>().Any(item => item.Separator == ShellSeparator.Background)
            || use.Script.Programs.Any(other => other.NameWord.Span.Start < use.NameWord.Span.Start && other.Arguments.Any(argument => argument.Value is "start" or "--daemon" or "-D")),
        // Told by options what to do, an editor needs no terminal.
        "vim" => use.Arguments.Any(argument => argument.Value is null or ['+', ..] or "-c" or "-es" or "-e" or "-s" or "-Es"),
        _ => false,
    };
}
