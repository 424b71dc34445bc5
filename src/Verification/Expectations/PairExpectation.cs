using System.Text.RegularExpressions;

namespace Dockerlint.Verification;

/// <summary>A variable or a label with its value.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">The value as it has to be.</param>
/// <param name="Pattern">What the value has to match in place of that; null to compare.</param>
public sealed record PairExpectation(string Key, string Value, Regex? Pattern);
