using System.Collections;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>What the file downloads, and what becomes of it.</summary>
internal sealed class Downloads : IFact<Downloads>, IEnumerable<Download>
{
    private static readonly string[] s_checks =
        ["sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "b2sum", "md5sum", "shasum", "gpg", "gpg2", "gpgv", "cosign", "minisign", "openssl"];

    // Options whose value is no address to fetch.
    private static readonly string[] s_valued =
        ["-H", "--header", "-e", "--referer", "-x", "--proxy", "-d", "--data", "--data-raw", "-A", "--user-agent", "-b", "--cookie", "--resolve", "-F", "--form"];

    private readonly List<Download> _downloads = [];

    private Downloads()
    {
    }

    /// <inheritdoc/>
    public static Downloads Compute(FileFacts file)
    {
        var downloads = new Downloads();
        foreach (var transfer in file.Get<Transfers>())
        {
            if (transfer.Instruction is AddInstruction add)
            {
                downloads._downloads.AddRange(transfer.Sources.Where(source => IsAddress(source.Text))
                    .Select(source => new Download(source.Text!, source.Span, null, transfer) { IsVerified = add.Flag("checksum") is not null }));
            }
        }

        var lines = file.Get<CommandLines>();
        foreach (var script in lines.Where(line => line.Name is "curl" or "wget").Select(line => line.Script).Distinct())
        {
            downloads.Add(script, [.. lines.Of(script)]);
        }

        return downloads;
    }

    /// <inheritdoc/>
    public IEnumerator<Download> GetEnumerator() => _downloads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a text is an address to fetch from.</summary>
    internal static bool IsAddress(string? text) => text is not null
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase));

    private void Add(ScriptUse script, List<CommandLine> lines)
    {
        var interpreters = Interpreters.Of(script, lines);
        var isVerified = lines.Exists(line => s_checks.Contains(line.Name) && !line.Has("--dearmor"));
        foreach (var line in lines.Where(line => line.Name is "curl" or "wget"))
        {
            for (var i = 0; i < line.Arguments.Count; i++)
            {
                var url = line.Sketch(i);
                var equals = url.StartsWith("--url=", StringComparison.Ordinal) ? url[6..] : url;
                if (!IsAddress(equals) || (i > 0 && s_valued.Contains(line.Arguments[i - 1])))
                {
                    continue;
                }

                var output = DownloadedFile.OutputOf(line, equals);
                _downloads.Add(new Download(equals, line.SpanOf(i), line, null)
                {
                    Output = output is "-" ? null : output,
                    IsPrinted = output is "-",
                    Interpreter = output is "-" && interpreters.TryGetValue(line.Use.Command, out var found) ? found : null,
                    IsVerified = isVerified,
                });
            }
        }
    }
}
