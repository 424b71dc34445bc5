using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Semantics.Conversion;

/// <summary>
/// Bytes that are no UTF-8, which the line parser lets pass. The text of a RUN goes to the builder as it is and is refused there; in other
/// instructions such bytes are replaced by U+FFFD, so that what they name is not found.
/// </summary>
internal static class ByteChecks
{
    /// <summary>Reports the first such byte of a RUN; comments between its lines do not count, since they are dropped.</summary>
    internal static void CheckRun(RunInstruction run, ConversionContext context)
    {
        if (!run.LogicalLine.Source.HasInvalidUtf8)
        {
            return;
        }

        var line = run.LogicalLine;
        if (FirstByte(line.Text) is { } offset)
        {
            Report(new TextSpan(line.ToSource(offset), 1), line.Text[offset], context);
            return;
        }

        foreach (var body in run.Heredocs.Select(heredoc => heredoc.Body).OfType<SyntaxToken>())
        {
            var source = line.Source.Slice(body.Span);
            var end = run.IsScriptFile() ? source.IndexOf('\n') : source.Length;
            if (FirstByte(source[..Math.Max(end, 0)]) is { } place)
            {
                Report(new TextSpan(body.Span.Start + place, 1), source[place], context);
                return;
            }
        }
    }

    /// <summary>Reports a RUN as a user whose name holds such a byte: nobody is called like that.</summary>
    internal static void CheckUser(InstructionSyntax run, string? user, ConversionContext context)
    {
        if (user is not null && FirstByte(user) is not null)
        {
            context.Report(run.Keyword.Span, "this RUN cannot start: the name of its USER holds bytes that are no UTF-8, save the file as "
                + "UTF-8");
        }
    }

    /// <summary>Reports a source of COPY or ADD whose name holds such a byte.</summary>
    internal static void CheckSource(WordSyntax word, string? value, ConversionContext context)
    {
        if (value is not null && FirstByte(value) is not null)
        {
            context.Report(word.Span, "no file is found under this name: it holds bytes that are no UTF-8, save the Dockerfile as UTF-8");
        }
    }

    // With a shebang the body of the only heredoc is a file of its own, of which the builder looks at the first line alone.
    private static bool IsScriptFile(this RunInstruction run) => run.Heredocs is [{ Body: { } body } heredoc]
        && run.Command is ShellFormSyntax form && form.LogicalText.Trim().StartsWith("<<", StringComparison.Ordinal)
        && form.Span.Length >= heredoc.MarkerSpan.Length && form.LogicalText.Trim().Length <= heredoc.MarkerSpan.Length
        && body.LogicalText.TrimStart('\t').StartsWith("#!", StringComparison.Ordinal);

    private static int? FirstByte(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uDC80', '\uDCFF'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] is >= '\uDC80' and <= '\uDCFF' && (i == 0 || !char.IsHighSurrogate(text[i - 1])))
            {
                return i;
            }
        }

        return null;
    }

    private static void Report(TextSpan span, char raw, ConversionContext context) => context.Report(
        span, $"the byte 0x{raw - 0xDC00:X2} is no UTF-8: the engine refuses this RUN, save the file as UTF-8");
}
