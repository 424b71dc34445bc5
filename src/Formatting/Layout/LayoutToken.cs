namespace Dockerlint.Formatting;

/// <summary>A piece of a layout.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record LayoutToken(LayoutTokenKind Kind)
{
    /// <summary>The characters of a text; of a break those that stand there when it is none.</summary>
    internal string Text { get; init; } = "";

    /// <summary>What ends the line when the break is one.</summary>
    internal string Broken { get; init; } = "";

    /// <summary>Whether the line has to be continued by the escape character: without it the command would end here.</summary>
    internal bool IsContinued { get; init; } = true;

    /// <summary>Comments, and empty texts for blank lines, that stand between the lines.</summary>
    internal IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Whether the line ends here in any case.</summary>
    internal bool IsForced { get; init; }

    /// <summary>How far a broken group is indented.</summary>
    internal int Indent { get; init; }

    /// <summary>Whether the group may be broken while those around it stay on their line.</summary>
    internal bool IsHugging { get; init; }

    /// <summary>The body of a heredoc, terminator included, that follows the line this text stands on.</summary>
    internal string? Heredoc { get; init; }

    /// <summary>Whether a group holds a break that is forced. Set when the group is closed, before the layout is printed.</summary>
    internal bool IsBroken { get; set; }
}
