using System.Globalization;
using System.Net;

namespace Dockerlint.Semantics.Conversion;

/// <summary>A port of EXPOSE, <c>[[ip:]host:]port[-end][/protocol]</c>, as BuildKit's port parser reads it.</summary>
internal static class PortSpec
{
    /// <summary>What is wrong with it, or null.</summary>
    internal static string? Problem(string spec)
    {
        var parts = spec.Split(':');
        var container = parts[^1];
        var host = parts.Length > 1 ? parts[^2] : "";
        var address = parts.Length > 2 ? string.Join(':', parts[..^2]) : "";
        var slash = container.IndexOf('/', StringComparison.Ordinal);
        var protocol = slash < 0 ? "" : container[(slash + 1)..];
        container = slash < 0 ? container : container[..slash];
        if (container.Length == 0)
        {
            return $"EXPOSE {spec} names no port";
        }

        if (protocol.ToLowerInvariant() is not ("" or "tcp" or "udp" or "sctp"))
        {
            return $"unknown protocol {protocol} in EXPOSE {spec}: expected tcp, udp or sctp";
        }

        if (address.Length > 0 && !IsAddress(address))
        {
            return $"{address} in EXPOSE {spec} is no IP address";
        }

        if (Range(container) is not { } ports)
        {
            return $"invalid port {container}: expected a number from 0 to 65535, or a range such as 8000-8010";
        }

        if (host.Length == 0)
        {
            return null;
        }

        return Range(host) is not { } hostPorts
            ? $"invalid host port {host}: expected a number from 0 to 65535, or a range"
            : ports.End != ports.Start && ports.End - ports.Start != hostPorts.End - hostPorts.Start
                ? $"the ranges {host} and {container} differ in length"
                : null;
    }

    private static (int Start, int End)? Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (Number(dash < 0 ? text : text[..dash]) is not { } start || (dash < 0 ? start : Number(text[(dash + 1)..])) is not { } end)
        {
            return null;
        }

        return end < start ? null : (start, end);
    }

    private static int? Number(string text) => text.StartsWith('-') ? null :
        ushort.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsAddress(string text)
    {
        var bare = text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text;
        return bare.Contains(':', StringComparison.Ordinal)
            ? IPAddress.TryParse(bare, out _)
            : bare.Split('.') is { Length: 4 } bytes && bytes.All(part =>
                byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _) && (part.Length == 1 || part[0] != '0'));
    }
}
