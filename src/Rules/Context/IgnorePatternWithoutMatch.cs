using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class IgnorePatternWithoutMatch : Rule
{
    public override RuleInfo Info { get; } = new("DK3006", "ignore-pattern-without-match", Category.Context, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "A pattern of .dockerignore fits nothing in the build context.",
            """
            It may be misspelt, or written as for .gitignore, where a name without a slash holds in every folder; here it holds at the
            top only, and **/name everywhere. It may as well wait for files that come later, so that this is not reported unless asked
            for. Told at the first COPY or ADD from the context. Needs a build context, see `--context`.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    COPY . /app/
                    """,
                    Good: "FROM scratch\n") { DockerIgnore = "log\n*.md\n", ContextFiles = ["README.md", "web/log/a.txt", "index.js"] },
            ])
        {
            Remedy = """
                Correct the name, or write `**/name` to match it in every folder. Delete the line if there is nothing of the kind any
                more; leave it if the files appear only later, such as in CI.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.BuildContext is not { IgnoreText: not null } build || ContextSource.Of(context).FirstOrDefault() is not { } source)
        {
            return;
        }

        var files = build.Listing.Files;
        foreach (var pattern in build.Rules.Patterns)
        {
            var isLiteral = pattern.Text.AsSpan().IndexOfAny("*?[]\\") < 0;
            if (isLiteral ? files.Find(pattern.Text) is not null || build.Listing.MayHide(pattern.Text)
                : !build.Listing.IsComplete || files.Entries.Any(entry => pattern.IsMatch(entry.Path)))
            {
                continue;
            }

            context.Report(source.Span, $"{(pattern.IsException ? "!" : "")}{pattern.Text} in .dockerignore fits nothing in the context");
        }
    });
}
