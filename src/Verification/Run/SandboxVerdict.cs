namespace Dockerlint.Verification;

/// <summary>A container that runs under <c>docker run</c> and not in our own box.</summary>
/// <param name="Options">The options with which it runs in ours.</param>
/// <param name="Failure">How it failed without them, in words.</param>
public sealed record SandboxVerdict(IReadOnlyList<string> Options, string Failure);
