namespace Dockerlint.Rules;

/// <summary>Reads the words of a command as options and operands, where they are literal.</summary>
internal static class CommandArguments
{
    /// <summary>Whether the first operand is one of the names.</summary>
    internal static bool HasAction(IReadOnlyList<string?> words, params ReadOnlySpan<string> names)
    {
        foreach (var word in words)
        {
            if (word is not null && names.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is the option, alone or as a letter of a cluster such as <c>-qy</c>.</summary>
    internal static bool HasShort(string? word, char letter) =>
        word is { Length: > 1 } && word[0] == '-' && word[1] != '-' && word.Contains(letter);
}
