using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A change that removes a finding.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Edits">The edits, all applied or none.</param>
/// <param name="Applicability">Whether it may be applied unasked.</param>
public sealed record Fix(string Title, EditSet Edits, Applicability Applicability);
