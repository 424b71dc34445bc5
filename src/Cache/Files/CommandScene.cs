namespace Dockerlint.Cache;

/// <summary>What is in force where commands of a script stand.</summary>
/// <param name="Environment">The variables that are known.</param>
/// <param name="Owner">Whose files it makes.</param>
/// <param name="MayBeDenied">Whether it is run by somebody who may be denied what root may do.</param>
internal sealed record CommandScene(IReadOnlyDictionary<string, string> Environment, string Owner, bool MayBeDenied)
{
    private const string Root = "0:0";

    /// <summary>What is in force when a step begins.</summary>
    internal static CommandScene Of(StepEffect.Run run, string owner) => new(run.Environment, owner,
        !(KeyState.IsUnknown(run.User) || run.User.Split(':')[0] is "" or "root" or "0"));

    /// <summary>What is in force behind a wrapper that runs commands as root, with variables that nobody knows.</summary>
    internal CommandScene AsRoot() => new(new Dictionary<string, string>(StringComparer.Ordinal), Root, false);
}
