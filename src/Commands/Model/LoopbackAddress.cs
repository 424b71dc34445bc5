using System.Net;

namespace Dockerlint.Commands;

/// <summary>Tells the addresses that lead nowhere but to the machine, or the container, itself.</summary>
public static class LoopbackAddress
{
    /// <summary>Whether a host of a URL, with or without the brackets of IPv6, is the machine itself.</summary>
    public static bool IsHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.Trim('[', ']').TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && Is(address));
    }

    /// <summary>Whether a text has a URL in it whose host is the machine itself.</summary>
    public static bool IsUrl(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var rest = text[(at + 3)..];
            var end = rest.AsSpan().IndexOfAny("/?# \"'");
            var authority = end < 0 ? rest : rest[..end];
            authority = authority[(authority.LastIndexOf('@') + 1)..];
            var close = authority.IndexOf(']', StringComparison.Ordinal);
            if (IsHost(authority.StartsWith('[') && close > 0 ? authority[..(close + 1)] : authority.Split(':')[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an address is 127.0.0.0/8, ::1, or one of the first written as IPv6.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }
}
