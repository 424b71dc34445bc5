namespace Dockerlint.Semantics.Context;

/// <summary>What the rules of a .dockerignore file say of a path, and which of them fit it; handed down to what lies below.</summary>
public readonly struct IgnoreState : IEquatable<IgnoreState>
{
    private readonly ulong[]? _fits;

    internal IgnoreState(bool isExcluded, bool isClosed, ulong[]? fits)
    {
        IsExcluded = isExcluded;
        IsClosed = isClosed;
        _fits = fits;
    }

    /// <summary>Whether the path is ignored.</summary>
    public bool IsExcluded { get; }

    /// <summary>Whether the client does not even look below the path: all there is ignored.</summary>
    public bool IsClosed { get; }

    internal bool Fits(int rule) => _fits is not null && (_fits[rule / 64] & (1UL << (rule % 64))) != 0;

    /// <inheritdoc/>
    public bool Equals(IgnoreState other) =>
        IsExcluded == other.IsExcluded && IsClosed == other.IsClosed && (_fits ?? []).AsSpan().SequenceEqual(other._fits ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IgnoreState other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsExcluded, IsClosed, _fits?.Length ?? 0);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(IgnoreState left, IgnoreState right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(IgnoreState left, IgnoreState right) => !left.Equals(right);
}
