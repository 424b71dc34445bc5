namespace Dockerlint.Linting.Custom;

/// <summary>A value that a custom rule looks at: a text, none, or one that nobody knows.</summary>
/// <param name="IsKnown">Whether it is known; then no text means that there is none.</param>
/// <param name="Text">The text.</param>
public readonly record struct CustomValue(bool IsKnown, string? Text)
{
    /// <summary>Nobody knows it.</summary>
    public static CustomValue Unknown => default;

    /// <summary>There is none.</summary>
    public static CustomValue None => new(true, null);

    /// <summary>A text; one that is null is not known.</summary>
    public static CustomValue Of(string? text) => new(text is not null, text);
}
