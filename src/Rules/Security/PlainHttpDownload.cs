using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PlainHttpDownload : Rule
{
    public override RuleInfo Info { get; } = new("DK2014", "plain-http-download", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A file is fetched over http or ftp and not checked.",
            """
            Anybody between the build and the server can send something else. A digest or signature that is checked in the same RUN, or
            ADD --checksum, makes the transport harmless; hosts of the local network are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN wget http://example.com/a.tar
                    """,
                    Good: """
                    FROM debian:12
                    RUN wget https://example.com/a.tar
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN wget https://example.com/a.tar
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD http://example.com/a.tar /
                    """,
                    Good: """
                    FROM debian:12
                    ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://example.com/a.tar /
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN git clone http://example.com/a.git
                    """,
                    Good: """
                    FROM debian:12
                    RUN git clone https://example.com/a.git
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN git clone https://example.com/a.git
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -o /a ftp://example.com/a
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -o /a http://example.com/a && echo "$SUM /a" | sha256sum -c && curl http://localhost:80/
                    """),
            ])
        {
            Remedy = """
                Write `https://` if the server offers it. If it does not, fetch the file with `ADD --checksum=sha256:...`, or check it
                with `sha256sum -c` or `gpg --verify` in the same `RUN`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var download in context.Get<Downloads>())
        {
            if (download is not { IsVerified: false, IsLocal: false }
                || download.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            Report(download, context);
        }

        foreach (var use in context.Model.Invocations)
        {
            foreach (var word in use.Invocation.Arguments)
            {
                var text = word.Text;
                if (text.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at && IsFetched(use.Invocation, word))
                {
                    var source = new Download(text[at..], use.Invocation.ToSource(word), use, null);
                    if (!source.IsLocal)
                    {
                        Report(source, context);
                    }
                }
            }
        }
    });

    private static void Report(Download download, RuleContext context)
    {
        var at = context.Tree.Source.Slice(download.UrlSpan).IndexOf("http://", StringComparison.Ordinal);
        // Another port, a bare address and a name without a dot hardly ever answer to https.
        var host = download.Host;
        IReadOnlyList<Fix> fixes = at >= 0 && host.Contains('.', StringComparison.Ordinal) && host.AsSpan()
            .IndexOfAnyExcept("0123456789.") >= 0
            && host.AsSpan().IndexOfAny("[]:$") < 0 && !HasPort(context.Tree.Source.ToString(download.UrlSpan)[(at + 7)..])
            ? Fix.Of("use https", Applicability.Unsafe, new TextEdit(new TextSpan(download.UrlSpan.Start + at + 4, 0), "s")) : [];
        context.Report(download.UrlSpan,
            $"what {download.Host} sends is neither encrypted nor checked: use https, or check its sha256", fixes);
    }

    private static bool HasPort(string rest) => rest[..(rest.AsSpan().IndexOfAny("/?#'\" ") is >= 0 and var end ? end : rest.Length)]
        .Split('@')[^1].Contains(':', StringComparison.Ordinal);

    // Other programs that fetch what the address names: a repository, or packages from an index. Those of a distribution are signed.
    private static bool IsFetched(Invocation command, CommandWord word)
    {
        if (command.Tool is { FetchesFiles: true } || !command.Does(EffectKind.Fetches)
            || command.Find(EffectKind.Installs)?.Spec.Packages == PackageKind.System)
        {
            return false;
        }

        foreach (var effect in command.Effects)
        {
            if (effect.Kind is EffectKind.Fetches or EffectKind.Installs && effect.Targets.Any(target => word.Span.Contains(target.Span)))
            {
                return true;
            }
        }

        foreach (var option in command.Options)
        {
            if (option is { Role: OptionRole.Address or OptionRole.Source, Value: { } value } && word.Span.Contains(value.Span))
            {
                return true;
            }
        }

        return false;
    }
}
