using System.Globalization;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LargeContextCopied : Rule
{
    private const long BytesPerMegabyte = 1_000_000;

    private static readonly RuleOption<int> s_most =
        new("most-megabytes", 500, "How many megabytes (10^6 bytes) a COPY or ADD of the whole context may take.");

    public override RuleInfo Info { get; } = new("DK3007", "large-context-copied", Category.Context, Severity.Info)
    {
        Since = "0.1",
        Options = [s_most],
        Doc = new(
            "The whole build context is copied, and it is larger than a limit.",
            """
            All of it is sent to the builder, hashed, and kept in a layer. Copy what the step needs, or leave the rest out in
            .dockerignore. Git's own folder is not counted. Needs a build context, see `--context`.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY . /srv/
                    """,
                    Good: """
                    FROM alpine:3.22
                    COPY site /srv/
                    """) { DockerIgnore = "", ContextFiles = ["site/index.html", "movie.mp4:700000000"] },
            ])
        {
            Remedy = """
                Name what the step needs, as in `COPY site /srv/`, and keep large data in a volume that is mounted when the container
                starts. If the image really needs all of it, raise the option `most-megabytes`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.BuildContext is not { } build || ContextSource.Of(context).FirstOrDefault(source => source.IsWhole) is not { } source)
        {
            return;
        }

        var size = build.Sent.Entries.Sum(entry => entry.Size ?? 0);
        if (size > context.Option(s_most) * BytesPerMegabyte)
        {
            var largest = build.Sent.Entries.MaxBy(entry => entry.Size ?? 0)!;
            context.Report(source.Span, string.Create(CultureInfo.InvariantCulture,
                $"the context has {(build.Listing.IsComplete ? "" : "at least ")}{size / BytesPerMegabyte} MB, the limit is "
                    + $"{context.Option(s_most)} MB; the largest file is {largest.Path}"));
        }
    });
}
