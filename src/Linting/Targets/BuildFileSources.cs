namespace Dockerlint.Linting.Targets;

/// <summary>What lies outside a Compose or Bake file and has a say in it.</summary>
/// <param name="Variable">The value of a variable of the environment; null when it is not set.</param>
/// <param name="Read">The text of another file by its path; null when it cannot be read.</param>
public sealed record BuildFileSources(Func<string, string?> Variable, Func<string, string?> Read)
{
    /// <summary>
    /// Whether a variable has its value from this machine and not from the file: then it may be a secret. It still says where files are,
    /// but what else is made of it counts as unknown, so that no message can quote it.
    /// </summary>
    public Func<string, bool> IsPrivate { get; init; } = static _ => false;

    /// <summary>Nothing.</summary>
    public static BuildFileSources None { get; } = new(static _ => null, static _ => null);
}
