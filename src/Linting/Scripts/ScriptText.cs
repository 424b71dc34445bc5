using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting.Scripts;

/// <summary>The text that the shell of a RUN gets, with the way back to the source.</summary>
internal static class ScriptText
{
    /// <summary>
    /// The script, and the interpreter that its first line names; null in exec form. A heredoc alone is the script itself; otherwise
    /// bodies and terminators follow the command line, as the engine hands them over.
    /// </summary>
    internal static (MappedText Text, string? Interpreter)? Of(RunInstruction run)
    {
        if (run.Command is not ShellFormSyntax form)
        {
            return null;
        }

        if (run.Heredocs.Count == 0)
        {
            return (form.GetText(), null);
        }

        var builder = new Builder(run.Source);
        if (run.Heredocs is [var only] && only.MarkerSpan == form.Span)
        {
            builder.Add(only.Body, only.StripsTabs);
            var body = builder.Build();
            return Shebang.IsIn(body.Text) ? WithoutShebang(body) : (body, null);
        }

        builder.Add(form.GetText());
        foreach (var heredoc in run.Heredocs)
        {
            builder.AddLine();
            builder.Add(heredoc.Body, stripsTabs: false);
            builder.Add(heredoc.Terminator, heredoc.StripsTabs);
        }

        return (builder.Build(), null);
    }

    /// <summary>The command line alone, without heredocs.</summary>
    internal static MappedText? CommandLine(RunInstruction run) => (run.Command as ShellFormSyntax)?.GetText();

    private static (MappedText Text, string Interpreter) WithoutShebang(MappedText body)
    {
        var feed = body.Text.IndexOf('\n', StringComparison.Ordinal);
        var start = feed < 0 ? body.Length : feed + 1;
        return (body.Slice(TextSpan.FromBounds(start, body.Length)), Shebang.ProgramOf(body.Text) ?? "");
    }

    private sealed class Builder(SourceText source)
    {
        private readonly StringBuilder _text = new();
        private readonly List<MappedSegment> _segments = [];

        internal void Add(MappedText text)
        {
            foreach (var segment in text.Segments)
            {
                _segments.Add(segment with { Start = segment.Start + _text.Length });
            }

            _text.Append(text.Text);
        }

        internal void AddLine()
        {
            var end = _segments.Count == 0 ? 0 : _segments[^1].SourceStart + _segments[^1].SourceLength;
            _segments.Add(new MappedSegment(_text.Length, 1, end, 0));
            _text.Append('\n');
        }

        internal void Add(SyntaxToken? lines, bool stripsTabs)
        {
            if (lines is null)
            {
                return;
            }

            var text = lines.Text;
            for (var start = 0; start < text.Length;)
            {
                var feed = text.IndexOf('\n', start);
                var end = feed < 0 ? text.Length : feed + 1;
                var first = start;
                while (stripsTabs && first < end && text[first] == '\t')
                {
                    first++;
                }

                if (first < end)
                {
                    _segments.Add(new MappedSegment(_text.Length, end - first, lines.Span.Start + first, end - first));
                    _text.Append(text, first, end - first);
                }

                start = end;
            }
        }

        internal MappedText Build()
        {
            if (_segments.Count == 0)
            {
                _segments.Add(new MappedSegment(0, 0, 0, 0));
            }

            return new MappedText(source, _text.ToString(), [.. _segments]);
        }
    }
}
