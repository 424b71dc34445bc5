using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class WgetProgressBar : Rule
{
    public override RuleInfo Info { get; } = new("DL3047", "wget-progress-bar", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "wget fills the build log with its progress.",
            """
            A build log keeps every line of it. A quiet option, a log file, or --progress=dot:giga keeps it short. The wget of BusyBox
            knows only -q.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update && wget https://example.com/x
                    """,
                    Good: """
                    FROM debian:12
                    RUN wget -q https://example.com/x && wget -nv https://example.com/y
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get update && wget --progress=dot:giga https://example.com/x
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN wget https://example.com/x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN wget -qO- https://example.com/x
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN wget -q https://example.com/x
                    """),
            ])
        {
            Remedy = "Add `-nv` to keep one line for each file, or `-q` for none. On Alpine, use `-q` unless GNU wget is installed.",
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(FetchTools.Wget, Check);

    private static void Check(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        if (command.Operands.IsEmpty || command.MayHoldOption() || command.Has(OptionRole.Quiet)
            || command.Has("--progress", "--show-progress", "--output-file", "--append-output", "--background", "--spider", "--version"))
        {
            return;
        }

        var isBusyBox = IsAlpine(use) && !context.Get<WgetOrigin>().IsInstalledByApk(use);
        var isGnu = context.Get<WgetOrigin>().IsOtherDistribution(use);
        var option = isBusyBox ? "-q" : "--progress=dot:giga";
        context.Report(
            command.NameSpan,
            $"wget writes its progress into the build log: add {option}",
            ScriptEdits.AddWord(use, command.NameWord, option,
                (isBusyBox || isGnu) && !context.Get<ScriptTrees>().Any(command, ReadsMessages) && !IsBaseGiven(use)
                    && !command.Has("--server-response") ? Applicability.Safe : Applicability.Unsafe));
    }

    // Where the messages go into a file or another program, other messages are another result.
    private static bool ReadsMessages(ShellNode node) => node switch
    {
        Redirect redirect => redirect.Descriptor == "2" || redirect.Operator.Text.StartsWith('&'),
        Pipeline pipe => pipe.Operators.Any(op => op.Text == "|&"),
        _ => false,
    };

    // Each of the two knows only its own option, and a build argument may bring the other.
    private static bool IsBaseGiven(InvocationUse use) => use.Stage.Root.From.Image.RawText.Contains('$', StringComparison.Ordinal);

    private static bool IsAlpine(InvocationUse use) => use.Stage.Root.Base.Text is { } image
        && (image.Contains("alpine", StringComparison.Ordinal) || image.Contains("busybox", StringComparison.Ordinal));
}
