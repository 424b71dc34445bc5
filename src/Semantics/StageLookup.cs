using System.Globalization;
using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Finds stages by what COPY --from, mounts and --target call them.</summary>
internal static class StageLookup
{
    /// <summary>The stage of that index; null when the text is none.</summary>
    internal static Stage? FindByIndex(IReadOnlyList<Stage> stages, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < stages.Count ? stages[index] : null;

    /// <summary>The stages whose names a word with variables in it fits, in order, without the one that it means as it stands.</summary>
    internal static IReadOnlyList<Stage> Possible(IEnumerable<Stage> stages, WordSyntax word, Stage? meant)
    {
        if (!word.Variables.Any() || word.Parts.All(part => part is VariableReferenceSyntax))
        {
            return [];
        }

        // The texts between variables.
        var pattern = new List<string> { "" };
        foreach (var part in word.Parts)
        {
            if (part.LiteralValue is { } text)
            {
                pattern[^1] += text;
            }
            else
            {
                pattern.Add("");
            }
        }

        return !pattern.Exists(text => text.Any(char.IsAsciiLetter)) ? []
            : [.. stages.Where(stage => stage != meant && Fits(stage.Name!, pattern)).OrderBy(stage => stage.Index)];
    }

    // The pieces of text stand in the name in their order, the first at its start and the last at its end.
    private static bool Fits(string name, List<string> pieces)
    {
        if (!name.StartsWith(pieces[0], StringComparison.Ordinal) || !name.EndsWith(pieces[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var (start, end) = (pieces[0].Length, name.Length - pieces[^1].Length);
        foreach (var piece in pieces.Skip(1).SkipLast(1))
        {
            var found = start > end ? -1 : name.IndexOf(piece, start, end - start, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            start = found + piece.Length;
        }

        return start <= end;
    }

    /// <summary>The last stage of each name; names are in lower case.</summary>
    internal static Dictionary<string, Stage> ByName(IReadOnlyList<Stage> stages)
    {
        var names = new Dictionary<string, Stage>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in stages)
        {
            if (stage.Name is { } name)
            {
                names[name] = stage;
            }
        }

        return names;
    }
}
