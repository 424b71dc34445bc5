namespace Dockerlint.Linting.Custom;

/// <summary>A rule that a configuration states.</summary>
/// <param name="Info">Its code, severity and documentation.</param>
/// <param name="Demand">What it demands.</param>
/// <param name="Match">Of what.</param>
/// <param name="Message">What is reported; <c>{name}</c> and <c>{value}</c> stand for what was found.</param>
public sealed record CustomRuleSpec(RuleInfo Info, CustomDemand Demand, CustomMatch Match, string Message)
{
    /// <summary>The name that stands for the stages that make up the image.</summary>
    public const string FinalStages = "final";

    /// <summary>The name that stands for all other stages.</summary>
    public const string OtherStages = "build";

    /// <summary>The stages it looks at, by name, or as <see cref="FinalStages"/> and <see cref="OtherStages"/>; null for all.</summary>
    public PatternList? Stages { get; init; }

    /// <summary>What to write instead of what was found; null without.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether the replacement may be made unasked.</summary>
    public bool IsReplacementSafe { get; init; }

    /// <summary>Whether a text is a code that a custom rule may have: capital letters and digits at its end, and none of ours.</summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = text.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        var rest = letters < 2 || letters > 20 ? "" : text.AsSpan(letters);
        rest = rest is ['-' or '_', ..] ? rest[1..] : rest;
        return rest.Length is > 0 and < 7 && rest.IndexOfAnyExceptInRange('0', '9') < 0 && text[..letters] is not ("DL" or "DK" or "SC");
    }
}
