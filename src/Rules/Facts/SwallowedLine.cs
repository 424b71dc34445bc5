using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A continuation line of an instruction that begins with the name of one.</summary>
/// <param name="Keyword">Where the name stands.</param>
/// <param name="Text">The line in the logical text of the instruction, with a few of those behind it.</param>
/// <param name="Before">What the logical text ends in before it.</param>
/// <param name="IsQuoted">Whether a quote is open there.</param>
/// <param name="Continuation">The blanks and the escape character that make it a continuation.</param>
/// <param name="IsAfterBlank">Whether an empty line stands between it and the line it continues.</param>
internal sealed record SwallowedLine(TextSpan Keyword, string Text, string Before, bool IsQuoted, TextSpan Continuation, bool IsAfterBlank)
{
    private const string AnyFrom = "FROM a\n";
    private const int MostLines = 8;
    private const int LongestBefore = 400;

    /// <summary>The lines that are certainly meant as instructions: spelt like one, in the right place, and complete.</summary>
    internal static IEnumerable<SwallowedLine> In(InstructionSyntax instruction) => Of(instruction)
        .Where(line => !line.IsQuoted && instruction.Source.Slice(line.Keyword).IndexOfAnyExceptInRange('A', 'Z') < 0
            && (line.IsAfterBlank
                || instruction.Source.Lines.GetLineStart(instruction.Source.Lines.GetLine(line.Keyword.Start)) == line.Keyword.Start)
            && IsComplete(line.Text, RunLayout.Escape(instruction)));

    /// <summary>Whether a line behind empty ones begins with the name of an instruction, whatever it is meant to be.</summary>
    internal static bool MayBeIn(InstructionSyntax instruction) => Of(instruction).Any(line => line.IsAfterBlank);

    private static IEnumerable<SwallowedLine> Of(InstructionSyntax instruction)
    {
        var text = instruction.LogicalLine;
        var escape = RunLayout.Escape(instruction);
        var segments = text.Segments.ToArray();
        var quote = '\0';
        for (var i = 1; i < segments.Length; i++)
        {
            quote = QuoteBehind(text.Text.AsSpan(segments[i - 1].Start, segments[i - 1].Length), quote, escape);
            var line = text.Text.AsSpan(segments[i].Start, segments[i].Length);
            var start = segments[i].Start + line.Length - line.TrimStart().Length;
            line = line.TrimStart();
            var name = line[..(line.IndexOfAny(' ', '\t') is >= 0 and var blank ? blank : line.Length)].ToString();
            var before = text.Text[Math.Max(0, start - LongestBefore)..start].TrimEnd();
            if (InstructionSyntax.IsKeyword(name) && !IsPartOf(instruction, name, start, before)
                && Break(instruction, segments[i - 1], escape) is { } continuation)
            {
                var keyword = text.ToSource(new TextSpan(start, name.Length));
                var last = segments[Math.Min(i + MostLines, segments.Length) - 1];
                var between = instruction.Source.ToString(TextSpan.FromBounds(continuation.End, keyword.Start)).Split('\n');
                yield return new SwallowedLine(keyword, text.Text[start..(last.Start + last.Length)], before, quote != '\0', continuation,
                    between[1..^1].Any(string.IsNullOrWhiteSpace));
            }
        }
    }

    // HEALTHCHECK has a CMD of its own, and ONBUILD an instruction.
    private static bool IsPartOf(InstructionSyntax instruction, string name, int start, string before)
    {
        if (start > LongestBefore || instruction.Name is not ("ONBUILD" or "HEALTHCHECK"))
        {
            return false;
        }

        var words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 || (name.Equals("CMD", StringComparison.OrdinalIgnoreCase)
            && words.Skip(1).All(word =>
                word.StartsWith("--", StringComparison.Ordinal) || word.Equals("HEALTHCHECK", StringComparison.OrdinalIgnoreCase)));
    }

    private static TextSpan? Break(InstructionSyntax instruction, MappedSegment before, char escape)
    {
        var end = before.SourceStart + before.SourceLength;
        var line = instruction.Source.Lines.GetLineSpan(instruction.Source.Lines.GetLine(Math.Max(0, end - 1)));
        var text = instruction.Source.Slice(line).TrimEnd();
        return text.Length > 0 && text[^1] == escape
            ? TextSpan.FromBounds(line.Start + text[..^1].TrimEnd().Length, line.Start + text.Length)
            : null;
    }

    private static bool IsComplete(string text, char escape)
    {
        var file = $"# escape={escape}\n{(text.StartsWith("FROM", StringComparison.Ordinal) ? "" : AnyFrom)}{text}\n";
        return DockerfileParser.Parse(file) is { Errors.Count: 0 } tree
            && tree.Root.Instructions[^1] is not (UnknownInstruction or MalformedInstruction);
    }

    /// <summary>Which quote is open behind a text; the zero character for none.</summary>
    internal static char QuoteBehind(ReadOnlySpan<char> text, char quote, char escape)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == escape && quote != '\'')
            {
                i++;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
        }

        return quote;
    }
}
