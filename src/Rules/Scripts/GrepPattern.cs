using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Finds what grep looks for.</summary>
internal static class GrepPattern
{
    /// <summary>The patterns of every grep.</summary>
    internal static IEnumerable<ShellWord> All(CheckedScript script)
    {
        foreach (var command in script.Commands.Where(command => CheckedScript.NameOf(command) is "grep"))
        {
            if (ShellFlags.Has(command, "F", "fixed-strings", "f", "file", "include", "exclude"))
            {
                continue;
            }

            var words = command.Words.Skip(1).ToList();
            var option = words.FindIndex(word => word.LiteralValue is "-e" or "--regex");
            var pattern = option >= 0 ? words.ElementAtOrDefault(option + 1) : ShellFlags.Operands(command).FirstOrDefault();
            if (pattern is not null)
            {
                yield return pattern;
            }
        }
    }
}
