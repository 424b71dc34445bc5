using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class SetuidBitSet : Rule
{
    public override RuleInfo Info { get; } = new("DK2012", "setuid-bit-set", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A program is made to run with the rights of its owner.",
            """
            A flaw in a setuid program makes every user of the container its owner, usually root. Stages that are not shipped, and
            setgid on directories, are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN chmod u+s /usr/bin/tool
                    """,
                    Good: """
                    FROM debian:12
                    RUN chmod u-s /usr/bin/tool
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN chmod 4755 /usr/bin/tool
                    """,
                    Good: """
                    FROM debian:12
                    RUN chmod 0755 /usr/bin/tool && chmod 2775 /srv
                    """),
            ])
        {
            Remedy = """
                Use mode 755, or remove the bit with `chmod u-s`. If the program needs one right of root only, give it that right, as in
                `setcap cap_net_bind_service=+ep /usr/bin/tool`.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Invocation(static (use, context) =>
        {
            if (FileMode.Of(use.Invocation) is { Value: { } text } mode && IsSetuid(text)
                && (use.IsTrigger || context.Model.IsShipped(use.Stage)))
            {
                context.Report(use.Invocation.ToSource(mode), $"mode {text} sets the setuid bit");
            }
        });
        on.File(CheckTransfers);
    }

    private static void CheckTransfers(RuleContext context)
    {
        foreach (var transfer in context.Get<Transfers>()
            .Where(transfer => transfer.Step.Instruction is OnbuildInstruction || context.Model.IsShipped(transfer.Stage)))
        {
            if (transfer.Instruction.Flag("chmod") is { Value: { } text, ValueSpan: { } span } && IsSetuid(text))
            {
                context.Report(span, $"mode {text} sets the setuid bit");
            }
        }
    }

    private static bool IsSetuid(string mode) => mode.AsSpan().IndexOfAnyExceptInRange('0', '7') < 0
        ? mode.Length == 4 && ((mode[0] - '0') & 4) != 0
        : mode.Split(',')
            .Any(clause => clause.IndexOfAny(['+', '=']) is >= 0 and var op && clause[(op + 1)..].Contains('s', StringComparison.Ordinal)
            && (op == 0 || clause.AsSpan(0, op).IndexOfAny('u', 'a') >= 0));
}
