namespace Dockerlint.Linting;

/// <summary>Knows the rules of the other profiles, whose verdicts may differ: a comment may be there for the sake of one of them.</summary>
public interface IOtherVerdicts
{
    /// <summary>The profiles and the rules that run in them.</summary>
    IEnumerable<(Profile Profile, IReadOnlyList<Rule> Rules)> Verdicts { get; }
}
