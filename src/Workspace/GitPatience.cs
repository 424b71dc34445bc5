namespace Dockerlint.Workspace;

/// <summary>How long git is waited for.</summary>
/// <param name="Idle">In one and the same wait, doing nothing.</param>
/// <param name="Silent">At work, without a word.</param>
internal sealed record GitPatience(TimeSpan Idle, TimeSpan Silent)
{
    private const int LooksWhileIdle = 10;

    /// <summary>What every call gets: no disk lets a program sleep for seconds, but a large history can keep it busy for minutes.</summary>
    internal static GitPatience Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    /// <summary>How often it is looked at.</summary>
    internal TimeSpan Interval => Idle / LooksWhileIdle;
}
