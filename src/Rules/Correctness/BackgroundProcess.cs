using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class BackgroundProcess : Rule
{
    public override RuleInfo Info { get; } = new("DK6015", "background-process", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The last command of a RUN is put in the background.",
            """
            The RUN ends without waiting for it, and nothing of it runs any more in the next instruction or in the container: it is cut
            off wherever it is. Servers belong into CMD or ENTRYPOINT.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN redis-server &
                    """,
                    Good: """
                    FROM debian:12
                    RUN redis-server & sleep 1; redis-cli set a b
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN make && ./serve &
                    """,
                    Good: """
                    FROM debian:12
                    RUN a & b & wait
                    """),
            ])
        {
            Remedy = """
                Start a server with `CMD` or `ENTRYPOINT`. If the build needs it, use it in the same `RUN`, as in `redis-server & sleep
                1; redis-cli set a b`; if it is to finish, drop the `&` or end with `wait`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.Script.Commands is [.., { Separator: ShellSeparator.Background } last])
        {
            context.Report(script.Text.ToSource(last.List.Span), "this RUN does not wait for its last command, which is cut off");
        }
    });
}
