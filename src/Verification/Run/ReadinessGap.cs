namespace Dockerlint.Verification;

/// <summary>What a container has not done yet of what makes it ready.</summary>
/// <param name="Words">In words.</param>
/// <param name="IsAsked">Whether an option asked for it; ports and the health check are promises of the image, with rules of their
/// own.</param>
public sealed record ReadinessGap(string Words, bool IsAsked);
