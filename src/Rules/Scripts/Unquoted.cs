using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Whether the shell splits a value at a place.</summary>
internal static class Unquoted
{
    /// <summary>Whether the value becomes several words, or names of files, where the part stands.</summary>
    internal static bool Splits(CheckedScript script, ShellWordPart part)
    {
        var (place, _, owner) = script.PlaceOf(part);
        return place switch
        {
            ScriptPlace.Argument => true,
            ScriptPlace.Redirect => owner is not Redirect { Operator.Text: "<<" or "<<-" },
            ScriptPlace.DeclaredValue => script.Dialect == ScriptDialect.Sh,
            _ => false,
        };
    }
}
