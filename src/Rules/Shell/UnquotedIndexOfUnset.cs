using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnquotedIndexOfUnset : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2184", "unquoted-index-of-unset", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "unset with brackets that are not quoted.",
            "Where a file has such a name, the shell puts it in place.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    RUN names=(a b); unset names[0]; echo "${names[@]}"
                    """,
                    Good: """
                    FROM fedora:42
                    RUN names=(a b); unset 'names[0]'; echo "${names[@]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var word in script.Named("unset").SelectMany(command => command.Words.Skip(1)).Where(script.IsGlob))
        {
            report.Add(word.Span, "a file with such a name would take its place: put it into quotes");
        }
    }
}
