using System.Globalization;

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

                // 127.0.0.0/8 in the machine's byte order; ::1 is all zeros and one.
                var isLoopback = address.Length == 8 ? address.EndsWith("7F", StringComparison.Ordinal)
                    : address == "00000000000000000000000001000000";
                yield return new ListenedPort(port, protocol, isLoopback);
            }
        }
    }
}
