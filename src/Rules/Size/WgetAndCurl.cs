using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class WgetAndCurl : Rule
{
    public override RuleInfo Info { get; } = new("DL4001", "wget-and-curl", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0014")],
        Doc = new(
            "A stage installs wget or curl and uses both.",
            """
            Both do the same: with one of them for all downloads the other need not be installed. Nothing is reported where the image
            has both already.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y wget
                    RUN wget https://example.com/x
                    RUN curl https://example.com/y
                    """,
                    Good: """
                    FROM debian:12
                    RUN wget https://example.com/x
                    RUN curl https://example.com/y
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl && curl -o x https://example.com/x && wget https://example.com/y
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add --no-cache curl && curl -o x https://example.com/x
                    FROM alpine:3.22
                    RUN wget https://example.com/y
                    """),
            ])
        {
            Remedy = """
                Decide on one, such as `curl -fsSL URL -o FILE` or `wget -q -O FILE URL`, rewrite the other calls and take the other
                program off the list of packages. A plain download can also be an `ADD`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var wget = FirstOf(FetchTools.Wget, stage, context);
        var curl = wget is null ? null : FirstOf(FetchTools.Curl, stage, context);
        if (wget is null || curl is null
            || !stage.Chain.Any(below => context.Model.InvocationsOf(below).Any(use => Installs(use.Invocation))))
        {
            return;
        }

        var (first, second) = wget.NameSpan.Start < curl.NameSpan.Start ? (wget, curl) : (curl, wget);
        context.Report(
            second.NameSpan,
            $"{second.Name} is used here and {first.Name} elsewhere in this stage: one of them is enough",
            [new RelatedSpan(first.NameSpan, $"{first.Name} is used here")]);
    });

    private static Invocation? FirstOf(ToolSpec tool, Stage stage, RuleContext context) =>
        context.Model.InvocationsOf(stage).FirstOrDefault(use => use.Invocation.Tool == tool)?.Invocation;

    private static bool Installs(Invocation command) => command.PackagesOf(PackageKind.System)
        .Any(package => package.Name == FetchTools.Wget.Name || package.Name == FetchTools.Curl.Name);
}
