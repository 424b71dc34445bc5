using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Files that curl, wget and others write.</summary>
internal static class DownloadedFile
{
    /// <summary>The file that a command downloads to, as written; null when there is none or it is not known.</summary>
    internal static string? FileOf(InvocationUse use)
    {
        // With a folder, a list of addresses or several of them it is not known which file is meant.
        if (use.Invocation.Tool is not { FetchesFiles: true } || use.Invocation.Has(OptionRole.Target)
            || use.Invocation.Has(OptionRole.Manifest)
            || use.Invocation.Has(OptionRole.DryRun))
        {
            return null;
        }

        var url = Downloads.AddressesOf(use.Invocation).Select(word => word.Text).FirstOrDefault();
        return OutputOf(use, url ?? "") is { Length: > 0 } file && file != "-" && !file.StartsWith("/dev/", StringComparison.Ordinal)
            ? file : null;
    }

    /// <summary>
    /// Where a command writes what it fetches from an address: a file, <c>-</c> for the standard output, null when it is not known.
    /// </summary>
    internal static string? OutputOf(InvocationUse use, string url)
    {
        // A redirection takes the output; without one of an option, wget writes its log there.
        return Option(use.Invocation, url) is not "-" and var file ? file
            : use.Invocation.Redirects.FirstOrDefault(redirect =>
                redirect.Operator.Text is ">" or ">>" or ">|" && redirect.Descriptor is null or "1") is { } redirect
                ? use.Resolve(redirect.Target)
                : "-";
    }

    private static string? Option(Invocation command, string url)
    {
        foreach (var option in command.Options)
        {
            if (option.Role == OptionRole.Output)
            {
                return option.Value is { } value ? Known(value.Text) : null;
            }
        }

        if (!command.Has(OptionRole.RemoteName) && !command.Does(EffectKind.Writes))
        {
            return "-";
        }

        var path = url.Split('?', '#')[0].TrimEnd('/');
        return Known(path[(path.LastIndexOf('/') + 1)..]);
    }

    private static string? Known(string text) =>
        text.Contains(CommandWord.UnknownText, StringComparison.Ordinal) ? null : text is "/dev/stdout" ? "-" : text;
}
