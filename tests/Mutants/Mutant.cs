namespace Dockerlint.Mutants;

/// <summary>One change of the code that a test should notice.</summary>
/// <param name="Number">Its number among all mutants of the sources.</param>
/// <param name="Path">The file, from the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Start">Where the text begins, half-open, in UTF-16.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What kind of change it is, in words.</param>
/// <param name="Text">The text as it is.</param>
/// <param name="Changed">The text instead.</param>
/// <param name="IsStatement">Whether the text is a statement that is left out.</param>
internal sealed record Mutant(
    int Number, string Path, int Line, int Start, int End, string Kind, string Text, string Changed, bool IsStatement = false)
{
    /// <summary>The text with a switch: what it was, unless the variable names this mutant.</summary>
    public string Switched => IsStatement
        ? $"if (!MutantSwitch.On({Number})) {Text}"
        : $"(MutantSwitch.On({Number}) ? {Changed} : {Text})";

    /// <summary>The text in one line, cut where it is long.</summary>
    public string Short(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line
        && line.Length > 70 ? line[..67] + "…" : line;
}
