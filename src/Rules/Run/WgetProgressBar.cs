using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DL3047.</summary>
public sealed class WgetProgressBar : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3047", "wget-progress-bar", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("wget fills the build log with its progress.",
            "A build log keeps every line of it. A quiet option, a log file, or --progress=dot:giga keeps it short. The wget of BusyBox knows only -q.",
            [new("FROM debian:12\nRUN apt-get update && wget https://example.com/x\n", "FROM debian:12\nRUN wget -q https://example.com/x && wget -nv https://example.com/y\n", "FROM debian:12\nRUN apt-get update && wget --progress=dot:giga https://example.com/x\n"),
             new("FROM alpine:3.22\nRUN wget https://example.com/x\n", "FROM alpine:3.22\nRUN wget -qO- https://example.com/x\n", "FROM alpine:3.22\nRUN wget -q https://example.com/x\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var areMessagesRead = new Lazy<bool>(() => AreMessagesRead(script));
        foreach (var use in script.Named("wget"))
        {
            Check(use, areMessagesRead, context);
        }
    });

    private static void Check(ProgramUse use, Lazy<bool> areMessagesRead, RuleContext context)
    {
        var arguments = Tools.Wget.Read(use);
        if (arguments.Operands.Count == 0 || use.Arguments.Any(argument => argument.Value is null && argument.Word.Parts.Length == 1)
            || arguments.Has("progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose", "nv", "b", "background", "spider", "V", "version")
            || arguments.Options.Any(option => option is { Name: "show-progress" }))
        {
            return;
        }

        var isBusyBox = IsAlpine(use) && !context.Get<WgetOrigin>().IsInstalledByApk(use.Script);
        var isGnu = context.Get<WgetOrigin>().IsOtherDistribution(use.Script);
        var option = isBusyBox ? "-q" : "--progress=dot:giga";
        context.Report(
            use.NameSpan,
            $"wget writes its progress into the build log: add {option}",
            ScriptEdits.InsertBehind(use, use.NameWord, " " + option, $"add {option}", (isBusyBox || isGnu) && !areMessagesRead.Value && !IsBaseGiven(use) && !use.Has("-S") && !use.Has("--server-response")
                    ? Applicability.Safe : Applicability.Unsafe));
    }

    // Where the messages go into a file or another program, other messages are another result.
    private static bool AreMessagesRead(ScriptUse script) => script.Nodes.OfType<Redirect>().Any(redirect => redirect.Descriptor == "2" || redirect.Operator.Text.StartsWith('&'))
        || script.Nodes.OfType<Pipeline>().Any(pipe => pipe.Operators.Any(op => op.Text == "|&"));

    // Each of the two knows only its own option, and a build argument may bring the other.
    private static bool IsBaseGiven(ProgramUse use) => use.Script.Stage.Root.From.Image.RawText.Contains('$', StringComparison.Ordinal);

    private static bool IsAlpine(ProgramUse use) => use.Script.Stage.Root.Base.Text is { } image
        && (image.Contains("alpine", StringComparison.Ordinal) || image.Contains("busybox", StringComparison.Ordinal));
}
