namespace Dockerlint.Syntax.Grammar;

/// <summary>
/// Where each line of a file stands last. It is made when a heredoc has no end, so that many such heredocs do not each
/// read the file to its end.
/// </summary>
internal sealed class HeredocEnds
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _withoutTabs = new(StringComparer.Ordinal);

    internal HeredocEnds(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var feed = text.IndexOf('\n', position);
            var end = feed < 0 ? text.Length : feed;
            var line = text.AsSpan(position, end - position).TrimEnd('\r');
            _lines[line.ToString()] = position;
            _withoutTabs[line.TrimStart('\t').ToString()] = position;
            position = end + 1;
        }
    }

    /// <summary>Whether a line at or behind an offset ends the heredoc of a marker.</summary>
    internal bool Has(HeredocMarker marker, int offset) =>
        (marker.StripsTabs ? _withoutTabs : _lines).TryGetValue(marker.Name, out var last) && last >= offset;
}
