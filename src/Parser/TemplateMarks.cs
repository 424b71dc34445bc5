namespace Dockerlint.Syntax;

/// <summary>Recognises files that some program makes Dockerfiles of: what stands in them is not what the builder reads.</summary>
public static class TemplateMarks
{
    private const string DevelopmentContainer = "${templateOption:";

    private static readonly string[] s_marks = ["{{", "{%", "<%", "{#", "@", "%%", DevelopmentContainer];

    /// <summary>The first mark of a template in a file; null when it is none.</summary>
    public static string? Find(SyntaxTree tree)
    {
        var text = tree.Source.Text;
        if (!Array.Exists(s_marks, mark => text.Contains(mark, StringComparison.Ordinal)))
        {
            return null;
        }

        if (FirstLineMark(tree) is { } first)
        {
            return first;
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

    // Lines that are for the other program alone. Heredocs are files, of which any may be a template itself.
    private static string? FirstLineMark(SyntaxTree tree)
    {
        var heredocs =
            tree.Root.Instructions.SelectMany(instruction => ((instruction as OnbuildInstruction)?.Trigger ?? instruction).Heredocs)
            .Select(heredoc => heredoc.Span).ToList();
        var text = tree.Source.Text;
        for (var position = 0; position < text.Length;)
        {
            var feed = text.IndexOf('\n', position);
            var end = feed < 0 ? text.Length : feed;
            var line = text.AsSpan(position, end - position).Trim();
            if ((line.StartsWith("{%") || line.StartsWith("{{") || line.StartsWith("<%") || line.StartsWith("{#") || line.StartsWith("%%"))
                && !heredocs.Exists(heredoc => heredoc.Contains(position)))
            {
                return line[..2].ToString();
            }

            position = end + 1;
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
                    case '{' when text[i + 1] is '{' or '%'
                        && text.IndexOf(text[i + 1] == '{' ? "}}" : "%}", i, StringComparison.Ordinal) > 0:
                    case '<' when text[i + 1] == '%' && text.IndexOf("%>", i, StringComparison.Ordinal) > 0:
                        return text.Substring(i, 2);
                    case '$' when string.CompareOrdinal(text, i, DevelopmentContainer, 0, DevelopmentContainer.Length) == 0:
                        return DevelopmentContainer;
                    case '@' when Name(text, i, "@") is { } name && (IsAlone(text, i, name.Length) || !name.Any(char.IsAsciiLetterLower)):
                        return name;
                    case '%' when text[i + 1] == '%' && Name(text, i + 1, "%%") is { } name:
                        return "%" + name;
                }
            }
        }

        return null;
    }

    // Whether no letters are around: what looks like a mark in a password is none.
    private static bool IsAlone(string text, int start, int length) => (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && (start + length >= text.Length || !char.IsLetterOrDigit(text[start + length]));

    // A name between two marks, as autoconf has it: @VERSION@.
    private static string? Name(string text, int start, string close)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return end > start + 1 && char.IsAsciiLetter(text[start + 1]) && string.CompareOrdinal(text, end, close, 0, close.Length) == 0
            ? text[start..(end + close.Length)] : null;
    }
}
