using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK5005.</summary>
public sealed class MovingDownload : Rule
{
    private static readonly string[] s_marks = ["/latest/", "/master/", "/main/", "/HEAD/", "/trunk/", "/nightly/"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5005", "moving-download", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Doc = new("A download comes from an address whose content moves.",
            "Behind latest, master or main there is something else tomorrow, while the cached layer keeps what was there at the first build. Name a release or a commit. A checked digest, with which the build stops when the content moves, is enough.",
            [new("FROM debian:12\nRUN curl -fsSLo /a https://github.com/o/r/releases/latest/download/a\n", "FROM debian:12\nRUN curl -fsSLo /a https://github.com/o/r/releases/download/v1.2.3/a\n"),
             new("FROM debian:12\nADD https://raw.githubusercontent.com/o/r/master/x.sh /\n", "FROM debian:12\nRUN curl -o x https://raw.githubusercontent.com/o/r/main/x && echo \"$SUM x\" | sha256sum -c\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var download in context.Get<Downloads>().Where(download => !download.IsVerified && !download.IsLocal))
        {
            // The main of a Debian repository is a section, not a branch.
            var path = download.Url[(download.Url.IndexOf("://", StringComparison.Ordinal) + 3)..].Replace("/pool/main/", "/pool/", StringComparison.Ordinal) + "/";
            if ((Array.Find(s_marks, mark => path.Contains(mark, StringComparison.Ordinal))?.Trim('/') ?? MovingReference.InFileName(download.Url)) is { } moving)
            {
                context.Report(download.UrlSpan, $"what stands behind {moving} in this address changes");
            }
        }
    });
}
