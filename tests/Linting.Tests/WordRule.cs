using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Tests.Linting;

/// <summary>Reports a text wherever it stands first in an instruction and replaces it by another, or has no fix.</summary>
internal sealed class WordRule(string id, string text, string? replacement) : Rule
{
    public Applicability Applicability { get; init; }

    /// <summary>Whether the fix says that it means to change the comment above.</summary>
    public bool ChangesComments { get; init; }

    public override RuleInfo Info { get; } = new(id, id, Category.Style, Severity.Warning) { Since = "0.1", Doc = new("", "", []) };

    public override void Register(RuleHooks on) => on.Instruction<InstructionSyntax>((instruction, context) =>
    {
        var instructions = context.Tree.Root.Instructions.ToList();
        var index = instructions.IndexOf(instruction);
        var start = index == 0 ? 0 : instruction.Keyword.FullSpan.Start;
        var end = index + 1 < instructions.Count ? instructions[index + 1].Keyword.FullSpan.Start : context.Tree.Source.Length;
        var at = context.Tree.Source.Text.IndexOf(text, start, StringComparison.Ordinal);
        if (at >= 0 && at < end)
        {
            var span = new TextSpan(at, text.Length);
            var comments = ChangesComments ? instruction.Keyword.LeadingTrivia.Where(trivia => trivia.Kind == TriviaKind.Comment)
                .Select(trivia => trivia.Span) : [];
            context.Report(span, text, replacement is null
                ? []
                : [.. Fix.Of("replace", Applicability, new TextEdit(span, replacement))
                    .Select(fix => fix with { ChangedComments = [.. comments] })]);
        }
    });
}
