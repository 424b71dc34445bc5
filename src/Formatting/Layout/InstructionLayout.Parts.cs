using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

internal sealed partial class InstructionLayout
{
    // The order of the reference; flags of one name, such as mounts, keep theirs.
    private static readonly string[] s_flagOrder =
    [
        "platform", "from", "keep-git-dir", "checksum", "chown", "chmod", "link", "unpack", "parents", "exclude", "mount", "network",
        "security", "device",
        "interval", "timeout", "start-period", "start-interval", "retries",
    ];

    // Flags, then what they are flags of. They share a line, or have a line each.
    private void WriteFlagged(InstructionSyntax instruction, Action writeRest, SyntaxElement? rest)
    {
        var flags = OrderedFlags(instruction);
        if (flags.Count == 0 && instruction.Children.OfType<SyntaxToken>().All(token => token.Kind != TokenKind.FlagsEnd))
        {
            if (rest is not null)
            {
                Glue(instruction.Keyword, rest);
                writeRest();
            }

            return;
        }

        _layout.StartGroup(0);
        _layout.StartGroup(0, isHugging: true);
        SyntaxElement before = instruction.Keyword;
        var isOnePerLine = flags.Count > 1 && (flags.Count >= style.OnePerLine || HasLineEnd(instruction.Flags[0], instruction.Flags[^1]));
        for (var i = 0; i < flags.Count; i++)
        {
            if (i == 0)
            {
                Glue(before, instruction.Flags[0]);
            }
            else
            {
                Break(LayoutTokenKind.Break, before, instruction.Flags[i], isOnePerLine);
            }

            Copy(flags[i]);
            before = instruction.Flags[i];
        }

        foreach (var end in instruction.Children.OfType<SyntaxToken>().Where(token => token.Kind == TokenKind.FlagsEnd))
        {
            Glue(before, end);
            Copy(end);
            before = end;
        }

        _layout.EndGroup();
        if (rest is not null && IsAlone(instruction))
        {
            Glue(before, rest);
            writeRest();
        }
        else if (rest is not null)
        {
            Break(LayoutTokenKind.Break, before, rest, isOnePerLine || HasLineEnd(before, rest));
            writeRest();
        }

        _layout.EndGroup();
    }

    private IReadOnlyList<FlagSyntax> OrderedFlags(InstructionSyntax instruction)
    {
        var flags = instruction.Flags;
        return keepsKeys || flags.Count < 2 || _comments.HasAnyBefore(flags[^1].Span.End)
            ? flags
            : [.. flags.OrderBy(flag => Array.IndexOf(s_flagOrder, flag.Name) is var place and >= 0 ? place : s_flagOrder.Length)];
    }

    private void WriteHealthcheck(HealthcheckInstruction check) => WriteFlagged(check, () =>
    {
        _layout.Text(Cased(check.Type));
        if (check.Command is { } command)
        {
            Glue(check.Type, command);
            WriteCommand(command);
        }
    }, check.Type);

    private void WriteFrom(FromInstruction from)
    {
        SyntaxElement before = from.Keyword;
        foreach (var part in (SyntaxElement?[])[.. from.Flags, from.Image, from.AsKeyword, from.StageName])
        {
            if (part is null)
            {
                continue;
            }

            Glue(before, part);
            if (part == from.AsKeyword)
            {
                // Consumes what stands inside of it.
                _layout.Text(Cased(from.AsKeyword));
            }
            else
            {
                Copy(part);
            }

            before = part;
        }
    }

    private void WritePairs(KeyValueInstruction instruction)
    {
        _hasFailed |= instruction.Flags.Count > 0;
        var pairs = instruction.Pairs;
        if (pairs is [{ EqualsToken: null, Value: { } value } legacy])
        {
            Glue(instruction.Keyword, legacy.Key);
            Copy(legacy.Key);
            Glue(legacy.Key, value);
            Copy(value);
            return;
        }

        // Declarations without anything else may share a line.
        var isForced = pairs.Count > 1 && (instruction is not ArgInstruction || pairs.Count >= style.OnePerLine);
        Glue(instruction.Keyword, pairs[0]);
        _layout.StartGroup(0);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0)
            {
                Break(LayoutTokenKind.Break, pairs[i - 1], pairs[i], isForced || HasLineEnd(pairs[i - 1], pairs[i]));
            }

            Copy(pairs[i]);
        }

        _layout.EndGroup();
    }

    private void WriteWords(WordListInstruction instruction)
    {
        var words = instruction.Words;
        var kind = instruction is FileTransferInstruction ? LayoutTokenKind.Break : LayoutTokenKind.Fill;
        WriteFlagged(instruction, () =>
        {
            _layout.StartGroup(0);
            for (var i = 0; i < words.Count; i++)
            {
                if (i > 0)
                {
                    Break(kind, words[i - 1], words[i], HasLineEnd(words[i - 1], words[i]));
                }

                Copy(words[i]);
            }

            _layout.EndGroup();
        }, words.Count > 0 ? words[0] : null);
    }

    private void WriteJson(JsonArraySyntax json)
    {
        var tokens = json.Children.OfType<SyntaxToken>().ToList();
        if (tokens.Count == 2)
        {
            _hasFailed |= _comments.HasAnyBefore(tokens[1].Span.Start);
            _layout.Text("[]");
            return;
        }

        _layout.StartGroup(0);
        _layout.Text("[");
        _layout.StartIndent(style.Indent);
        JsonBreak(tokens[0], tokens[1], "", "");
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.JsonPunctuation)
            {
                Copy(tokens[i]);
            }
            else
            {
                JsonBreak(tokens[i - 1], tokens[i + 1], ", ", ",");
            }
        }

        _layout.EndIndent(style.Indent);
        JsonBreak(tokens[^2], tokens[^1], "", "");
        _layout.Text("]");
        _layout.EndGroup();
    }

    private void JsonBreak(SyntaxToken before, SyntaxToken next, string flat, string broken) =>
        _layout.Break(new LayoutToken(LayoutTokenKind.Break)
        {
            Text = flat,
            Broken = broken,
            Lines = _comments.TakeLines(before.Span.End, next.Span.Start, keepsBlankLines: false),
            IsForced = HasLineEnd(before, next),
        });
}
