using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">The name as it is written, its dashes included; of a cluster such as <c>-qy</c> one by one: <c>-q</c>,
/// <c>-y</c>.</param>
/// <param name="Spec">What the tool's manual says of it; null when it does not know it.</param>
/// <param name="Span">Where the name stands, in offsets of the script's text; for one of a cluster its letter.</param>
/// <param name="Value">The value; null without.</param>
/// <param name="IsAttached">Whether the value stands in the same word.</param>
public readonly record struct InvocationOption(string Name, OptionSpec? Spec, TextSpan Span, CommandWord? Value, bool IsAttached)
{
    /// <summary>The first name the manual lists, by which the option is known whatever way it is written.</summary>
    public string MainName => Spec?.Name ?? Name;

    /// <summary>What it is for.</summary>
    public OptionRole Role => Spec?.Role ?? OptionRole.None;

    /// <summary>The value if all of it is known; null otherwise.</summary>
    public string? KnownValue => Value?.Value;
}
