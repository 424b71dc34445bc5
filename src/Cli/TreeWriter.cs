using System.Globalization;
using System.Text;
using System.Text.Json;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Prints a syntax tree for people and as JSON. Positions are 1-based lines and columns, and UTF-16 offsets in JSON.</summary>
internal static class TreeWriter
{
    internal static string WriteTree(SyntaxTree tree)
    {
        var builder = new StringBuilder();
        var stack = new Stack<(SyntaxElement Element, int Depth)>();
        stack.Push((tree.Root, 0));
        while (stack.TryPop(out var item))
        {
            var (element, depth) = item;
            var start = tree.Source.Lines.GetPosition(element.Span.Start);
            var end = tree.Source.Lines.GetPosition(element.Span.End);
            builder.Append(' ', depth * 2).Append(Kind(element))
                .Append(CultureInfo.InvariantCulture, $" {start.Line}:{start.Column}-{end.Line}:{end.Column}");
            if (element is SyntaxToken token)
            {
                builder.Append(' ').Append(Quote(token.Text));
            }

            builder.Append('\n');
            PushChildren(stack, element, depth);
        }

        return builder.ToString();
    }

    internal static void WriteJson(SyntaxTree tree, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, MaxDepth = int.MaxValue });
        writer.WriteStartObject();
        writer.WriteString("file", VisibleText.WellFormed(tree.Source.Path));
        writer.WriteStartArray("errors");
        foreach (var error in tree.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", VisibleText.Escape(error.Message));
            WriteSpan(writer, tree, error.Span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("root");

        // An explicit stack: trees are as deep as their variables nest. A null element closes what was opened.
        var stack = new Stack<SyntaxElement?>();
        stack.Push(tree.Root);
        while (stack.TryPop(out var element))
        {
            if (element is null)
            {
                writer.WriteEndArray();
                writer.WriteEndObject();
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("kind", Kind(element));
            WriteSpan(writer, tree, element.Span);
            if (element is SyntaxToken token)
            {
                writer.WriteString("text", VisibleText.WellFormed(token.Text));
                writer.WriteEndObject();
                continue;
            }

            writer.WriteStartArray("children");
            stack.Push(null);
            var children = ((SyntaxNode)element).Children;
            for (var i = children.Count - 1; i >= 0; i--)
            {
                stack.Push(children[i]);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteSpan(Utf8JsonWriter writer, SyntaxTree tree, Text.TextSpan span)
    {
        var start = tree.Source.Lines.GetPosition(span.Start);
        var end = tree.Source.Lines.GetPosition(span.End);
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }

    private static void PushChildren(Stack<(SyntaxElement Element, int Depth)> stack, SyntaxElement element, int depth)
    {
        if (element is SyntaxNode node)
        {
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                stack.Push((node.Children[i], depth + 1));
            }
        }
    }

    private static string Kind(SyntaxElement element) => element switch
    {
        SyntaxToken token => token.Kind.ToString(),
        _ => element.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal),
    };

    // Nothing of a hostile file must speak to the terminal; what is escaped here cannot be taken for an escape of the file.
    private static string Quote(string text) =>
        $"\"{VisibleText.Escape(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}
