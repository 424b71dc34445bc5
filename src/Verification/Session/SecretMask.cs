using System.Text;

namespace Dockerlint.Verification;

/// <summary>Takes secrets out of what a build writes.</summary>
internal sealed class SecretMask
{
    // Shorter ones would take apart ordinary words.
    private const int Shortest = 4;

    private readonly string[] _values;

    internal SecretMask(IEnumerable<BuildSecret> secrets) =>
        _values = [.. secrets.SelectMany(secret => Encoding.UTF8.GetString(secret.Value.Span).Split('\n'))
            .Select(line => line.Trim()).Where(line => line.Length >= Shortest).Distinct().OrderByDescending(line => line.Length)];

    internal string Apply(string text) =>
        _values.Aggregate(text, static (current, value) => current.Replace(value, "***", StringComparison.Ordinal));
}
