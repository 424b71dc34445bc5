using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class BuildTimeStamp : Rule
{
    private static readonly string[] s_otherTimes = ["-d", "-r", "--date", "--reference"];

    public override RuleInfo Info { get; } = new("DK5009", "build-time-stamp", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "The time of the build, or a random number, is written into a file.",
            """
            No two builds give the same layer, so nothing behind it is ever the same either. Put the date in a label from a build
            argument at the end of the file, or use SOURCE_DATE_EPOCH. Off by default.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN date > /build-date
                    """,
                    Good: """
                    FROM debian:12
                    RUN date -r /etc/os-release && date -d @$SOURCE_DATE_EPOCH > /build-date
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo "built $(date +%F)" >> /etc/motd
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo "built $(date +%F)"
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo $RANDOM > /id
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo $RANDOM
                    """),
            ])
        {
            Remedy = """
                Write a version from an `ARG` instead of the time, or declare `ARG SOURCE_DATE_EPOCH` and use `date -d
                @$SOURCE_DATE_EPOCH`. The date itself belongs in `LABEL org.opencontainers.image.created`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        if (use.Invocation is not { Command: { } command } || !WritesFile(command))
        {
            return;
        }

        var isDate = use.Invocation.Tool == TextTools.Date ? IsNow(use.Invocation.Arguments)
            : command.Words.SelectMany(word => word.Walk()).OfType<SimpleCommand>().Any(inner => inner.Name == "date" && IsNow(inner));
        var isRandom = command.Words.SelectMany(word => word.Walk()).Any(node => node is ParameterExpansion { Name: "RANDOM" });
        if (isDate || isRandom)
        {
            context.Report(use.Invocation.Text.ToSource(command.Span), isDate ? "the time of the build is written into a file"
                : "a random number is written into a file");
        }
    });

    private static bool WritesFile(SimpleCommand command) => command.Redirects.Any(redirect =>
        redirect.Operator.Text is ">" or ">>" or ">|" && redirect.Descriptor is null or "1" && redirect.Target.LiteralValue is { } target
            && !target.StartsWith("/dev/", StringComparison.Ordinal));

    private static bool IsNow(SimpleCommand date) => date.Words.All(word => word.LiteralValue is { } text
        ? !text.StartsWith("-d", StringComparison.Ordinal) && !text.StartsWith("-r", StringComparison.Ordinal)
            && !text.StartsWith("--date", StringComparison.Ordinal) && !text.StartsWith("--reference", StringComparison.Ordinal)
        : !word.Walk().Any(node => node is ParameterExpansion { Name: "SOURCE_DATE_EPOCH" }));

    private static bool IsNow(ReadOnlySpan<CommandWord> arguments)
    {
        foreach (var word in arguments)
        {
            if (word.Value is not { } text || s_otherTimes.Any(option => text.StartsWith(option, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
