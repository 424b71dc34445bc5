namespace Dockerlint.Tests;

/// <summary>Changes of a draft. A place that a change before it has taken away is left alone.</summary>
internal static class DraftChanges
{
    internal static BuildDraft Write(this BuildDraft draft, string path, int number) =>
        draft with { Files = draft.Files.SetItem(path, ($"SALT {number}\n", draft.Files.TryGetValue(path, out var file) ? file.Mode : 0b110_100_100)) };

    internal static BuildDraft Chmod(this BuildDraft draft, string path) => draft.Files.TryGetValue(path, out var file)
        ? draft with { Files = draft.Files.SetItem(path, (file.Text, file.Mode ^ 0b001_001_001)) }
        : draft;

    internal static BuildDraft Replace(this BuildDraft draft, int line, string text) =>
        IsFree(draft, line) ? draft with { Lines = draft.Lines.SetItem(line, text) } : draft;

    internal static BuildDraft Insert(this BuildDraft draft, int line, string text) =>
        line <= draft.Lines.Length ? draft with { Lines = draft.Lines.Insert(line, text) } : draft;

    internal static BuildDraft Delete(this BuildDraft draft, int line) => IsFree(draft, line) ? draft with { Lines = draft.Lines.RemoveAt(line) } : draft;

    internal static BuildDraft Swap(this BuildDraft draft, int line) => IsFree(draft, line) && IsFree(draft, line + 1)
        ? draft with { Lines = draft.Lines.SetItem(line, draft.Lines[line + 1]).SetItem(line + 1, draft.Lines[line]) }
        : draft;

    private static bool IsFree(BuildDraft draft, int line) =>
        line > 0 && line < draft.Lines.Length && !draft.Lines[line].StartsWith("FROM ", StringComparison.Ordinal)
        && !draft.Lines[line].StartsWith("RUN umask", StringComparison.Ordinal);
}
