using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>A script as ShellCheck gets it.</summary>
/// <param name="Instruction">The RUN.</param>
/// <param name="Text">The script with its way back to the source.</param>
/// <param name="Dialect">The shell that runs it.</param>
/// <param name="Prefix">Lines in front of it: the shell, the variables in force, directives from comments. Each ends in a line
/// feed.</param>
internal sealed record ScriptToCheck(RunInstruction Instruction, MappedText Text, ShellDialect Dialect, string Prefix)
{
    /// <summary>How many lines stand in front of the script.</summary>
    internal int PrefixLines { get; } = Prefix.Count(c => c == '\n');

    /// <summary>The whole file. What is no valid text counts as one character each there, too.</summary>
    internal string Content { get; } = Prefix
        + (Text.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? Text.Text : string.Concat(Text.Text.EnumerateRunes()));
}
