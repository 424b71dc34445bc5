using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CopyOfWholeFilesystem : Rule
{
    private static readonly string[] s_distributions =
    [
        "almalinux", "alpine", "amazonlinux", "archlinux", "busybox", "centos", "debian", "fedora", "gcc", "golang", "node", "openjdk",
        "opensuse", "php",
        "python", "rockylinux", "ruby", "rust", "ubuntu",
    ];

    public override RuleInfo Info { get; } = new("DL3067", "copy-of-whole-filesystem", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "The whole file system of an image is copied over another one.",
            """
            Everything of the source is stored once more, and its users, package lists and libraries overwrite those of the base. Copy
            what is needed. Flattening into scratch is not reported, nor are sources that may hold a few files only: stages that begin
            with scratch or run nothing, and images other than those of well-known distributions.
            """,
            [
                new(
                    Bad: """
                    FROM golang:1.25 AS build
                    RUN go build ./...
                    FROM alpine:3.22
                    COPY --from=build / /
                    """,
                    Good: """
                    FROM golang:1.25 AS build
                    RUN go build ./...
                    FROM scratch
                    COPY --from=build / /
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    COPY --from=alpine:3.22 / /
                    """,
                    Good: """
                    FROM tonistiigi/xx:1.6.1 AS xx
                    FROM debian:12
                    COPY --from=xx / /
                    """),
            ])
        {
            Remedy = """
                Name what you need, as in `COPY --from=build /app /app`. To flatten an image on purpose, copy into a stage that begins
                with `FROM scratch`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Root.Base.Kind is BaseKind.Scratch or BaseKind.Unknown or BaseKind.Invalid)
        {
            return;
        }

        foreach (var step in stage.Steps)
        {
            if (step.Instruction is CopyInstruction copy && TransferPaths.Destination(copy, step.Before.Variables) == "/"
                && TransferPaths.Sources(copy, step.Before.Variables) is var sources && sources.Contains("/")
                && SourceNames.Of(stage, context).FirstOrDefault(source => source.Instruction == copy) is { Text: { } name } source
                && !ImageStages.IsBuildContext(name, context) && IsSystem(name, stage, context))
            {
                context.Report(source.Span, $"the whole file system of {name} is copied over that of the base image");
            }
        }
    });

    // An image may hold as little as a single file. One in which commands run has a system, and so have distributions. A bare name
    // that no stage has may be a build context.
    private static bool IsSystem(string name, Stage stage, RuleContext context)
    {
        var below = context.Model.Stages.Take(stage.Index)
            .LastOrDefault(earlier => name.Equals(earlier.Name, StringComparison.OrdinalIgnoreCase))
            ?? (SourceNames.Index(name) is { } index && index < stage.Index ? context.Model.Stages[index] : null);
        if (below is null)
        {
            return name.AsSpan().ContainsAny(':', '/', '@') && ImageReference.TryParse(name) is { } image && IsDistribution(image);
        }

        var first = below.Root.Base;
        return first.Kind == BaseKind.Image
            && (IsDistribution(first.Image!) || below.Chain.SelectMany(link => link.Steps).Any(step => step.Instruction is RunInstruction));
    }

    private static bool IsDistribution(ImageReference image) =>
        s_distributions.Contains(image.Repository[(image.Repository.LastIndexOf('/') + 1)..]);
}
