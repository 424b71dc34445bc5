namespace Dockerlint.Linting.Config;

/// <summary>A key of <c>format</c>: how the formatter is told its style.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Choices">The values there are; empty for whole numbers.</param>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest number.</param>
/// <param name="Apply">Changes a style by a value that was found good.</param>
public sealed record FormatKey(
    string Name, string Summary, IReadOnlyList<string> Choices, int Least, int Most, Func<FormatStyle, string, FormatStyle> Apply)
{
    /// <summary>Every key, in the order of the documentation.</summary>
    public static IReadOnlyList<FormatKey> All { get; } =
    [
        Number("indent", "Blanks of an indented line, 4 unless given; tab for a tab.", 0, 16, (style, value) =>
            style with { Indent = value }) with
        {
            Choices = ["tab"],
            Apply = static (style, value) => value == "tab"
                ? style with { IndentsWithTabs = true }
                : style with { Indent = ToNumber(value), IndentsWithTabs = false },
        },
        Number("max-width", "Columns a line may have, 120 unless given.", 40, 10000, (style, value) => style with { MaxWidth = value }),
        Choice("keyword-case", "Case of keywords: upper unless given.", ["upper", "lower", "preserve"], (style, value) => style with
        {
            KeywordCase = value switch { "lower" => KeywordCase.Lower, "preserve" => KeywordCase.Preserve, _ => KeywordCase.Upper },
        }),
        Number("one-per-line", "From how many on packages and flags stand on a line each, 4 unless given.", 1, 1000, (style, value) =>
            style with { OnePerLine = value }),
        Choice("operators", "Whether operators such as && begin a line, or end the one before: leading unless given.",
            ["leading", "trailing"],
            (style, value) => style with { LeadingOperators = value == "leading" }),
        Number("blank-lines", "How many blank lines in a row are kept, 1 unless given.", 0, 10, (style, value) =>
            style with { BlankLines = value }),
        Choice("sort-packages", "Whether packages are put in order: false unless given.", ["true", "false"], (style, value) =>
            style with { SortPackages = value == "true" }),
        Choice("align-continuation", "Whether the backslashes stand below each other: false unless given.", ["true", "false"],
            (style, value) => style with { AlignContinuation = value == "true" }),
    ];

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Problem(string value) =>
        Choices.Contains(value) || (Most > 0 && int.TryParse(value, out var number) && number >= Least && number <= Most)
        ? null
        : Most > 0 ? $"{Name} takes a whole number from {Least} to {Most}{(Choices.Count > 0 ? $", or {string.Join(", ", Choices)}" : "")}"
            : $"{Name} takes {string.Join(" or ", Choices)}";

    private static FormatKey Number(string name, string summary, int least, int most, Func<FormatStyle, int, FormatStyle> apply) =>
        new(name, summary, [], least, most, (style, value) => apply(style, ToNumber(value)));

    private static FormatKey Choice(
        string name, string summary, IReadOnlyList<string> choices, Func<FormatStyle, string, FormatStyle> apply) =>
        new(name, summary, choices, 0, 0, apply);

    private static int ToNumber(string value) => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
