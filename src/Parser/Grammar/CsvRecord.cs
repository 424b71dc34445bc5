using System.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>One record of comma-separated values, with the strictness of Go's encoding/csv.</summary>
internal static class CsvRecord
{
    /// <summary>Reads a record; on failure says what is wrong and where.</summary>
    internal static bool TryRead(string text, out List<CsvField> fields, out string? problem, out int offset)
    {
        fields = [];
        problem = null;
        offset = 0;
        var position = 0;
        while (true)
        {
            var isQuoted = position < text.Length && text[position] == '"';
            var field = isQuoted ? ReadQuoted(text, ref position, out problem) : ReadPlain(text, ref position, out problem);
            if (field is not { } read)
            {
                offset = position;
                return false;
            }

            fields.Add(read);
            if (position >= text.Length)
            {
                return true;
            }

            position++;
        }
    }

    private static CsvField? ReadPlain(string text, ref int position, out string? problem)
    {
        var start = position;
        var comma = text.IndexOf(',', start);
        var end = comma < 0 ? text.Length : comma;
        var quote = text.IndexOf('"', start, end - start);
        problem = quote < 0 ? null : "a quote inside an unquoted field of a mount: quote the whole field";
        position = quote < 0 ? end : quote;
        return quote < 0 ? new CsvField(start, end - start, text[start..end]) : null;
    }

    private static CsvField? ReadQuoted(string text, ref int position, out string? problem)
    {
        var start = position + 1;
        var builder = new StringBuilder();
        problem = null;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                builder.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                builder.Append(text[i++]);
            }
            else if (i + 1 == text.Length || text[i + 1] == ',')
            {
                position = i + 1;
                return new CsvField(start, i - start, builder.ToString());
            }
            else
            {
                problem = "text behind the closing quote of a mount's field: expected a comma";
                position = i + 1;
                return null;
            }
        }

        problem = "unterminated quote in a mount: expected \"";
        return null;
    }
}
