using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Colours: instructions, flags, stages, variables, and the scripts inside with their commands.</summary>
internal static class SemanticTokenFeature
{
    private const byte Keyword = 1;
    private const byte Parameter = 2;
    private const byte Class = 3;
    private const byte Variable = 4;
    private const byte Property = 5;
    private const byte String = 6;
    private const byte Comment = 7;
    private const byte Function = 8;
    private const byte Macro = 9;

    internal static IReadOnlyList<string> Types { get; } =
        ["keyword", "parameter", "class", "variable", "property", "string", "comment", "function", "macro"];

    internal static IReadOnlyList<string> Modifiers { get; } = ["declaration"];

    internal static SemanticTokens Full(DocumentParams parameters, RequestScope scope) =>
        new(scope.Dockerfile(parameters.TextDocument.Uri) is { } document ? Encode(document, Paint(document)) : []);

    // What lies further inside is painted later.
    private static (byte[] Colours, HashSet<int> Declarations) Paint(OpenDocument document)
    {
        var colours = new byte[document.Text.Length];
        void Fill(TextSpan span, byte colour) => colours.AsSpan(span.Start, span.Length).Fill(colour);
        var model = document.Dockerfile.Model;
        foreach (var directive in model.Tree.Root.Directives)
        {
            Fill(directive.Span, Macro);
        }

        foreach (var instruction in model.Tree.Root.Instructions)
        {
            Paint(instruction, Fill);
        }

        foreach (var script in model.Scripts)
        {
            Paint(script, Fill);
        }

        foreach (var comment in SuppressionComment.Places(model.Tree))
        {
            Fill(comment, Comment);
        }

        foreach (var place in document.Symbols.Occurrences)
        {
            Fill(place.Span, place.Symbol.Kind == SymbolKind.Stage ? Class : Variable);
        }

        return (colours, [.. document.Symbols.Occurrences.Where(place => place.IsDeclaration).Select(place => place.Span.Start)]);
    }

    private static void Paint(InstructionSyntax instruction, Action<TextSpan, byte> fill)
    {
        fill(instruction.Keyword.Span, Keyword);
        if (instruction is FromInstruction { AsKeyword: { } asKeyword })
        {
            fill(asKeyword.Span, Keyword);
        }

        foreach (var flag in instruction.Flags)
        {
            fill(flag.NameToken.Span, Parameter);
        }

        foreach (var option in (instruction as RunInstruction)?.Mounts.SelectMany(mount => mount.Options) ?? [])
        {
            fill(option.KeySpan, Property);
        }

        foreach (var pair in (instruction as KeyValueInstruction)?.Pairs ?? [])
        {
            fill(pair.Key.Span, Property);
        }

        foreach (var quoted in instruction.Descendants().OfType<QuotedSyntax>())
        {
            fill(quoted.Span, String);
        }

        foreach (var item in instruction.Descendants().OfType<JsonArraySyntax>().SelectMany(array => array.Items))
        {
            fill(item.Span, String);
        }

        if (instruction is OnbuildInstruction onbuild)
        {
            Paint(onbuild.Trigger, fill);
        }
    }

    private static void Paint(Semantics.ScriptUse script, Action<TextSpan, byte> fill)
    {
        foreach (var node in script.Nodes)
        {
            switch (node)
            {
                case SingleQuoted or DoubleQuoted:
                    fill(script.Text.ToSource(node.Span), String);
                    break;
                case Assignment assignment:
                    fill(script.Text.ToSource(assignment.NameSpan), Variable);
                    break;
                case ParameterExpansion:
                    fill(script.Text.ToSource(node.Span), Variable);
                    break;
                case SimpleCommand { Words: [var name, .. var rest] }:
                    fill(script.Text.ToSource(name.Span), Function);
                    foreach (var option in rest.Where(word => word.LiteralValue is ['-', _, ..]))
                    {
                        fill(script.Text.ToSource(option.Span), Parameter);
                    }

                    break;
            }
        }
    }

    // Line, start, length, type and modifiers, each as the distance from the token before.
    private static int[] Encode(OpenDocument document, (byte[] Colours, HashSet<int> Declarations) painted)
    {
        var data = new List<int>();
        var (lastLine, lastStart) = (0, 0);
        for (var line = 0; line < document.Positions.LineCount; line++)
        {
            var span = document.Positions.LineSpan(line);
            for (var start = span.Start; start < span.End;)
            {
                var end = start + 1;
                var isBorder = painted.Declarations.Contains(start);
                while (end < span.End && painted.Colours[end] == painted.Colours[start] && !painted.Declarations.Contains(end))
                {
                    end++;
                }

                if (painted.Colours[start] != 0)
                {
                    var at = document.Positions.PositionOf(start).Character;
                    data.AddRange(
                    [
                        line - lastLine, line == lastLine ? at - lastStart : at,
                        document.Positions.LengthOf(TextSpan.FromBounds(start, end)), painted.Colours[start] - 1, isBorder ? 1 : 0,
                    ]);
                    (lastLine, lastStart) = (line, at);
                }

                start = end;
            }
        }

        return [.. data];
    }
}
