using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LnOfOne : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2226", "ln-of-one", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "ln with one operand.",
            "The link gets the name of the file, in the folder the script stands in.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ln -s /opt/tool/bin/tool
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN ln -s /opt/tool/bin/tool .
                    """),
            ])
        {
            Remedy = "Say where the link is to be: `.` for the folder the script stands in.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        Operands.ReportOne(script, "ln", report, "this ln has one operand: name the link as well");
    }
}
