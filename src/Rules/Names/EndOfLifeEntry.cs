using System.Globalization;

namespace Dockerlint.Rules;

/// <summary>The end of support of one release.</summary>
/// <param name="Product">Its name with the release.</param>
/// <param name="Cycle">The beginning of its tags, or <c>any</c>.</param>
/// <param name="Date">The last day of support.</param>
internal sealed record EndOfLifeEntry(string Product, string Cycle, DateOnly Date)
{
    /// <summary>Reads <c>cycle=date</c>.</summary>
    internal static EndOfLifeEntry Parse(string product, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var cycle = text[..equals];

        // Where tags begin with the product, it is said once: centos6 is CentOS 6.
        var release = cycle.StartsWith(product, StringComparison.OrdinalIgnoreCase) ? cycle.AsSpan(product.Length).TrimStart('-').ToString()
            : cycle;
        return new EndOfLifeEntry(cycle == "any" ? product : product.Length == 0 ? cycle : $"{product} {release}", cycle,
            DateOnly.ParseExact(text.AsSpan(equals + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
