using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>
/// The text of one instruction as BuildKit's line parser sees it: its physical lines joined, without continuations,
/// comments and blank lines between them.
/// </summary>
internal sealed class LogicalLine
{
    private readonly int _offset;
    private readonly MappedText? _map;
    private MappedText? _asMapped;

    internal LogicalLine(SourceText source, string text, int offset)
    {
        Source = source;
        Text = text;
        _offset = offset;
    }

    internal LogicalLine(MappedText map)
    {
        Source = map.Source;
        Text = map.Text;
        _map = map;
    }

    internal SourceText Source { get; }

    internal string Text { get; }

    internal MappedText AsMappedText() => _map ?? (_asMapped ??=
        new MappedText(Source, Text, new MappedSegment(0, Text.Length, _offset, Text.Length)));

    internal TextSpan ToSource(TextSpan span) =>
        _map is null ? new TextSpan(span.Start + _offset, span.Length) : _map.ToSource(span);
}
