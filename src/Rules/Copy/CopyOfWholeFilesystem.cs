using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3067.</summary>
public sealed class CopyOfWholeFilesystem : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3067", "copy-of-whole-filesystem", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("The whole file system of an image is copied over another one.",
            "Everything of the source is stored once more, and its users, package lists and libraries overwrite those of the base. Copy what is needed. Flattening into scratch, and copying from a stage that begins with scratch, are not reported.",
            [new("FROM golang:1.25 AS build\nFROM alpine:3.22\nCOPY --from=build / /\n", "FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build / /\n"),
             new("FROM debian:12\nCOPY --from=alpine:3.22 / /\n", "FROM scratch AS files\nCOPY etc /etc\nFROM debian:12\nCOPY --from=files / /\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Chain.Last().Base.Kind is BaseKind.Scratch or BaseKind.Unknown or BaseKind.Invalid)
        {
            return;
        }

        foreach (var step in stage.Steps)
        {
            if (step.Instruction is CopyInstruction copy && TransferPaths.Destination(copy, step.Before.Variables) == "/"
                && TransferPaths.Sources(copy, step.Before.Variables) is var sources && sources.Contains("/")
                && SourceNames.Of(stage, context).FirstOrDefault(source => source.Instruction == copy) is { Text: { } name } source && IsImage(name, stage, context))
            {
                context.Report(source.Span, $"the whole file system of {name} is copied over that of the base image");
            }
        }
    });

    // A bare name that no stage has may be a build context, which can hold anything.
    private static bool IsImage(string name, Stage stage, RuleContext context)
    {
        var below = context.Model.Stages.Take(stage.Index).LastOrDefault(earlier => name.Equals(earlier.Name, StringComparison.OrdinalIgnoreCase))
            ?? (SourceNames.Index(name) is { } index && index < stage.Index ? context.Model.Stages[index] : null);
        return below is not null
            ? below.Chain.Last().Base.Kind is BaseKind.Image
            : name.AsSpan().ContainsAny(':', '/', '@') && ImageReference.TryParse(name) is not null;
    }
}
