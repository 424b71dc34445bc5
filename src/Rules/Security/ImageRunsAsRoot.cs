using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ImageRunsAsRoot : Rule
{
    // Scripts that official images start with, and which leave the user at root.
    private static readonly string[] s_handsOn =
        ["node", "php", "eclipse-temurin", "maven", "julia", "gradle", "amazoncorretto", "pypy", "erlang", "sapmachine"];

    private static readonly string[] s_prompts = ["sh", "bash", "ash", "zsh", "python", "python2", "python3", "node", "irb", "julia",
        "jshell", "pypy3", "pwsh", "ghci", "erl", "iex", "psysh"];

    public override RuleInfo Info { get; } = new("DK2001", "image-runs-as-root", Category.Security, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Sources = [RuleSource.Trivy("DS-0002"), RuleSource.Checkov("CKV_DOCKER_3")],
        Doc = new(
            "An application image never changes the user from root.",
            """
            A process that breaks out of its container as root is root on the host. Reported where the file sets what the image runs, no
            USER, and a base that is known to run as root; images whose start-up gives root up (gosu, su-exec and their like, daemons that
            switch by themselves, programs that are told a user) are not.
            """,
            [
                new(
                    Bad: """
                    FROM python:3.13
                    COPY app.py /srv/
                    CMD ["python", "/srv/app.py"]
                    """,
                    Good: """
                    FROM python:3.13
                    COPY app.py /srv/
                    USER 1000
                    CMD ["python", "/srv/app.py"]
                    """),
                new(
                    Bad: """
                    FROM debian:12 AS base
                    FROM base
                    ENTRYPOINT ["/app"]
                    """,
                    Good: """
                    FROM gcr.io/distroless/base:nonroot
                    ENTRYPOINT ["/app"]
                    """),
            ])
        {
            Remedy = """
                Add `USER 1000` at the end and give that user the files it writes with `COPY --chown=1000`, or start from a base such as
                `gcr.io/distroless/base:nonroot`. A start-up that needs root should switch to the user with `gosu` or `su-exec`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var root = stage.Root;
            var start = stage.Steps.Select(step => step.Instruction)
                .LastOrDefault(instruction => instruction is CmdInstruction or EntrypointInstruction);
            if (start is null || IsPrompt(stage) || WindowsImage.IsBaseOf(stage) || stage.FinalState.HasUser
                || stage.Chain.Any(below => below.IsIncomplete) || !IsRootBase(stage, context) || context.Get<StartUsers>().MayChange(stage)
                || GivesUpRoot(stage, context))
            {
                continue;
            }

            context.Report(stage.From.Image.Span, $"the image runs as root: {root.Base.Text} does, and no USER changes it");
        }
    });

    // An image that starts a prompt is there for others to build on, or to work in.
    private static bool IsPrompt(Stage stage) => stage.Steps.All(step => step.Instruction is not EntrypointInstruction)
        && stage.Steps.Select(step => step.Instruction).OfType<CmdInstruction>().LastOrDefault()?.Command switch
        {
            JsonArraySyntax { Items: [var item] } => s_prompts.Contains(item.Value[(item.Value.LastIndexOf('/') + 1)..]),
            ShellFormSyntax { LogicalText: var text } => s_prompts.Contains(text[(text.LastIndexOf('/') + 1)..]),
            _ => false,
        };

    // The base runs as root, and what it starts with, where the file does not replace that, does not give root up.
    private static bool IsRootBase(Stage stage, RuleContext context) =>
        context.Get<StageImages>().Of(stage) is { User: { } user } image && (user.Split(':')[0] is "" or "root" or "0")
        && stage.Root.Base.Kind == BaseKind.Image
        && (stage.Chain.Any(below => below.Steps.Any(step => step.Action is EntrypointInstruction)) || image.Entrypoint is { Count: 0 }
            || (stage.Root.Base.Image is { Registry: null or "docker.io", Repository: var name }
                && s_handsOn.Contains(name.StartsWith("library/", StringComparison.Ordinal) ? name[8..] : name)));

    private static bool GivesUpRoot(Stage stage, RuleContext context) =>
        stage.Chain.SelectMany(context.Model.InvocationsOf).Any(use => Accounts.MayBeCreated(use.Invocation))
        || stage.Chain.SelectMany(below => below.Steps).Any(step => step.Action is CommandInstruction or FileTransferInstruction
            && WrapperTools.UserSwitchers.Any(name => step.Action.LogicalText.Contains(name, StringComparison.Ordinal)
                || step.Action.Heredocs.Any(heredoc => heredoc.Content.Contains(name, StringComparison.Ordinal))));
}
