namespace Dockerlint.Syntax;

/// <summary>The command of RUN, CMD, ENTRYPOINT or HEALTHCHECK: shell form or exec form.</summary>
public abstract class CommandSyntax : SyntaxNode
{
    private protected CommandSyntax(int start, int length, IEnumerable<SyntaxElement?> children)
        : base(start, length, children)
    {
    }
}
