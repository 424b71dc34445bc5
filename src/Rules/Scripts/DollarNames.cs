using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Judges words where a name is wanted.</summary>
internal static class DollarNames
{
    /// <summary>Whether a word is nothing but the value of a variable.</summary>
    internal static bool IsName(ShellWord word)
    {
        var part = word.Parts is [DoubleQuoted { Parts: [var inner] }] ? inner : word.Parts is [var only] ? only : null;
        return part is ParameterExpansion { Operator: null, Prefix: null, Subscript: null, Name: [var first, ..] }
            && (char.IsAsciiLetter(first) || first == '_');
    }
}
