namespace Dockerlint.Verification;

/// <summary>Something that a test asks for and that is not looked at.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Reason">Why not.</param>
public sealed record UncheckedExpectation(string Name, string Reason) : Expectation(Name);
