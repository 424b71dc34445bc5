using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What a script says with <c>set</c>.</summary>
internal static class SetOptions
{
    /// <summary>Whether some <c>set</c> of the script lets it end at a failure.</summary>
    internal static bool EndsOnError(CheckedScript script) => script.Commands.Any(command => CheckedScript.NameOf(command) == "set"
        && (ShellFlags.Has(command, "e") || HasOption(command, "errexit")));

    /// <summary>Whether POSIX has an option of set by that name.</summary>
    internal static bool IsPosix(string option) => option is "allexport" or "errexit" or "ignoreeof" or "monitor" or "noclobber" or "noexec"
        or "noglob" or "nolog" or "notify" or "nounset" or "verbose" or "vi" or "xtrace" or "emacs";

    private static bool HasOption(SimpleCommand command, string option)
    {
        for (var i = 1; i + 1 < command.Words.Length && command.Words[i].LiteralValue != "--"; i++)
        {
            if (command.Words[i].LiteralValue is ['-', .., 'o'] && command.Words[i + 1].LiteralValue == option)
            {
                return true;
            }
        }

        return false;
    }
}
