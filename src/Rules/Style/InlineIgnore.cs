using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class InlineIgnore : Rule
{
    private static readonly RuleOption<bool> s_allowReasons = new("allow-reasons", false, "Lets comments pass that give a reason.");

    public override RuleInfo Info { get; } = new("DL1001", "inline-ignore", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Options = [s_allowReasons],
        Doc = new(
            "A comment switches rules off for the next instruction.",
            """
            Where exceptions have to be agreed upon, they belong in the configuration, where they can be seen in one place. Comments for
            a whole file are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    # hadolint ignore=DL3018
                    RUN apk add --no-cache curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    # curl is pinned by the base image
                    RUN apk add --no-cache curl
                    """),
            ])
        {
            Remedy = """
                Move the exception to `.dockerlint.yaml`, under `ignore`, or under `overrides` with `paths` if it holds for some files
                only. To accept comments with a reason, set the option `allow-reasons`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var comment in SuppressionComment.In(context.Tree))
        {
            if (comment.Scope == SuppressionScope.NextLine && !(comment.Reason is not null && context.Option(s_allowReasons)))
            {
                context.Report(comment.Span, $"a comment switches off {string.Join(", ", comment.Names.Select(name => name.Name))}");
            }
        }
    });
}
