using Dockerlint.Semantics.Context;

namespace Dockerlint.Tests;

/// <summary>Changes of a draft. A place that a change before it has taken away is left alone.</summary>
internal static class DraftChanges
{
    internal static BuildDraft Write(this BuildDraft draft, string path, int number) => draft.Put(
        path, draft.Files.TryGetValue(path, out var file) && file.Kind == ContextEntryKind.File ? file with { Text = $"SALT {number}\n" }
            : DraftFile.Of($"SALT {number}\n"));

    internal static BuildDraft Put(this BuildDraft draft, string path, DraftFile file) =>
        draft with { Files = draft.Files.SetItem(path, file) };

    internal static BuildDraft Chmod(this BuildDraft draft, string path, int bits) =>
        draft.Files.TryGetValue(path, out var file) && file.Kind != ContextEntryKind.SymbolicLink
            ? draft with { Files = draft.Files.SetItem(path, file with { Mode = file.Mode ^ bits }) }
            : draft;

    internal static BuildDraft Rename(this BuildDraft draft, string path, string other) =>
        draft.Files.TryGetValue(path, out var file) ? draft with { Files = draft.Files.Remove(path).SetItem(other, file) } : draft;

    internal static BuildDraft SwapContents(this BuildDraft draft, string path, string other) =>
        draft.Files.TryGetValue(path, out var one) && draft.Files.TryGetValue(other, out var two)
            ? draft with { Files = draft.Files.SetItem(path, two).SetItem(other, one) }
            : draft;

    internal static BuildDraft Replace(this BuildDraft draft, int line, string text) =>
        IsFree(draft, line) ? draft with { Lines = draft.Lines.SetItem(line, text) } : draft;

    internal static BuildDraft Insert(this BuildDraft draft, int line, string text) =>
        line <= draft.Lines.Length ? draft with { Lines = draft.Lines.Insert(line, text) } : draft;

    internal static BuildDraft Delete(this BuildDraft draft, int line) =>
        IsFree(draft, line) ? draft with { Lines = draft.Lines.RemoveAt(line) } : draft;

    internal static BuildDraft Swap(this BuildDraft draft, int line) => IsFree(draft, line) && IsFree(draft, line + 1)
        ? draft with { Lines = draft.Lines.SetItem(line, draft.Lines[line + 1]).SetItem(line + 1, draft.Lines[line]) }
        : draft;

    /// <summary>The same instruction written another way; in a RUN the blanks inside count.</summary>
    internal static BuildDraft Rewrite(this BuildDraft draft, int line, int way)
    {
        if (line >= draft.Lines.Length || draft.Lines[line] is not { Length: > 0 } text || text.Contains('\n', StringComparison.Ordinal)
            || text[0] == '#')
        {
            return draft;
        }

        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var last = text.LastIndexOf(' ');
        return draft with
        {
            Lines = draft.Lines.SetItem(line, way switch
            {
                0 => text[..blank].ToLowerInvariant() + text[blank..],
                1 => text[..blank] + "   " + text[(blank + 1)..],
                2 => text + "  ",
                3 => "\t" + text,
                4 => text[..(last + 1)] + "\\\n" + text[(last + 1)..],
                5 => text[..(last + 1)] + "\\\n# a comment\n" + text[(last + 1)..],
                6 => text[..(last + 1)] + "\\\n    " + text[(last + 1)..],
                7 => text[..last] + "  " + text[(last + 1)..],
                _ => text[..blank] + "\t" + text[(blank + 1)..],
            }),
        };
    }

    internal static bool IsFree(BuildDraft draft, int line) =>
        line > 0 && line < draft.Lines.Length && !draft.Lines[line].StartsWith("FROM ", StringComparison.Ordinal)
        && !draft.Lines[line].StartsWith("ARG B=", StringComparison.Ordinal)
        && !draft.Lines[line].Contains("mkdir -p /out", StringComparison.Ordinal);
}
