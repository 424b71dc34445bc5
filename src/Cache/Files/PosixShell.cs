using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Text;

namespace Dockerlint.Cache;

/// <summary>Tells which shells run a script as POSIX says, whatever their options, as long as its commands succeed.</summary>
internal static class PosixShell
{
    /// <summary>Whether the words of a SHELL, with a script behind them, are such a shell.</summary>
    internal static bool IsPlain(ImmutableArray<string> shell) => !shell.IsEmpty && IsPlain(ScriptReader.ReadCommand(
        MappedText.Slice(SourceText.From(""), default),
            [.. shell.Select(word => new CommandWord(word, default)), new CommandWord(":", default)])!);

    /// <summary>Whether a command is such a shell with a script in its words.</summary>
    internal static bool IsPlain(Invocation shell) => shell.Tool == ShellTools.Sh && shell.ScriptWord is { IsKnown: true }
        // Others of the family split words or print in ways of their own.
        && shell.Name is "sh" or "bash" or "ash" or "dash"
        && shell.Options.All(option => option.MainName switch
        {
            "-c" or "-e" or "-u" or "-x" => true,
            "-o" => option.KnownValue is "pipefail" or "errexit" or "nounset" or "xtrace",
            _ => false,
        });
}
