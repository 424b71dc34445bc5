using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Edits of a script.</summary>
internal static class ShellEdits
{
    /// <summary>Double quotes around a place.</summary>
    internal static IReadOnlyList<TextEdit> Quoted(TextSpan span) => [Insert(span.Start, "\""), Insert(span.End, "\"")];

    /// <summary>Text at a place.</summary>
    internal static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);
}
