using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6021.</summary>
public sealed class OwnerOnWindows : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6021", "owner-on-windows", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Always,
        Doc = new("COPY or ADD with --chown or --chmod in a Windows image.",
            "Windows has neither owners nor modes of that kind: the Dockerfile reference says that the flags work on Linux containers only.",
            [new("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY --chown=app a C:/a\n", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a C:/a\n", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a C:/a\n"),
             new("FROM --platform=windows/amd64 example.com/x:1\nADD --chmod=755 a C:/a\n", "FROM debian:12\nCOPY --chown=app a /a\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!WindowsImage.IsBaseOf(stage))
        {
            return;
        }

        foreach (var flag in stage.Steps.Select(step => step.Action).OfType<FileTransferInstruction>().SelectMany(transfer => transfer.Flags).Where(flag => flag.Name is "chown" or "chmod"))
        {
            var end = flag.Span.End;
            while (end < context.Tree.Source.Length && context.Tree.Source.Text[end] is ' ' or '\t')
            {
                end++;
            }

            context.Report(flag.Span, $"--{flag.Name} does not work in Windows images", Fix.Of($"remove --{flag.Name}", Applicability.Unsafe, new TextEdit(TextSpan.FromBounds(flag.Span.Start, end), "")));
        }
    });
}
