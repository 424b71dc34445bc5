using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class MissingDockerIgnore : Rule
{
    public override RuleInfo Info { get; } = new("DK3001", "missing-dockerignore", Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The whole build context is copied, and there is no .dockerignore file.",
            """
            All that lies in the folder gets into the image, and any change of it redoes this step and those behind it. The fix makes a
            .dockerignore file with the folders there are that no image needs; where there are none the finding is informational. Needs
            a build context, see `--context`.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    WORKDIR /app
                    COPY . .
                    """,
                    Good: """
                    FROM node:22
                    WORKDIR /app
                    COPY src ./src
                    """)
                {
                    ContextFiles = [".git/HEAD", "node_modules/a/index.js", "src/index.js"],
                    FixedDockerIgnore = ".git\nnode_modules\n",
                },
            ])
        {
            Remedy = """
                Write a `.dockerignore` at the top of the build context with `.git`, installed packages, build outputs and `.env` files.
                Or copy only what is needed, as in `COPY src ./src`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.BuildContext is not { } build || ContextSource.Of(context).FirstOrDefault(source => source.IsWhole) is not { } source
            || build.IgnoreText is not null)
        {
            return;
        }

        var clutter = Clutter.In("", build, context);
        if (clutter.Count == 0)
        {
            context.ReportInfo(source.Span, "the whole context is copied, and there is no .dockerignore file");
            return;
        }

        context.Report(source.Span, $"the whole context is copied, {ClutterCopied.List(clutter)} included: there is no .dockerignore file",
            Fix.Ignoring("Leave them out in a .dockerignore file", Clutter.IgnoreLines(clutter)));
    });
}
