using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Judges a word that a loop goes over.</summary>
internal static class SingleWords
{
    /// <summary>Whether it is a text in single quotes that was meant to become several words.</summary>
    internal static bool IsText(ShellWord word) => word.Parts is [SingleQuoted { Text: var text }]
        && text.AsSpan().IndexOfAny(" \t\n*?$`") >= 0;
}
