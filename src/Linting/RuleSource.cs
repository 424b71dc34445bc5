namespace Dockerlint.Linting;

/// <summary>A rule of another program that stands beside one of ours. Its id selects and suppresses ours as well.</summary>
/// <param name="Peer">The program.</param>
/// <param name="Id">The id of the rule there.</param>
/// <param name="IsSame">Whether ours is about the same offence with the same verdicts; else it is about the same concern.</param>
public sealed record RuleSource(RulePeer Peer, string Id, bool IsSame)
{
    /// <summary>A check of BuildKit that ours says as well.</summary>
    public static RuleSource BuildKit(string id) => new(RulePeer.BuildKit, id, true);

    /// <summary>A rule of Trivy about the same concern.</summary>
    public static RuleSource Trivy(string id) => new(RulePeer.Trivy, id, false);

    /// <summary>A rule of Checkov about the same concern.</summary>
    public static RuleSource Checkov(string id) => new(RulePeer.Checkov, id, false);

    /// <summary>A check of Dockle, or a point of the CIS benchmark, about the same concern.</summary>
    public static RuleSource Dockle(string id) => new(RulePeer.Dockle, id, false);
}
