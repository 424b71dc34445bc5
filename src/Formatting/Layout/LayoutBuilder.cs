namespace Dockerlint.Formatting;

/// <summary>Puts a layout together: texts, places where a line may end, and groups of them.</summary>
internal sealed class LayoutBuilder
{
    private readonly List<LayoutToken> _tokens = [];
    private readonly Stack<LayoutToken> _open = new();

    internal IReadOnlyList<LayoutToken> Tokens => _tokens;

    internal void Text(string text, string? heredoc = null)
    {
        if (text.Length > 0)
        {
            _tokens.Add(new LayoutToken(LayoutTokenKind.Text) { Text = text, Heredoc = heredoc });
        }
    }

    internal void Break(LayoutToken token)
    {
        _tokens.Add(token);
        if ((token.IsForced || token.Lines.Count > 0) && _open.TryPeek(out var group))
        {
            group.IsBroken = true;
        }
    }

    internal void StartGroup(int indent, bool isHugging = false)
    {
        var token = new LayoutToken(LayoutTokenKind.GroupStart) { Indent = indent, IsHugging = isHugging };
        _tokens.Add(token);
        _open.Push(token);
    }

    internal void EndGroup()
    {
        var token = _open.Pop();
        _tokens.Add(new LayoutToken(LayoutTokenKind.GroupEnd));
        if (token is { IsBroken: true, IsHugging: false } && _open.TryPeek(out var outer))
        {
            outer.IsBroken = true;
        }
    }

    /// <summary>Breaks the group that is open.</summary>
    internal void ForceGroup() => _open.Peek().IsBroken = true;

    internal void StartIndent(int indent) => _tokens.Add(new LayoutToken(LayoutTokenKind.IndentStart) { Indent = indent });

    internal void EndIndent(int indent) => _tokens.Add(new LayoutToken(LayoutTokenKind.IndentEnd) { Indent = indent });
}
