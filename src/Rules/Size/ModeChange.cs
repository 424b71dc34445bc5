using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>A chown or chmod of known files.</summary>
/// <param name="Use">The command.</param>
/// <param name="Value">The owner or the mode.</param>
/// <param name="IsRecursive">Whether it goes down into folders.</param>
/// <param name="Paths">The files, with the index of their word; null stands for what is not known.</param>
internal sealed record ModeChange(CommandUse Use, string Value, bool IsRecursive, IReadOnlyList<(string? Path, int Word)> Paths)
{
    /// <summary>The change that a command makes; null when it is none or its value is not known.</summary>
    internal static ModeChange? Read(CommandUse use)
    {
        if (use.Command.Name is not ("chown" or "chmod" or "chgrp"))
        {
            return null;
        }

        var isRecursive = false;
        string? value = null;
        var paths = new List<(string? Path, int Word)>();
        for (var i = 0; i < use.Arguments.Count; i++)
        {
            var word = use.Arguments[i];
            if (word is ['-', _, ..] && !(use.Command.Name == "chmod" && word.AsSpan(1).IndexOfAnyExcept("rwxXst") < 0))
            {
                isRecursive |= word is "--recursive" || (word[1] != '-' && word.Contains('R', StringComparison.Ordinal));
            }
            else if (value is null)
            {
                if (word is null)
                {
                    return null;
                }

                value = word;
            }
            else
            {
                paths.Add((word, i));
            }
        }

        return value is null || paths.Count == 0 ? null : new ModeChange(use, value, isRecursive, paths);
    }
}
