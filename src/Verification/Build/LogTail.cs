using System.Text;

namespace Dockerlint.Verification;

/// <summary>Keeps the last lines of a log, however much is written to it.</summary>
internal sealed class LogTail
{
    private const int MostLines = 30;
    private const int LongestLine = 2000;

    private readonly Queue<string> _lines = new();
    private readonly StringBuilder _open = new();

    internal IReadOnlyList<string> Lines => [.. _lines, .. _open.Length > 0 ? [_open.ToString()] : Array.Empty<string>()];

    /// <summary>What stands behind the last line end.</summary>
    internal string Unended => _open.ToString();

    /// <summary>Adds text; gives the lines that it ends.</summary>
    internal List<string> Add(ReadOnlySpan<char> text)
    {
        var ended = new List<string>();
        foreach (var character in text)
        {
            if (character == '\n')
            {
                var line = _open.ToString().TrimEnd('\r');
                ended.Add(line);
                _lines.Enqueue(line);
                _open.Clear();
                if (_lines.Count > MostLines)
                {
                    _lines.Dequeue();
                }
            }
            else if (_open.Length < LongestLine)
            {
                _open.Append(character);
            }
        }

        return ended;
    }
}
