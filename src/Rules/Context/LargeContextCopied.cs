using System.Globalization;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK3007.</summary>
public sealed class LargeContextCopied : Rule
{
    private const long BytesPerMegabyte = 1_000_000;

    private static readonly RuleOption<int> s_most = new("most-megabytes", 500, "How many megabytes (10^6 bytes) a COPY or ADD of the whole context may take.");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK3007", "large-context-copied", Category.Context, Severity.Info)
    {
        Since = "0.1",
        Options = [s_most],
        Doc = new("The whole build context is copied, and it is larger than a limit.",
            "All of it is sent to the builder, hashed, and kept in a layer. Copy what the step needs, or leave the rest out in .dockerignore. Git's own folder is not counted. Needs a build context, see `--context`.",
            [new("FROM alpine:3.22\nCOPY . /srv/\n", "FROM alpine:3.22\nCOPY site /srv/\n") { DockerIgnore = "", ContextFiles = ["site/index.html", "movie.mp4:700000000"] }]),
    };

    /// <inheritdoc/>
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
                $"the context has {(build.Listing.IsComplete ? "" : "at least ")}{size / BytesPerMegabyte} MB, the limit is {context.Option(s_most)} MB; the largest file is {largest.Path}"));
        }
    });
}
