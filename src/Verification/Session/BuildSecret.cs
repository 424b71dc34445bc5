namespace Dockerlint.Verification;

/// <summary>A secret that a build may mount. Its value is never written anywhere.</summary>
/// <param name="Id">The id that <c>RUN --mount=type=secret</c> names.</param>
/// <param name="Value">The bytes.</param>
public sealed record BuildSecret(string Id, ReadOnlyMemory<byte> Value)
{
    /// <summary>The largest secret that is passed on, in bytes.</summary>
    public const int Largest = 48 * 1024;

    /// <inheritdoc/>
    public override string ToString() => $"secret {Id}";
}
