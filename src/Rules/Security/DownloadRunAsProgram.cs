using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class DownloadRunAsProgram : Rule
{
    public override RuleInfo Info { get; } = new("DK2002", "download-run-as-program", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "What curl or wget fetches is run at once.",
            """
            Nobody has seen or checked what the server sends that day, and a transfer that breaks off runs half a script. Download to a
            file, check its digest, then run it. Over https the finding is informational.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSL http://get.example.com/install.sh | sh
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSLo i.sh https://get.example.com/install.sh && echo "$SUM  i.sh" | sha256sum -c && sh i.sh
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN bash <(curl -fsSL https://get.example.com)
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/a.tar | tar x
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN sh -c "$(wget -qO- https://get.example.com)"
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl https://example.com/list | sh -c 'cat > /list'
                    """),
            ])
        {
            Remedy = """
                Save the file with `curl -fsSLo install.sh`, check it with `sha256sum -c` or `gpg --verify` in the same `RUN`, and only
                then start it. A package of the distribution, or `COPY --from` of an official image, often saves the script altogether.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var download in context.Get<Downloads>())
        {
            if (download is { Interpreter: { } interpreter, Use.Invocation: { } line, IsVerified: false })
            {
                var message = $"{interpreter.Name} runs what {line.Name} fetches, unchecked: download it, check its sha256, then run it";
                if (download.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                {
                    context.ReportInfo(line.NameSpan, message);
                }
                else
                {
                    context.Report(line.NameSpan, message);
                }
            }
        }
    });
}
