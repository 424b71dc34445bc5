using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Finds instructions of which only the last in a stage counts, and reports the others.</summary>
internal static class RepeatedInstruction
{
    internal static void Check<T>(Stage stage, RuleContext context)
        where T : InstructionSyntax
    {
        var all = stage.Steps.Select(step => step.Instruction).OfType<T>().ToList();
        foreach (var dead in all.SkipLast(1))
        {
            context.Report(dead.Keyword.Span, $"this {dead.Name} has no effect: a later one in the stage replaces it",
                [new RelatedSpan(all[^1].Keyword.Span, "the one that counts")], Removal(dead, context.Tree));
        }
    }

    private static IReadOnlyList<Fix> Removal(InstructionSyntax dead, SyntaxTree tree)
    {
        var lines = tree.Source.Lines;
        var first = lines.GetLine(dead.Span.Start);
        var span = TextSpan.FromBounds(
            lines.GetLineStart(first), lines.GetLineSpan(lines.GetLine(Math.Max(dead.Span.Start, dead.Span.End - 1))).End);

        // A comment inside would be lost, one above left behind.
        if (dead.Tokens().Skip(1).Any(token => token.LeadingTrivia.Any(trivia => trivia.Kind == TriviaKind.Comment)))
        {
            return [];
        }

        var isCommented = first > 1 && tree.Source.Slice(lines.GetLineSpan(first - 1)).TrimStart().StartsWith("#");
        return Fix.Of(
            $"remove the {dead.Name} without effect", isCommented ? Applicability.Unsafe : Applicability.Safe, new TextEdit(span, ""));
    }
}
