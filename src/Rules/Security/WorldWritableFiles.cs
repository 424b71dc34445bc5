using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class WorldWritableFiles : Rule
{
    public override RuleInfo Info { get; } = new("DK2006", "world-writable-files", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "Files are made writable for everybody.",
            """
            Whoever gets hold of any account in the container can then replace programs and configuration. Give the files to the user or
            group that needs them. Modes with the sticky bit and stages that are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN mkdir /data && chmod -R 777 /data
                    """,
                    Good: """
                    FROM debian:12
                    RUN mkdir /data && chown app /data && chmod 750 /data && chmod 1777 /tmp
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN chmod a+rwx /srv
                    """,
                    Good: """
                    FROM debian:12
                    RUN chmod g+w /srv
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    COPY --chmod=777 app /app
                    """,
                    Good: """
                    FROM debian:12
                    COPY --chmod=755 app /app
                    """),
            ])
        {
            Remedy = """
                Make the user the owner with `chown` or `COPY --chown`, and use mode 755 or 750 for folders and programs and 644 for
                other files. A folder that all users share gets `chmod 1777`.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Invocation(static (use, context) =>
        {
            if (FileMode.Of(use.Invocation) is { Value: { } text } mode && FileMode.IsWorldWritable(text)
                && IsKept(use.Stage, use.IsTrigger, context))
            {
                context.Report(use.Invocation.ToSource(mode), $"mode {text} lets everybody write");
            }
        });
        on.File(CheckTransfers);
    }

    private static void CheckTransfers(RuleContext context)
    {
        foreach (var transfer in context.Get<Transfers>()
            .Where(transfer => IsKept(transfer.Stage, transfer.Step.Instruction is OnbuildInstruction, context)))
        {
            if (transfer.Instruction.Flag("chmod") is { Value: { } text, ValueWord: { } word } && FileMode.IsWorldWritable(text))
            {
                context.Report(word.Span, $"mode {text} lets everybody write");
            }
        }
    }

    private static bool IsKept(Stage stage, bool isTrigger, RuleContext context) => isTrigger || context.Model.IsShipped(stage);
}
