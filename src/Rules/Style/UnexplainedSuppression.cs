using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnexplainedSuppression : Rule
{
    public override RuleInfo Info { get; } =
        new(Linter.UnexplainedSuppressionId, "unexplained-suppression", Category.Style, Severity.Warning)
        {
            Since = "0.1",
            Profiles = Profiles.Strict,
            Doc = new(
            "A comment switches a rule off and does not say why.",
            """
            Whoever reads it later cannot tell whether it still holds. A reason stands behind -- in our own comments and behind # in
            those of hadolint. The configuration key require-reason switches this rule on.
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
                    # hadolint ignore=DL3018 # the mirror has one version only
                    RUN apk add --no-cache curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    # dockerlint ignore=DL3018
                    RUN apk add --no-cache curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    # dockerlint ignore=DL3018 -- the mirror has one version only
                    RUN apk add --no-cache curl
                    """),
            ]),
        };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Settings.IgnoresPragmas)
        {
            return;
        }

        foreach (var comment in SuppressionComment.In(context.Tree))
        {
            if (comment.Reason is null)
            {
                context.Report(comment.Span, $"the comment switches off {string.Join(", ", comment.Names.Select(name => name.Name))} "
                    + "without a reason");
            }
        }
    });
}
