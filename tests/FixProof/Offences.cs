using System.Text;
using System.Text.RegularExpressions;

namespace Dockerlint.FixProof;

/// <summary>What may differ: per rule what its offence is, and for all what differs between two builds of the same file.</summary>
internal sealed class Offences
{
    private const string AnyRule = "*";

    private readonly IReadOnlyList<Line> _offences = Read("offences.tsv");
    private readonly IReadOnlyList<Line> _noise = Read("noise.tsv");

    /// <summary>The lines about a rule, as they are listed.</summary>
    internal IEnumerable<Line> Of(string rule) => _offences.Where(line => line.Rule == rule);

    /// <summary>The lines about every rule.</summary>
    internal IEnumerable<Line> OfAll => _offences.Where(line => line.Rule == AnyRule);

    /// <summary>The lines about every build.</summary>
    internal IReadOnlyList<Line> Noise => _noise;

    /// <summary>Whether a difference is no more than two builds of one file have.</summary>
    internal bool IsNoise(Difference difference) => _noise.Any(line => line.Matches(difference));

    /// <summary>Whether a difference is what the rule is about.</summary>
    internal bool IsOffence(string rule, Difference difference) =>
        _offences.Any(line => (line.Rule == rule || line.Rule == AnyRule || rule == ProofCase.EveryRule) && line.Matches(difference));

    private static IReadOnlyList<Line> Read(string file) =>
        [.. ProofData.Lines("Data", file).Select(parts => new Line(parts[0], parts[1], parts[2], parts[3]))];

    /// <summary>One line of the data.</summary>
    /// <param name="Rule">The rule; * for noise.</param>
    /// <param name="What">The kind of difference.</param>
    /// <param name="Pattern">The path or field; <c>*</c> stands for any characters but a slash, <c>**</c> for any.</param>
    /// <param name="Why">Why that is the offence, or noise.</param>
    internal sealed record Line(string Rule, string What, string Pattern, string Why)
    {
        private readonly Regex _pattern = new(Expression(Pattern), RegexOptions.CultureInvariant);

        internal bool Matches(Difference difference) => (What == "*" || What == difference.What) && _pattern.IsMatch(difference.Where);

        private static string Expression(string pattern)
        {
            var text = new StringBuilder(@"\A");
            for (var i = 0; i < pattern.Length; i++)
            {
                if (pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*')
                {
                    text.Append(".*");
                    i++;
                }
                else
                {
                    text.Append(pattern[i] == '*' ? "[^/]*" : Regex.Escape(pattern[i].ToString()));
                }
            }

            return text.Append(@"\z").ToString();
        }
    }
}
