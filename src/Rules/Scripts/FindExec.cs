using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Commands that find runs.</summary>
internal static class FindExec
{
    /// <summary>Every option that runs one, and the word behind it.</summary>
    internal static IEnumerable<(ShellWord Option, ShellWord First)> All(CheckedScript script) => script.Named("find")
        .SelectMany(command => command.Words.Zip(command.Words.Skip(1)))
        .Where(pair => pair.First.LiteralValue is "-exec" or "-execdir" or "-ok" or "-okdir");
}
