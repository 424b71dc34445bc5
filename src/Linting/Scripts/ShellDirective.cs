namespace Dockerlint.Linting.Scripts;

/// <summary>
/// Which shell a comment such as <c># shellcheck shell=bash</c> says a script is for. It counts at the head of the script, where it speaks
/// of all of it, and weighs more than anything around the script.
/// </summary>
internal static class ShellDirective
{
    private const string Name = "shellcheck";
    private const string Key = "shell=";

    /// <summary>The shell that is said; null when none is, or one that nobody knows.</summary>
    /// <param name="script">The script.</param>
    /// <param name="outside">What comments outside of it say of the whole script, without their number signs.</param>
    internal static ShellDialect? Of(string script, IReadOnlyList<string> outside)
    {
        foreach (var directive in outside)
        {
            if (InDirective(directive) is { } dialect)
            {
                return dialect;
            }
        }

        foreach (var line in script.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            if (text[0] != '#')
            {
                return null;
            }

            if (InDirective(text[1..].Trim()) is { } dialect)
            {
                return dialect;
            }
        }

        return null;
    }

    private static ShellDialect? InDirective(ReadOnlySpan<char> directive)
    {
        if (!directive.StartsWith(Name) || directive.Length == Name.Length || directive[Name.Length] is not (' ' or '\t'))
        {
            return null;
        }

        foreach (var range in directive.SplitAny(' ', '\t'))
        {
            var word = directive[range];
            if (word is ['#', ..])
            {
                return null;
            }

            if (word.StartsWith(Key))
            {
                return ShellDialect.Of(word[Key.Length..].Trim('"').ToString());
            }
        }

        return null;
    }
}
