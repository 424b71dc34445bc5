using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>The shell script of an instruction: its tree and mapped text, or the reason why there is none.</summary>
/// <param name="Text">The script with its way back to the source; null when there is none.</param>
/// <param name="Script">The tree in offsets of <paramref name="Text"/>; null when there is none.</param>
/// <param name="Reason">Why there is no tree.</param>
public sealed record RunScript(MappedText? Text, ShellScript? Script, string? Reason)
{
    private static readonly string[] s_posixShells = ["sh", "bash", "ash", "dash", "ksh", "zsh"];

    /// <summary>The scripts of a command under the shell in force.</summary>
    /// <param name="instruction">RUN, CMD, ENTRYPOINT or HEALTHCHECK.</param>
    /// <param name="shell">The first word of the SHELL in force, or null for the default shell.</param>
    public static IReadOnlyList<RunScript> Create(CommandInstruction instruction, string? shell)
    {
        if (instruction.Command is not ShellFormSyntax form)
        {
            return [None("exec form runs without a shell")];
        }

        if (!IsPosix(shell))
        {
            return [None($"{shell} is no POSIX shell")];
        }

        var text = form.GetText();
        if (instruction.Heredocs is [{ Body: { } body } heredoc] && heredoc.MarkerSpan == form.Span)
        {
            // The heredoc alone is the script; a first line #! chooses its interpreter.
            var content = MappedText.Slice(instruction.Source, body.Span);
            return Shebang.NamesNoShell(content.Text)
                ? [None("the heredoc names its own interpreter")]
                : [Parse(content)];
        }

        return [Parse(text)];
    }

    /// <summary>A command line as a script of a shell, whatever heredocs go with it.</summary>
    /// <param name="text">The command line.</param>
    /// <param name="shell">The first word of the SHELL in force, or null for the default shell.</param>
    public static RunScript Of(MappedText text, string? shell) => IsPosix(shell) ? Parse(text) : None($"{shell} is no POSIX shell");

    /// <summary>Whether a shell, by its path or name, reads scripts as sh does; so does the default one, which is null.</summary>
    public static bool IsPosix(string? shell) => shell is null || s_posixShells.Contains(shell[(shell.LastIndexOf('/') + 1)..]);

    private static RunScript Parse(MappedText text)
    {
        var result = ShellParser.Parse(text);
        return new RunScript(text, result.Script, result.Reason);
    }

    private static RunScript None(string reason) => new(null, null, reason);
}
