using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class MovingDownload : Rule
{
    private static readonly string[] s_marks = ["/latest/", "/master/", "/main/", "/HEAD/", "/trunk/", "/nightly/"];

    public override RuleInfo Info { get; } = new("DK5005", "moving-download", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "A download comes from an address whose content moves.",
            """
            Behind latest, master or main there is something else tomorrow, while the cached layer keeps what was there at the first
            build. Name a release or a commit. A checked digest, with which the build stops when the content moves, is enough.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSLo /a https://github.com/o/r/releases/latest/download/a
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSLo /a https://github.com/o/r/releases/download/v1.2.3/a
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD https://raw.githubusercontent.com/o/r/master/x.sh /
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -o x https://raw.githubusercontent.com/o/r/main/x && echo "$SUM x" | sha256sum -c
                    """),
            ])
        {
            Remedy = """
                Replace `latest` or the branch by a release, as in `releases/download/v1.2.3/`, with the number in an `ARG`. If no such
                address exists, verify the file with `sha256sum -c` in the same `RUN` or `ADD --checksum`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var download in context.Get<Downloads>().Where(download => !download.IsVerified && !download.IsLocal))
        {
            // The main of a Debian repository is a section, not a branch.
            var path = download.Url[(download.Url.IndexOf("://", StringComparison.Ordinal) + 3)..]
                .Replace("/pool/main/", "/pool/", StringComparison.Ordinal) + "/";
            if ((Array.Find(s_marks, mark => path.Contains(mark, StringComparison.Ordinal))?.Trim('/')
                ?? MovingReference.InFileName(download.Url)) is { } moving)
            {
                context.Report(download.UrlSpan, $"this address follows {moving}, and what it gives changes: name a version or a commit");
            }
        }
    });
}
