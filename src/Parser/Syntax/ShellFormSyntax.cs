using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A command line that a shell runs.</summary>
public sealed class ShellFormSyntax : CommandSyntax
{
    internal ShellFormSyntax(int start, int length)
        : base(start, length, [new SyntaxToken(TokenKind.ShellText, start, length)])
    {
    }

    /// <summary>The command line with its way back to the source.</summary>
    public MappedText GetText() => Line.AsMappedText().Slice(LogicalSpan);
}
