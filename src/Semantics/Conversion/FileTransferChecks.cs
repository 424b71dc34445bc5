using Dockerlint.Syntax;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Checks COPY and ADD.</summary>
internal static class FileTransferChecks
{
    private const uint HighestMode = 0xFFF;

    internal static void Check(FileTransferInstruction transfer, ConversionContext context)
    {
        var sources = new List<(WordSyntax Word, string? Value)>();
        foreach (var word in transfer.ExpandedWords)
        {
            context.TryExpand(word, out var value);
            sources.Add((word, value));
        }

        // A body is expanded as a file; bodies of RUN are left to the shell.
        foreach (var heredoc in transfer.Heredocs)
        {
            if (heredoc.ContentWord is { } content)
            {
                context.TryExpandFlag(content, out _);
            }
        }

        if (sources.Count > 1)
        {
            sources.RemoveAt(sources.Count - 1);
        }

        CheckSources(transfer, sources, context);
        foreach (var flag in transfer.Flags)
        {
            if (flag.Name is "chown" or "chmod" or "checksum" && flag.ExpandedWord is { } word
                && context.TryExpandFlag(word, out var value) && value is { Length: > 0 })
            {
                CheckFlag(flag, value, sources, transfer.Heredocs.Count > 0, context);
            }
        }
    }

    private static void CheckSources(
        FileTransferInstruction transfer, List<(WordSyntax Word, string? Value)> sources, ConversionContext context)
    {
        foreach (var (word, value) in sources)
        {
            ByteChecks.CheckSource(word, value, context);
            if (transfer is CopyInstruction && value is not null && (RemoteSource.IsWeb(value) || RemoteSource.IsGit(value)))
            {
                context.Report(word.Span, $"COPY takes no remote sources: {value} needs ADD");
            }
        }
    }

    private static void CheckFlag(
        FlagSyntax flag, string value, List<(WordSyntax Word, string? Value)> sources, bool hasHeredoc, ConversionContext context)
    {
        switch (flag.Name)
        {
            case "chmod" when !FileMode.TryParseOctal(value, HighestMode) && !FileMode.IsSymbolic(value):
                context.Report(flag.ValueSpan, $"invalid mode '{value}': expected an octal number from 0 to 07777 or symbols such as u+x");
                break;
            case "checksum" when sources.Count > 1 || hasHeredoc:
                context.Report(flag.Span, "--checksum takes a single source");
                break;
            case "checksum" when sources is [{ Value: { } source }]:
                if (RemoteSource.IsGit(source))
                {
                    break;
                }

                if (!RemoteSource.IsWeb(source))
                {
                    context.Report(flag.Span, $"--checksum needs a source at an HTTP or Git address, not {source}");
                }
                else if (!ImageReference.IsDigest(value))
                {
                    context.Report(flag.ValueSpan, $"invalid checksum '{value}': expected sha256: and 64 lower-case hexadecimal digits");
                }

                break;
        }
    }
}
