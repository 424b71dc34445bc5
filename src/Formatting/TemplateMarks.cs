using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

/// <summary>Recognises files that some program makes Dockerfiles of: what stands in them is not what the builder reads.</summary>
internal static class TemplateMarks
{
    /// <summary>The first mark of a template in a file; null when it is none.</summary>
    internal static string? Find(SyntaxTree tree)
    {
        var text = tree.Source.Text;
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal)
            && !text.Contains("<%", StringComparison.Ordinal) && !text.Contains('@') && !text.Contains("%%", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var start = line.Trim();
            if (start.StartsWith("{%") || start.StartsWith("{{") || start.StartsWith("<%") || start.StartsWith("{#") || start.StartsWith("%%"))
            {
                return start[..2].ToString();
            }
        }

        foreach (var instruction in tree.Root.Instructions)
        {
            // In the commands of a shell, braces in quotes are the format of some program's output.
            var isScript = instruction is CommandInstruction;
            if (Mark(instruction.LogicalLine.Text, isScript) is { } mark)
            {
                return mark;
            }
        }

        return null;
    }

    private static string? Mark(string text, bool isScript)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '\'' or '"' && isScript)
            {
                quote = c;
            }
            else if (quote == '\0' && i + 1 < text.Length)
            {
                switch (c)
                {
                    case '{' when text[i + 1] is '{' or '%' && text.IndexOf(text[i + 1] == '{' ? "}}" : "%}", i, StringComparison.Ordinal) > 0:
                    case '<' when text[i + 1] == '%' && text.IndexOf("%>", i, StringComparison.Ordinal) > 0:
                        return text.Substring(i, 2);
                    case '@' when Name(text, i, "@") is { } name:
                        return name;
                    case '%' when text[i + 1] == '%' && Name(text, i + 1, "%%") is { } name:
                        return "%" + name;
                }
            }
        }

        return null;
    }

    // A name between two marks, as autoconf has it: @VERSION@.
    private static string? Name(string text, int start, string close)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return end > start + 1 && char.IsAsciiLetter(text[start + 1]) && string.CompareOrdinal(text, end, close, 0, close.Length) == 0 ? text[start..(end + close.Length)] : null;
    }
}
