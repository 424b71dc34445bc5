namespace Dockerlint.Linting;

/// <summary>A finding with the one of its fixes that is to be applied.</summary>
/// <param name="Finding">The finding, in offsets of the text it was found in.</param>
/// <param name="Fix">The fix.</param>
public sealed record ChosenFix(Diagnostic Finding, Fix Fix);
