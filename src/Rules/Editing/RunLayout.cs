using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>How text that a fix puts into a RUN is broken into lines: as the lines around it are.</summary>
internal static class RunLayout
{
    private const int LongLine = 120;
    private const string DefaultIndent = "    ";

    /// <summary>
    /// What stands between the last command of a script and one that follows it: <c>&amp;&amp;</c>, on a new line where the others are.
    /// </summary>
    internal static string Joint(RunInstruction run)
    {
        if (run.Heredocs.Count > 0 || IsOnOneLine(run))
        {
            return " && ";
        }

        var source = run.Source;
        var lines = source.Lines;
        for (var line = lines.GetLine(run.Span.End - 1); line > lines.GetLine(run.Span.Start); line--)
        {
            var text = source.Slice(lines.GetLineSpan(line)).TrimEnd();
            if (text.TrimStart().StartsWith("&&"))
            {
                return $" {Escape(run)}\n{IndentOf(text)}&& ";
            }

            if (source.Slice(lines.GetLineSpan(line - 1)).TrimEnd().TrimEnd(Escape(run)).TrimEnd().EndsWith("&&"))
            {
                return $" && {Escape(run)}\n{IndentOf(text)}";
            }
        }

        return $" {Escape(run)}\n{Indent(run)}&& ";
    }

    /// <summary>Flags of a RUN as they stand behind its keyword.</summary>
    internal static string Flags(RunInstruction run, IReadOnlyList<string> flags)
    {
        var source = run.Source;
        var line = source.Lines.GetLineSpan(source.Lines.GetLine(run.Keyword.Span.End));
        if (run.Heredocs.Count == 0 && IsOnOneLine(run) && source.Slice(line).TrimEnd().Length
            + flags.Sum(flag => flag.Length + 1) <= LongLine)
        {
            return string.Concat(flags.Select(flag => $" {flag}"));
        }

        // What follows is on the line of the keyword, or on the next one already.
        var indent = Indent(run);
        var joined = " " + string.Join($" {Escape(run)}\n{indent}", flags);
        var rest = source.Slice(TextSpan.FromBounds(run.Keyword.Span.End, line.End)).Trim();
        return rest.Length == 1 && rest[0] == Escape(run) ? joined : $"{joined} {Escape(run)}\n{indent[..^1]}";
    }

    /// <summary>Puts a word behind another one, on a line of its own where that one has its line to itself.</summary>
    internal static TextEdit Beside(RunInstruction run, TextSpan word, string text)
    {
        var source = run.Source;
        var line = source.Lines.GetLineSpan(source.Lines.GetLine(word.Start));
        var before = source.Slice(TextSpan.FromBounds(line.Start, word.Start));
        return new TextEdit(new TextSpan(word.End, 0),
            run.Heredocs.Count == 0 && before.IsWhiteSpace() && line.Start > run.Span.Start ? $" {Escape(run)}\n{before}{text}"
                : " " + text);
    }

    private static string Indent(RunInstruction run)
    {
        var lines = run.Source.Lines;
        var first = lines.GetLine(run.Span.Start);
        if (IsOnOneLine(run) || run.Heredocs.Count > 0)
        {
            return DefaultIndent;
        }

        var text = run.Source.Slice(lines.GetLineSpan(first + 1));
        return text.Trim().IsEmpty || IndentOf(text).Length == 0 ? DefaultIndent : IndentOf(text);
    }

    private static string IndentOf(ReadOnlySpan<char> line) => line[..^line.TrimStart(" \t").Length].ToString();

    private static bool IsOnOneLine(RunInstruction run) =>
        run.Source.Lines.GetLine(run.Span.Start) == run.Source.Lines.GetLine(Math.Max(run.Span.Start, run.Span.End - 1));

    /// <summary>The escape character of the file that an instruction is in.</summary>
    internal static char Escape(InstructionSyntax instruction)
    {
        SyntaxNode node = instruction;
        while (node.Parent is { } parent)
        {
            node = parent;
        }

        return node is DockerfileSyntax file ? file.EscapeCharacter : '\\';
    }
}
