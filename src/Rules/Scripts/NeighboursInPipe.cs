using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Commands that stand beside each other in a pipe.</summary>
internal static class NeighboursInPipe
{
    /// <summary>Every two commands with a bar between them.</summary>
    internal static List<(ShellCommand First, ShellCommand Second)> All(CheckedScript script) => script.Pipes;

    /// <summary>Every ls in front of a bar, and the command behind it.</summary>
    internal static IEnumerable<(SimpleCommand Command, ShellCommand Next)> OfLs(CheckedScript script)
    {
        foreach (var (first, second) in All(script))
        {
            if (first is SimpleCommand { Name: "ls" } command)
            {
                yield return (command, second);
            }
        }
    }
}
