using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DL4001.</summary>
public sealed class WgetAndCurl : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4001", "wget-and-curl", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0014")],
        Doc = new("A stage installs wget or curl and uses both.",
            "Both do the same: with one of them for all downloads the other need not be installed. Nothing is reported where the image has both already.",
            [new("FROM debian:12\nRUN apt-get update && apt-get install -y wget\nRUN wget https://example.com/x\nRUN curl https://example.com/y\n", "FROM debian:12\nRUN wget https://example.com/x\nRUN curl https://example.com/y\n"),
             new("FROM alpine:3.22\nRUN apk add --no-cache curl && curl -o x https://example.com/x && wget https://example.com/y\n", "FROM alpine:3.22\nRUN apk add --no-cache curl && curl -o x https://example.com/x\nFROM alpine:3.22\nRUN wget https://example.com/y\n")]),
    };

    /// <inheritdoc/>
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
