using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>A request that a container has to answer, sent from beside it: no port of the machine is used.</summary>
/// <param name="Method">Such as GET.</param>
/// <param name="Port">The port; null for the first that the image exposes.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Status">The status that is expected.</param>
public sealed record HttpProbe(string Method, int? Port, string Path, int Status)
{
    /// <summary>Reads <c>GET:/health=200</c> and <c>GET:8080/health=200</c>; method and status may be left out.</summary>
    public static HttpProbe? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var hasMethod = colon > 0 && (slash < 0 || colon < slash) && text[..colon].All(char.IsAsciiLetter);
        var method = hasMethod ? text[..colon].ToUpperInvariant() : "GET";
        var rest = hasMethod ? text[(colon + 1)..] : text;
        slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || rest.AsSpan().IndexOfAnyInRange('\0', ' ') >= 0)
        {
            return null;
        }

        int? port = null;
        if (slash > 0)
        {
            if (!int.TryParse(rest[..slash].TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 65535)
            {
                return null;
            }

            port = number;
        }

        var (path, status) = (rest[slash..], 200);
        var equals = path.LastIndexOf('=');
        if (equals > 0 && path[(equals + 1)..] is { Length: 3 } code
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var expected))
        {
            (path, status) = (path[..equals], expected);
        }

        return new HttpProbe(method, port, path, status);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Method} {(Port is { } port ? $":{port}" : "")}{Path}");
}
