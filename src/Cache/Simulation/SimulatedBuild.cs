namespace Dockerlint.Cache;

/// <summary>The answer to a change that is made in thought.</summary>
/// <param name="Trace">What a build reuses after the change, where nothing but the state before it was built.</param>
/// <param name="Touches">What became of each path that was touched.</param>
public sealed record SimulatedBuild(InvalidationTrace Trace, IReadOnlyList<SimulatedTouch> Touches);
