using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ClutterCopied : Rule
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } = new("DK3002", "clutter-copied", Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Fix = FixAvailability.Always,
        Doc = new(
            "A folder is copied with what .dockerignore should leave out: version control, installed packages, outputs of earlier builds.",
            """
            Such folders are large, change all the time and so lose the cache, and may overwrite what the build itself has installed,
            for another platform at that. A pattern without **/ holds at the top of the context only. A folder that COPY names itself is
            meant, and so is .git where a script asks git for the version. Needs a build context, see `--context`.
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
                    ContextFiles = [".git/HEAD", "node_modules/a/index.js", "web/node_modules/a/index.js", "src/index.js"],
                    FixedDockerIgnore = "node_modules\n.git\n**/node_modules\n",
                },
            ])
        {
            Remedy = """
                Add the names to `.dockerignore`, with `**/` in front for folders further down, as in `**/node_modules`. If the image is
                meant to have the folder, name it in a `COPY` of its own.
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
            // Without any .dockerignore there is one thing to say of a copy of everything, and another rule says it.
            if ((!source.IsWhole || build.IgnoreText is not null) && Clutter.In(source.Folder, build, context) is { Count: > 0 } clutter)
            {
                context.Report(source.Span, $"{List(clutter)} {(clutter.Count == 1 ? "is" : "are")} copied too: .dockerignore does not "
                    + $"leave {(clutter.Count == 1 ? "it" : "them")} out",
                    Fix.Ignoring("Leave them out in .dockerignore", Clutter.IgnoreLines(clutter)));
            }
        }
    });

    /// <summary>The first names of a list, and how many more there are.</summary>
    internal static string List(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        > MostNames => $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more",
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };
}
