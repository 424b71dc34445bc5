using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using System.Globalization;

namespace Dockerlint.Rules;

internal sealed class LargeUseraddUid : Rule
{
    private const long LeastLargeId = 100_000;

    public override RuleInfo Info { get; } = new("DL3046", "large-useradd-uid", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "useradd with a large user id writes huge log files.",
            """
            The login records lastlog and faillog have one entry for every id up to the largest. They are sparse files, but image layers
            store them in full: with a large id they swell the image. The option --no-log-init leaves them alone.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN useradd -u 1000000 app
                    """,
                    Good: """
                    FROM debian:12
                    RUN useradd -l -u 1000000 app && useradd -u 1000 small
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN useradd --no-log-init -u 1000000 app
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ARG ID=123456
                    RUN useradd --uid=${ID} app
                    """,
                    Good: """
                    FROM debian:12
                    ARG ID=1000
                    RUN useradd -u ${ID} app
                    """,
                    Fixed: """
                    FROM debian:12
                    ARG ID=123456
                    RUN useradd --no-log-init --uid=${ID} app
                    """),
            ])
        {
            Remedy = "Add the option, as in `useradd --no-log-init -u 1000000 app`, or choose an id below 100000.",
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(UserTools.Useradd, Check);

    private static void Check(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        if (command.Option("--uid") is { } id && !command.IsOpen && !command.Has("--no-log-init")
            && long.TryParse(id.KnownValue, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= LeastLargeId)
        {
            context.Report(
                command.ToSource(command.WordOf(id)),
                $"useradd with the id {number} makes lastlog and faillog huge: add --no-log-init",
                ScriptEdits.AddWord(use, command.NameWord, "--no-log-init", Applicability.Safe));
        }
    }
}
