using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PrintfWithWrongCount : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2183", "printf-with-wrong-count", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "printf with another number of arguments than places in its format.",
            "What is missing counts as empty or 0; of too many the format is used again.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN printf "%s %s\n" hello
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN printf "%s %s\n" hello world
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("printf"))
        {
            var index = PrintfFormat.Index(command);
            if (index >= command.Words.Length || PrintfFormat.Places(command.Words[index]) is not { } places || places == 0)
            {
                continue;
            }

            var arguments = command.Words.Skip(index + 1).ToList();
            if ((arguments.Count == 0 || arguments.Count % places != 0) && !arguments.Any(word => IsMany(script, word)))
            {
                report.Add(command.Words[index].Span,
                    $"the format has {places} places, and there {(arguments.Count == 1 ? "is" : "are")} {arguments.Count} for them");
            }
        }
    }

    private static bool IsMany(CheckedScript script, ShellWord word) => script.IsGlob(word)
        || script.Slice(word.Span).Contains('{', StringComparison.Ordinal) || word.Parts.Any(part => part is ParameterExpansion)
        || word.Parts.Any(part => part is ParameterExpansion { Name: "@" or "*" } or ParameterExpansion { Subscript: "@" or "*" })
        || word.Parts.OfType<DoubleQuoted>().SelectMany(quoted => quoted.Parts)
            .Any(part => part is ParameterExpansion { Name: "@" } or ParameterExpansion { Subscript: "@" });
}
