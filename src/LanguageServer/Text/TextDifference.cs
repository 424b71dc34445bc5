using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Text;

/// <summary>
/// The lines that differ between a document and what is to become of it, so that a client keeps its marks and its cursor.
/// </summary>
internal static class TextDifference
{
    internal static Replacement[] Between(OpenDocument document, string after)
    {
        if (document.Text == after)
        {
            return [];
        }

        List<string> old = Lines(document.Text), now = Lines(after);
        var starts = new int[old.Count + 1];
        for (var i = 0; i < old.Count; i++)
        {
            starts[i + 1] = starts[i] + old[i].Length;
        }

        return
        [
            .. LineChange.Between(old, now).Select(change => new Replacement(
                document.Positions.RangeOf(TextSpan.FromBounds(starts[change.OldStart], starts[change.OldEnd])),
                string.Concat(now.Skip(change.NewStart).Take(change.NewEnd - change.NewStart)))),
        ];
    }

    // Each with its end.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
