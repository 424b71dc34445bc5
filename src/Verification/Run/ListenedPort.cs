using System.Globalization;
using System.Net;
using Dockerlint.Commands;

namespace Dockerlint.Verification;

/// <summary>A port somebody listens on.</summary>
/// <param name="Number">The port.</param>
/// <param name="Protocol">tcp or udp.</param>
/// <param name="IsLoopback">Whether only the container itself can reach it.</param>
public sealed record ListenedPort(int Number, string Protocol, bool IsLoopback)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Protocol}");

    /// <summary>
    /// Reads <c>/proc/net/tcp</c> or <c>udp</c> (proc(5)): addresses in hexadecimal, state 0A listens, 07 is an unconnected datagram
    /// socket.
    /// </summary>
    internal static IEnumerable<ListenedPort> Read(IEnumerable<string> table, string protocol)
    {
        foreach (var line in table)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 4 || words[3] != (protocol == "tcp" ? "0A" : "07"))
            {
                continue;
            }

            var colon = words[1].LastIndexOf(':');
            if (colon > 0 && int.TryParse(words[1].AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port))
            {
                var address = words[1][..colon];

                yield return new ListenedPort(port, protocol, Address(address) is { } known && LoopbackAddress.Is(known));
            }
        }
    }

    // Words of four bytes, each in the byte order of the machine.
    private static IPAddress? Address(string text)
    {
        if (text.Length is not (8 or 32))
        {
            return null;
        }

        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(text.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
                out bytes[(i & ~3) + (3 - (i & 3))]))
            {
                return null;
            }
        }

        return new IPAddress(bytes);
    }
}
