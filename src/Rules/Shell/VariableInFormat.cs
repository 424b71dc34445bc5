using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class VariableInFormat : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2059", "variable-in-format", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion in the format of printf.",
            "A percent sign or a backslash in its value means something to printf.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN printf "hello $NAME\n" > /greeting
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN printf 'hello %s\n' "$NAME" > /greeting
                    """),
            ])
        {
            Remedy = "Write `%s` in the format, and the value as an argument.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("printf"))
        {
            if (PrintfFormat.Of(command) is { } format
                && format.Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part])
                .Any(part => part is ParameterExpansion or CommandSubstitution)
                    && !script.Slice(format.Span).Contains('%', StringComparison.Ordinal))
            {
                report.Add(format.Span, "printf reads percent signs and backslashes of the value: use %s");
            }
        }
    }
}
