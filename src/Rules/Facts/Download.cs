using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A file that a curl or wget of a script, or an ADD, fetches.</summary>
/// <param name="Url">The address; parts that only the shell knows are <see cref="CommandWord.UnknownText"/>.</param>
/// <param name="UrlSpan">Where it stands.</param>
/// <param name="Use">The command; null for ADD.</param>
/// <param name="Transfer">The ADD; null for a command.</param>
internal sealed record Download(string Url, TextSpan UrlSpan, InvocationUse? Use, Transfer? Transfer)
{
    /// <summary>The name of the file it becomes; null when that is not known or it goes to the standard output.</summary>
    internal string? Output { get; init; }

    /// <summary>Whether the content goes to the standard output.</summary>
    internal bool IsPrinted { get; init; }

    /// <summary>What reads the content as a program: the name of the interpreter, and where it stands.</summary>
    internal (string Name, TextSpan Span)? Interpreter { get; init; }

    /// <summary>Whether the script, or the ADD, checks what was fetched.</summary>
    internal bool IsVerified { get; init; }

    /// <summary>The host of the address; empty when it is not known.</summary>
    internal string Host
    {
        get
        {
            var start = Url.IndexOf("://", StringComparison.Ordinal) + 3;
            var end = Url.AsSpan(start).IndexOfAny('/', '?', '#');
            var authority = end < 0 ? Url[start..] : Url.Substring(start, end);
            authority = authority[(authority.LastIndexOf('@') + 1)..];
            var host = authority.StartsWith('[') ? authority : authority.Split(':')[0];
            return host.Contains(CommandWord.UnknownText, StringComparison.Ordinal) ? "" : host;
        }
    }

    /// <summary>Whether it stays on the machine or in a network of containers, where names have no dot.</summary>
    internal bool IsLocal => Host is "" || LoopbackAddress.IsHost(Host) || !Host.Contains('.', StringComparison.Ordinal)
        || Host.StartsWith("192.168.", StringComparison.Ordinal)
            || Host.StartsWith("10.", StringComparison.Ordinal)
        || Host.StartsWith("169.254.", StringComparison.Ordinal);
}
