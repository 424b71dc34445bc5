namespace Dockerlint.Linting.Config;

/// <summary>A single value.</summary>
/// <param name="Text">The value without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes: only then can it be null, a number or a Boolean.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record ConfigScalar(string Text, bool IsPlain, int Line, int Column) : ConfigNode(Line, Column)
{
    /// <summary>Whether it says that there is no value.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : "a single value";
}
