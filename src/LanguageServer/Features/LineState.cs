using Dockerlint.LanguageServer.Documents;

namespace Dockerlint.LanguageServer.Features;

/// <summary>
/// What is being typed at a place. Read from the line itself and those it goes on from, since what is half written is often no tree yet.
/// </summary>
/// <param name="Instruction">The instruction in upper case; null outside of one.</param>
/// <param name="Before">The text of the instruction up to the place, on one line.</param>
/// <param name="Word">The word up to the place.</param>
/// <param name="WordStart">Where that word begins in the document.</param>
internal sealed record LineState(string? Instruction, string Before, string Word, int WordStart)
{
    /// <summary>Whether the keyword is behind us.</summary>
    internal bool IsBehindKeyword => Instruction is not null && Before.Length > Instruction.Length;

    /// <summary>The number of the word among those behind the keyword, from 0.</summary>
    internal int WordIndex =>
        Math.Max(0, Before.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length - 1 - (Word.Length > 0 ? 1 : 0));

    /// <summary>Whether the place is in a comment.</summary>
    internal bool IsComment { get; private init; }

    internal static LineState At(OpenDocument document, int offset)
    {
        var escape = document.Dockerfile.Tree.Root.EscapeCharacter;
        var line = document.Positions.LineOf(offset);
        var text = document.Text[document.Positions.LineSpan(line).Start..offset];
        var isComment = text.TrimStart().StartsWith('#');

        // Upwards as long as lines go on; comments between them belong to it.
        var before = text;
        for (var above = line - 1; above >= 0 && !isComment; above--)
        {
            var span = document.Positions.LineSpan(above);
            var content = document.Text.AsSpan(span.Start, span.Length).TrimEnd();
            if (content.TrimStart() is ['#', ..])
            {
                continue;
            }

            if (content.Length == 0 || content[^1] != escape)
            {
                break;
            }

            before = string.Concat(content[..^1], " ", before);
        }

        before = before.TrimStart();
        var start = text.Length;
        while (start > 0 && text[start - 1] is not (' ' or '\t'))
        {
            start--;
        }

        var keyword = new string([.. before.TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        if (keyword == "ONBUILD" && before.Length > keyword.Length)
        {
            before = before[keyword.Length..].TrimStart();
            keyword = new string([.. before.TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        }

        var isInstruction = !isComment && keyword.Length > 0 && Syntax.InstructionSyntax.IsKeyword(keyword)
            && (before.Length == keyword.Length || before[keyword.Length] is ' ' or '\t');
        return new LineState(isInstruction ? keyword : null, before, text[start..], offset - (text.Length - start))
        {
            IsComment = isComment,
        };
    }
}
