namespace Dockerlint.Linting.Secrets;

/// <summary>How the secrets of one issuer look.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Least">The fewest characters behind the prefix.</param>
/// <param name="Most">The most characters behind the prefix.</param>
/// <param name="Alphabet">The characters behind the prefix.</param>
internal sealed record TokenFormat(string Kind, string Prefix, int Least, int Most, string Alphabet);
