using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting.Scripts;

/// <summary>A script as ShellCheck gets it.</summary>
/// <param name="Instruction">The RUN.</param>
/// <param name="Text">The script with its way back to the source.</param>
/// <param name="Dialect">The shell that runs it.</param>
/// <param name="Prefix">Lines in front of it: the shell, the variables in force, directives from comments. Each ends in a line
/// feed.</param>
public sealed record ScriptToCheck(RunInstruction Instruction, MappedText Text, ShellDialect Dialect, string Prefix)
{
    /// <summary>The variables in force by their names; null stands for a value that is not known.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What comments between the lines of the instruction say of the whole script, without their number signs.</summary>
    public IReadOnlyList<string> Directives { get; init; } = [];

    /// <summary>How many lines stand in front of the script.</summary>
    public int PrefixLines { get; } = Prefix.AsSpan().Count('\n');

    /// <summary>The whole file. What is no valid text counts as one character each there, too.</summary>
    public string Content => Prefix
        + (Text.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? Text.Text : string.Concat(Text.Text.EnumerateRunes()));
}
