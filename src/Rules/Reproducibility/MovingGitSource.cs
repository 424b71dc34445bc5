using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class MovingGitSource : Rule
{
    private static readonly string[] s_branches = ["main", "master", "develop", "dev", "trunk", "HEAD", "latest", "nightly", "stable"];

    public override RuleInfo Info { get; } = new("DK5008", "moving-git-source", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Doc = new(
            "ADD fetches a git repository without a commit or tag.",
            "Whatever the branch holds that day goes into the image. Name a commit or a tag behind the number sign.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    ADD https://github.com/o/r.git /src
                    """,
                    Good: """
                    FROM debian:12
                    ADD https://github.com/o/r.git#v1.2.3 /src
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD git@github.com:o/r.git#main:sub /src
                    """,
                    Good: """
                    FROM debian:12
                    ARG REF
                    ADD https://github.com/o/r.git#${REF} /src
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD https://github.com/o/r.git?branch=main /src
                    """,
                    Good: """
                    FROM debian:12
                    ADD https://github.com/o/r.git?tag=v1.2.3 /src
                    """),
            ])
        {
            Remedy = """
                Add the reference, as in `ADD https://github.com/o/r.git#v1.2.3 /src`; a full commit hash is safer than a tag. To choose
                it at build time, use a build argument, as in `#${REF}`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var transfer in context.Get<Transfers>()
            .Where(transfer => transfer.Instruction is AddInstruction add && add.Flag("checksum") is null))
        {
            foreach (var source in transfer.Sources.Where(source => source.Text is not null && IsMoving(source.Text)))
            {
                context.Report(source.Span, "this repository is fetched without a commit or tag");
            }
        }
    });

    private static bool IsMoving(string source)
    {
        var address = source.Split('#', 2);
        var location = address[0].Split('?', 2);
        var isGit = location[0].EndsWith(".git", StringComparison.Ordinal)
            && (location[0].Contains("://", StringComparison.Ordinal) || location[0].StartsWith("git@", StringComparison.Ordinal));
        if (!isGit)
        {
            return false;
        }

        if (location is [_, var query])
        {
            return !query.Split('&')
                .Any(field => field.StartsWith("tag=", StringComparison.Ordinal) || field.StartsWith("commit=", StringComparison.Ordinal)
                || field.StartsWith("checksum=", StringComparison.Ordinal)
                    || (field.StartsWith("ref=", StringComparison.Ordinal) && !s_branches.Contains(field[4..])));
        }

        // An empty name comes from a build argument that is given when the image is built.
        return address is not [_, var fragment] || s_branches.Contains(fragment.Split(':')[0]);
    }
}
