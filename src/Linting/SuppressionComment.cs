using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A comment that silences rules.</summary>
/// <param name="Dialect">Whose notation it is.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Names">The rules, in order.</param>
/// <param name="Reason">Why, if the author says so.</param>
/// <param name="Span">The comment.</param>
public sealed record SuppressionComment(
    SuppressionDialect Dialect, SuppressionScope Scope, IReadOnlyList<SuppressedName> Names, string? Reason, TextSpan Span)
{
    /// <summary>Reads a comment; null if it is no suppression or, as hadolint does it, if any part of it is not well formed.</summary>
    /// <param name="text">The comment from its <c>#</c> to the end of its line.</param>
    /// <param name="span">Where it stands in the source.</param>
    public static SuppressionComment? TryParse(ReadOnlySpan<char> text, TextSpan span)
    {
        var reader = new SuppressionReader(text, span.Start);
        if (!reader.TakeHash())
        {
            return null;
        }

        if (reader.TakeWord("hadolint"))
        {
            var scope = TakeScope(ref reader);
            return reader.TakeKey("ignore") && reader.TakeNames(IsHadolintCode, out var codes) && reader.TakeReason("#", out var why)
                ? new(SuppressionDialect.Hadolint, scope, codes, why, span)
                : null;
        }

        if (reader.TakeWord("dockerlint"))
        {
            var scope = TakeScope(ref reader);
            return reader.TakeKey("ignore") && reader.TakeNames(IsName, out var names) && reader.TakeReason("--", out var why)
                ? new(SuppressionDialect.Dockerlint, scope, names, why, span)
                : null;
        }

        return reader.TakeKey("check", ignoreCase: true) && reader.TakeKey("skip", ignoreCase: true)
            && reader.TakeNames(IsName, out var checks) && reader.TakeCheckTail(out var reason)
            ? new(SuppressionDialect.BuildKit, SuppressionScope.File, checks, reason, span)
            : null;
    }

    /// <summary>The suppression comments of a file in their order; not those of BuildKit, and none in heredocs, which are text.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="withinInstructions">Whether comments between the lines of an instruction count.</param>
    public static IEnumerable<SuppressionComment> In(SyntaxTree tree, bool withinInstructions = true)
    {
        if (!tree.Source.Text.Contains("ignore", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var span in Spans(tree, withinInstructions))
        {
            if (TryParse(tree.Source.Slice(span), span) is { Dialect: not SuppressionDialect.BuildKit } comment)
            {
                yield return comment;
            }
        }
    }

    /// <summary>Where the comments of a file stand, those between the lines of instructions included; none in heredocs.</summary>
    public static IEnumerable<TextSpan> Places(SyntaxTree tree) => Spans(tree, withinInstructions: true);

    /// <summary>Where the comments of a file stand, whatever they say; none in heredocs, which are text.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="withinInstructions">Whether comments between the lines of an instruction count.</param>
    internal static IEnumerable<TextSpan> Spans(SyntaxTree tree, bool withinInstructions) => tree.Root.Instructions
        .SelectMany(instruction => Above(instruction.Keyword).Concat(withinInstructions ? Within(instruction) : []))
        .Concat(Above(tree.Root.EndOfFile));

    private static IEnumerable<TextSpan> Above(SyntaxToken token) =>
        token.LeadingTrivia.Where(trivia => trivia.Kind == TriviaKind.Comment).Select(trivia => trivia.Span);

    // What lies between the pieces of the joined text: continuations, blank lines and comments.
    private static List<TextSpan> Within(InstructionSyntax instruction)
    {
        var comments = new List<TextSpan>();
        var segments = instruction.LogicalLine.Segments;
        var source = instruction.LogicalLine.Source;
        for (var i = 1; i < segments.Length; i++)
        {
            var line = source.Lines.GetLine(segments[i - 1].SourceStart + segments[i - 1].SourceLength) + 1;
            for (; line < source.Lines.LineCount && source.Lines.GetLineSpan(line).End <= segments[i].SourceStart; line++)
            {
                var span = source.Lines.GetLineSpan(line);
                var text = source.Slice(span).TrimEnd("\r\n");
                var hash = text.Length - text.TrimStart().Length;
                if (hash < text.Length && text[hash] == '#')
                {
                    comments.Add(new TextSpan(span.Start + hash, text.Length - hash));
                }
            }
        }

        return comments;
    }

    private static SuppressionScope TakeScope(ref SuppressionReader reader) =>
        reader.TakeWord("global") ? SuppressionScope.File : reader.TakeWord("stage") ? SuppressionScope.Stage : SuppressionScope.NextLine;

    private static bool IsHadolintCode(char c) => c is 'D' or 'L' or 'S' or 'C' or (>= '0' and <= '9');

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
