using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UnknownFrontend : Rule
{
    public override RuleInfo Info { get; } = new("DK6041", "unknown-frontend", Category.Correctness, Severity.Info)
    {
        Since = "0.2",
        Doc = new(
            "The syntax directive names a frontend whose grammar is not known here.",
            """
            Another program than docker/dockerfile reads the file, with instructions of its own perhaps. The file is linted as
            docker/dockerfile would read it, and nothing is said of what that would reject. Mirrors of docker/dockerfile are known by the
            last part of their name.
            """,
            [
                new(
                    Bad: """
                    # syntax=edrevo/dockerfile-plus
                    FROM alpine:3.22
                    """,
                    Good: """
                    # syntax=registry.example.com/mirror/docker/dockerfile:1
                    FROM alpine:3.22
                    """),
            ])
        {
            Remedy = """
                Nothing is wrong with the file. If the frontend is a mirror of docker/dockerfile, call it dockerfile as well; or ignore the
                finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (Frontend.Of(context.Tree.Root) is { IsDocker: false } frontend)
        {
            var directive = context.Tree.Root.Directives.First(directive => directive.Name == "syntax");
            context.Report(directive.ValueToken.Span, $"the frontend {frontend.Image} is not known here: nothing is said of syntax, and "
                + "other findings are as for docker/dockerfile");
        }
    });
}
