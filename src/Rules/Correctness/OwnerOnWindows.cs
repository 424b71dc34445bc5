using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class OwnerOnWindows : Rule
{
    public override RuleInfo Info { get; } = new("DK6021", "owner-on-windows", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Always,
        Doc = new(
            "COPY or ADD with --chown or --chmod in a Windows image.",
            """
            Windows has neither owners nor modes of that kind: the Dockerfile reference says that the flags work on Linux containers
            only.
            """,
            [
                new(
                    Bad: """
                    FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
                    COPY --chown=app a C:/a
                    """,
                    Good: """
                    FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
                    COPY a C:/a
                    """,
                    Fixed: """
                    FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
                    COPY a C:/a
                    """),
                new(
                    Bad: """
                    FROM --platform=windows/amd64 example.com/x:1
                    ADD --chmod=755 a C:/a
                    """,
                    Good: """
                    FROM debian:12
                    COPY --chown=app a /a
                    """),
            ])
        {
            Remedy = "Drop the flag. If the rights matter, set them with `icacls` in a `RUN`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!WindowsImage.IsBaseOf(stage))
        {
            return;
        }

        foreach (var flag in stage.Steps.Select(step => step.Action).OfType<FileTransferInstruction>()
            .SelectMany(transfer => transfer.Flags).Where(flag => flag.Name is "chown" or "chmod"))
        {
            var end = flag.Span.End;
            while (end < context.Tree.Source.Length && context.Tree.Source.Text[end] is ' ' or '\t')
            {
                end++;
            }

            context.Report(flag.Span, $"--{flag.Name} does not work in Windows images",
                Fix.Of($"remove --{flag.Name}", Applicability.Unsafe, new TextEdit(TextSpan.FromBounds(flag.Span.Start, end), "")));
        }
    });
}
