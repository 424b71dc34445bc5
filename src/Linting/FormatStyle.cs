namespace Dockerlint.Linting;

/// <summary>How <c>dockerlint fmt</c> lays a file out.</summary>
public sealed record FormatStyle
{
    /// <summary>The style without any option.</summary>
    public static FormatStyle Default { get; } = new();

    /// <summary>How many blanks a continuation line, and each level inside it, is indented.</summary>
    public int Indent { get; init; } = 4;

    /// <summary>Whether a tab stands for each such step.</summary>
    public bool IndentsWithTabs { get; init; }

    /// <summary>Columns a line may have before it is broken.</summary>
    public int MaxWidth { get; init; } = 120;

    /// <summary>The case of keywords.</summary>
    public KeywordCase KeywordCase { get; init; } = KeywordCase.Upper;

    /// <summary>From how many on the packages of a command, or the flags of an instruction, stand on a line each.</summary>
    public int OnePerLine { get; init; } = 4;

    /// <summary>Whether <c>&amp;&amp;</c>, <c>||</c> and <c>|</c> begin a line of a RUN instead of ending the one before.</summary>
    public bool LeadingOperators { get; init; } = true;

    /// <summary>How many blank lines in a row are kept.</summary>
    public int BlankLines { get; init; } = 1;

    /// <summary>Whether the packages of a command are put in order of their names.</summary>
    public bool SortPackages { get; init; }

    /// <summary>Whether the characters that continue a line stand below each other.</summary>
    public bool AlignContinuation { get; init; }

    /// <summary>The line end of what is written anew; null for the one the file has.</summary>
    public string? LineEnd { get; init; }

    /// <summary>Whether the file ends with a line end; null for yes.</summary>
    public bool? FinalLineEnd { get; init; }
}
