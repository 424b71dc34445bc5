using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>Turns any text into a lossless tree, as BuildKit's Dockerfile frontend reads it.</summary>
public static class DockerfileParser
{
    /// <summary>Parses a file. It never throws on input: what the engine rejects is in <see cref="SyntaxTree.Errors"/>.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        if (ForeignEncoding.Name(source.Text) is { } encoding)
        {
            return Unreadable(source, encoding);
        }

        var errors = new List<SyntaxError>();
        var directives = DirectiveReader.Read(source, errors, out var escape);
        var file = new LogicalLine(source, source.Text, 0);
        var reader = new ElementReader(source, escape);
        var builder = new InstructionBuilder(file, reader, escape);
        var instructions = new List<InstructionSyntax>();
        while (reader.Next(out var hasEmptyContinuation) is { } line)
        {
            instructions.Add(builder.Build(line, hasEmptyContinuation));
        }

        var root = new DockerfileSyntax(
            source.Length, escape, directives, instructions, new SyntaxToken(TokenKind.EndOfFile, source.Length, 0));
        root.Attach(null, file);
        AssignTrivia(source, root, escape);
        foreach (var line in reader.LongLines)
        {
            errors.Add(new SyntaxError(line, $"line is longer than the engine's limit of {ElementReader.MaximumLineBytes} bytes"));
        }

        Validation.Validate(root, errors);
        errors.Sort((a, b) =>
            a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Message, b.Message));
        return new SyntaxTree(source, root, errors);
    }

    /// <summary>Parses a text under a name for messages.</summary>
    public static SyntaxTree Parse(string text, string path = "Dockerfile") => Parse(SourceText.From(text, path));

    // The engine reads UTF-8 only; one error says so instead of one for every line it makes of the bytes.
    private static SyntaxTree Unreadable(SourceText source, string encoding)
    {
        var root = new DockerfileSyntax(source.Length, '\\', [], [], new SyntaxToken(TokenKind.EndOfFile, source.Length, 0));
        root.Attach(null, new LogicalLine(source, source.Text, 0));
        AssignTrivia(source, root, '\\');
        var line = source.Text.IndexOf('\n', StringComparison.Ordinal);
        return new SyntaxTree(source, root,
            [new SyntaxError(new TextSpan(0, line < 0 ? source.Length : line), $"the file is encoded in {encoding}: docker build reads "
                + "UTF-8 only")]);
    }

    // A token owns the blanks behind it and, if it is the last on its line, the line end; all else leads the next token.
    private static void AssignTrivia(SourceText source, DockerfileSyntax root, char escape)
    {
        var text = source.Text;
        var position = 0;
        SyntaxToken? previous = null;
        var start = 0;
        foreach (var token in root.Tokens())
        {
            var span = token.Span;
            if (previous is not null)
            {
                var end = position;
                while (end < span.Start && GrammarText.IsBlank(text[end]))
                {
                    end++;
                }

                end += end < span.Start && text[end] == '\n' ? 1 : 0;
                previous.SetFullSpan(start, end, escape);
                start = end;
            }

            previous = token;
            position = span.End;
        }

        previous?.SetFullSpan(start, text.Length, escape);
    }
}
