using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class SecretFileCopied : Rule
{
    // Variables that say where a program finds its credentials.
    private static readonly string[] s_pointers = ["GOOGLE_APPLICATION_CREDENTIALS", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE",
        "KUBECONFIG", "HF_TOKEN_PATH", "NETRC", "PGPASSFILE"];

    public override RuleInfo Info { get; } = new("DK2009", "secret-file-copied", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Sources = [RuleSource.Trivy("DS-0031")],
        Doc = new(
            "A file that usually holds secrets is copied into the image.",
            """
            Everybody who can pull the image can read it, also when a later instruction deletes it. Use RUN --mount=type=secret for what
            the build needs, and give the container its secrets when it starts. A variable such as GOOGLE_APPLICATION_CREDENTIALS that
            points to what COPY brought tells of one too. In a stage that is not shipped the finding is informational.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    COPY .env ./
                    """,
                    Good: """
                    FROM node:22
                    COPY .env.example ./
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    COPY deploy/id_rsa /root/.ssh/
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=ssh git clone git@example.com:a/b.git
                    COPY id_rsa.pub /root/.ssh/
                    """),
                new(
                    Bad: """
                    FROM node:22
                    COPY [".npmrc", "/app/"]
                    """,
                    Good: """
                    FROM node:22
                    RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
                    """),
            ])
        {
            Remedy = """
                Remove the `COPY`, list the file in `.dockerignore`, and replace secrets that were already pushed. For the build, mount
                it: `RUN --mount=type=secret,id=npmrc,target=/root/.npmrc`. A sample without secrets can be named `.env.example`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Model.Stages.Where(context.Model.IsShipped))
        {
            CheckPointers(stage, context);
        }

        foreach (var transfer in context.Get<Transfers>())
        {
            var isKept = transfer.Step.Instruction is OnbuildInstruction || context.Model.IsShipped(transfer.Stage);
            foreach (var source in transfer.Sources.Where(source =>
                source.Text is not null && SecretFile.IsOne(source.Text, source.FileName!)))
            {
                var message = $"{source.Text} usually holds secrets: use a secret mount";
                if (isKept)
                {
                    context.Report(source.Span, message);
                }
                else
                {
                    context.ReportInfo(source.Span, message);
                }
            }
        }
    });

    private static void CheckPointers(Stage stage, RuleContext context)
    {
        foreach (var step in stage.Steps)
        {
            foreach (var pair in (step.Action as EnvInstruction)?.Pairs ?? [])
            {
                if (pair is { Key.LiteralValue: { } name, Value: { } value } && s_pointers.Contains(name)
                    && WordExpander.Expand(value, step.Before.Variables.Lookup) is ['/', ..] path && IsCopied(stage, path, context))
                {
                    context.Report(value.Span, $"{path} holds credentials, and COPY brings it into the image: use a secret mount");
                }
            }
        }
    }

    private static bool IsCopied(Stage stage, string path, RuleContext context) => context.Get<Transfers>().OfChain(stage)
        .Any(transfer => !transfer.IsFromElsewhere && transfer.AbsoluteDestination?.TrimEnd('/') is { Length: > 0 } target
            && (path == target || path.StartsWith(target + "/", StringComparison.Ordinal)));
}
