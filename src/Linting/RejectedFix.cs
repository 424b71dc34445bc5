namespace Dockerlint.Linting;

/// <summary>A fix that was tried and undone.</summary>
/// <param name="Finding">The finding, in offsets of the text that the fixing ended with.</param>
/// <param name="Fix">The fix.</param>
/// <param name="Reason">What was wrong with the result, without a full stop.</param>
public sealed record RejectedFix(Diagnostic Finding, Fix Fix, string Reason);
