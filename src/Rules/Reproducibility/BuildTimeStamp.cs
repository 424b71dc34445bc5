using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK5009.</summary>
public sealed class BuildTimeStamp : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5009", "build-time-stamp", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("The time of the build, or a random number, is written into a file.",
            "No two builds give the same layer, so nothing behind it is ever the same either. Put the date in a label from a build argument at the end of the file, or use SOURCE_DATE_EPOCH. Off by default.",
            [new("FROM debian:12\nRUN date > /build-date\n", "FROM debian:12\nRUN date -r /etc/os-release && date -d @$SOURCE_DATE_EPOCH > /build-date\n"),
             new("FROM debian:12\nRUN echo \"built $(date +%F)\" >> /etc/motd\n", "FROM debian:12\nRUN echo \"built $(date +%F)\"\n"),
             new("FROM debian:12\nRUN echo $RANDOM > /id\n", "FROM debian:12\nRUN echo $RANDOM\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var command in script.Nodes.OfType<SimpleCommand>().Where(WritesFile))
        {
            var isDate = command.Name == "date" ? IsNow(command)
                : command.Words.SelectMany(word => word.Walk()).OfType<SimpleCommand>().Any(inner => inner.Name == "date" && IsNow(inner));
            var isRandom = command.Words.SelectMany(word => word.Walk()).Any(node => node is ParameterExpansion { Name: "RANDOM" });
            if (isDate || isRandom)
            {
                context.Report(script.Text.ToSource(command.Span), isDate ? "the time of the build is written into a file" : "a random number is written into a file");
            }
        }
    });

    private static bool WritesFile(SimpleCommand command) => command.Redirects.Any(redirect =>
        redirect.Operator.Text is ">" or ">>" or ">|" && redirect.Descriptor is null or "1" && redirect.Target.LiteralValue is { } target && !target.StartsWith("/dev/", StringComparison.Ordinal));

    private static bool IsNow(SimpleCommand date) => date.Words.All(word => word.LiteralValue is { } text
        ? !text.StartsWith("-d", StringComparison.Ordinal) && !text.StartsWith("-r", StringComparison.Ordinal) && !text.StartsWith("--date", StringComparison.Ordinal) && !text.StartsWith("--reference", StringComparison.Ordinal)
        : !word.Walk().Any(node => node is ParameterExpansion { Name: "SOURCE_DATE_EPOCH" }));
}
