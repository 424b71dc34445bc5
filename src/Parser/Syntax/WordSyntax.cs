using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A word: literal, quoted, escaped and variable pieces side by side. An empty word has none.</summary>
public sealed class WordSyntax : SyntaxNode
{
    internal WordSyntax(int start, int length, IReadOnlyList<WordPartSyntax> parts, bool isTooDeep = false)
        : base(start, length, parts)
    {
        Parts = parts;
        IsTooDeep = isTooDeep;
    }

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<WordPartSyntax> Parts { get; }

    /// <summary>The word with quotes and escapes as written.</summary>
    public string RawText => LogicalText;

    /// <summary>The value after quotes and escapes are taken off, or null when it depends on a variable.</summary>
    public string? LiteralValue => WordPartSyntax.Join(Parts);

    /// <summary>All variable references in the word, nested ones included, in source order.</summary>
    public IEnumerable<VariableReferenceSyntax> Variables => Descendants().OfType<VariableReferenceSyntax>();

    /// <summary>What the engine rejects in the word whatever its variables hold, or null.</summary>
    public SyntaxError? FirstError => IsTooDeep
        ? new SyntaxError(Span, "variables are nested too deeply")
        : WordErrors.FirstProblem(this, Line.Text) is { } problem
            ? new SyntaxError(Line.ToSource(new TextSpan(problem.Span.Start, problem.Span.Length)), problem.Message)
            {
                IsExpansion = problem.IsExpansion,
            }
            : null;

    /// <summary>Whether the word was kept as plain text because its variables nest too deeply.</summary>
    internal bool IsTooDeep { get; }
}
