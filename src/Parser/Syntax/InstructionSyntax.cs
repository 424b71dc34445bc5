using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>An instruction with its flags, arguments and heredocs.</summary>
public abstract class InstructionSyntax : SyntaxNode
{
    private readonly LogicalLine _logicalLine;

    private protected InstructionSyntax(InstructionHead head, IEnumerable<SyntaxElement?> arguments)
        : base(head.Start, head.Length, Concat([head.Keyword], head.Flags, [head.FlagsEnd], arguments, head.Heredocs))
    {
        _logicalLine = head.Line;
        Keyword = head.Keyword;
        Flags = head.Flags;
        Heredocs = head.Heredocs;
        HasEmptyContinuation = head.HasEmptyContinuation;
    }

    /// <summary>The keyword as written.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The keyword in upper case.</summary>
    public string Name => Keyword.Value;

    /// <summary>The flags in order.</summary>
    public IReadOnlyList<FlagSyntax> Flags { get; }

    /// <summary>The heredocs in order of their markers.</summary>
    public IReadOnlyList<HeredocSyntax> Heredocs { get; }

    /// <summary>Whether a blank line stands between its continuation lines.</summary>
    public bool HasEmptyContinuation { get; }

    /// <summary>The text of the instruction as BuildKit's line parser sees it, with the way back to the source.</summary>
    public MappedText LogicalLine => _logicalLine.AsMappedText();

    /// <summary>
    /// The comments above the instruction that the engine takes for its description: without number signs and blanks around, in order.
    /// An empty comment takes back those before it; an empty line does not. The engine drops the first character of the line, be it the
    /// number sign or a blank before it.
    /// </summary>
    public IReadOnlyList<string> Description
    {
        get
        {
            if (Keyword.FullSpan.Start == Keyword.Span.Start)
            {
                return [];
            }

            var comments = new List<string>();
            foreach (var trivia in Keyword.LeadingTrivia.Where(trivia => trivia.Kind == TriviaKind.Comment))
            {
                var start = Source.Lines.GetLineStart(Source.Lines.GetLine(trivia.Span.Start));
                start += Source.Text[start] == '\uFEFF' ? 1 : 0;
                var text = Source.Slice(TextSpan.FromBounds(start + 1, trivia.Span.End)).Trim();
                if (text.IsEmpty)
                {
                    comments.Clear();
                }
                else
                {
                    comments.Add(text.ToString());
                }
            }

            return comments;
        }
    }

    /// <summary>Whether a name, in any case, is that of an instruction.</summary>
    public static bool IsKeyword(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Grammar.Instructions.IsKnown(name.ToUpperInvariant());
    }

    /// <summary>The flag of that name, or null; names are case-sensitive, as in BuildKit.</summary>
    public FlagSyntax? Flag(string name) => Flags.FirstOrDefault(flag => flag.Name == name);

    internal override void Attach(SyntaxNode? parent, LogicalLine line) => base.Attach(parent, _logicalLine);
}
