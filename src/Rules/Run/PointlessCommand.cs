using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3001.</summary>
public sealed class PointlessCommand : Rule
{
    private static readonly string[] s_names = ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3001", "pointless-command", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A command that does nothing useful while an image is built.",
            "Processes do not live on between build steps, and nobody sits at a terminal: these commands change no file of the image.",
            [new("FROM alpine:3.22\nRUN top -b -n 1\n", "FROM alpine:3.22\nRUN apk add --no-cache procps\n"),
             new("FROM alpine:3.22\nRUN ssh host ls\n", "FROM alpine:3.22\nRUN --mount=type=ssh ssh host ls\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Command(s_names, (use, context) =>
    {
        var name = use.Command.Name!;
        var isMeant = (name == "ssh" && use.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Contains("type=ssh", StringComparison.Ordinal) == true))
            || (name == "mount" && use.Instruction.Flag("security")?.Value == "insecure");
        if (!isMeant)
        {
            context.Report(use.NameSpan, $"{name} makes no sense in a build step");
        }
    });
}
