namespace Dockerlint.Linting.Baseline;

/// <summary>A finding that is known and not to be reported again.</summary>
/// <param name="File">The path of its file when the baseline was written, with <c>/</c> between its parts.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
public sealed record BaselineEntry(string File, string Rule, string Fingerprint);
