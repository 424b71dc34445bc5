using System.Text;

namespace Dockerlint.Verification;

/// <summary>Keeps the last lines of a log, however much is written to it, without the secrets.</summary>
internal sealed class LogTail(SecretMask? mask = null)
{
    private const int MostLines = 30;
    private const int LongestLine = 2000;

    // Secrets are looked for in whole lines, since the engine may cut a line anywhere; a secret is shorter than this.
    private const int LongestOpen = 64 * 1024;

    private readonly Queue<string> _lines = new();
    private readonly StringBuilder _open = new();

    internal IReadOnlyList<string> Lines => [.. _lines, .. _open.Length > 0 ? [Unended] : Array.Empty<string>()];

    /// <summary>What stands behind the last line end.</summary>
    internal string Unended => Show();

    /// <summary>Adds text; gives the lines that it ends.</summary>
    internal List<string> Add(ReadOnlySpan<char> text)
    {
        var ended = new List<string>();
        foreach (var character in text)
        {
            if (character == '\n')
            {
                var line = Show();
                ended.Add(line);
                _lines.Enqueue(line);
                _open.Clear();
                if (_lines.Count > MostLines)
                {
                    _lines.Dequeue();
                }
            }
            else if (_open.Length < LongestOpen)
            {
                _open.Append(character);
            }
        }

        return ended;
    }

    private string Show()
    {
        var line = _open.ToString().TrimEnd('\r');
        line = mask?.Apply(line) ?? line;
        return line.Length > LongestLine ? line[..LongestLine] : line;
    }
}
