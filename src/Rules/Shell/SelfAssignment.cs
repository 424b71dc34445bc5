using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class SelfAssignment : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2269", "self-assignment", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is set to itself.",
            "It changes nothing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG VERSION
                    RUN VERSION="$VERSION"; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG VERSION
                    RUN make VERSION="$VERSION"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            var part = assignment.Value.Parts is [DoubleQuoted { Parts: [var inner] }] ? inner : assignment.Value.Parts is [var only]
                ? only : null;
            if (assignment is { IsAppend: false, Subscript: null }
                && part is ParameterExpansion { Operator: null, Prefix: null, Subscript: null } expansion
                && expansion.Name == assignment.Name && script.Parent(assignment) is SimpleCommand { Words.IsEmpty: true })
            {
                report.Add(assignment.NameSpan, $"{assignment.Name} is set to itself");
            }
        }
    }
}
