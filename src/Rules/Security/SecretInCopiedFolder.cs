using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

internal sealed class SecretInCopiedFolder : Rule
{
    // Keys that are there to be read.
    private static readonly string[] s_samples =
        ["test", "tests", "testdata", "__tests__", "spec", "fixtures", "examples", "example", "samples", "docs", "vendor"];

    // Names that a repository has for good reasons more often than with a secret in it.
    private static readonly string[] s_harmless = [".npmrc", ".htpasswd"];

    public override RuleInfo Info { get; } = new("DK3003", "secret-in-copied-folder", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Fix = FixAvailability.Always,
        Doc = new(
            "A folder is copied with a file in it that usually holds secrets.",
            """
            Everybody who can pull the image can read it, also when a later instruction deletes it. Leave it out in .dockerignore, and
            give secrets to the build with RUN --mount=type=secret and to the container when it starts. Keys in folders of tests and
            examples do not count. Needs a build context, see `--context`.
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
                    DockerIgnore = "node_modules\n",
                    ContextFiles = [".env", "src/index.js", "deploy/id_rsa", "tests/server-key.pem"],
                    FixedDockerIgnore = "node_modules\n.env\n**/id_rsa\n",
                },
            ])
        {
            Remedy = """
                Add the file to `.dockerignore`, with `**/` in front if it may be in any folder. If it holds no secret, ignore the
                finding or rename it, for example to `.env.example`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.BuildContext is not { } build)
        {
            return;
        }

        foreach (var source in ContextSource.Of(context))
        {
            var secrets = build.Sent.Below(source.Folder).Where(IsSecret).Select(entry => entry.Path).ToList();
            if (secrets.Count > 0)
            {
                context.Report(source.Span, $"{ClutterCopied.List(secrets)} {(secrets.Count == 1 ? "is" : "are")} copied too, and may "
                    + "hold secrets",
                    Fix.Ignoring("Leave them out in .dockerignore", Clutter.IgnoreLines(secrets)));
            }
        }
    });

    private static bool IsSecret(ContextEntry entry) => entry.Kind == ContextEntryKind.File && !s_harmless.Contains(entry.Name)
        && SecretFile.IsOne(entry.Path, entry.Name) && !Clutter.Holds(entry.Path) && !entry.Path.Split('/').SkipLast(1)
            .Any(s_samples.Contains);
}
