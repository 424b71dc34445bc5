namespace Dockerlint.Semantics;

/// <summary>What is known of a variable at a place.</summary>
/// <param name="IsSet">True or false where that is known; null where a foreign base image may set it.</param>
/// <param name="Text">The value; null where it is not known or not set.</param>
public readonly record struct VariableValue(bool? IsSet, string? Text)
{
    /// <summary>Nothing is known.</summary>
    public static VariableValue Unknown => new(null, null);

    /// <summary>Certainly not set.</summary>
    public static VariableValue Unset => new(false, null);

    /// <summary>Set to a known text.</summary>
    public static VariableValue Of(string text) => new(true, text);
}
