using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A parsed Dockerfile. It exists for every input; its tokens and their trivia are the whole source.</summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(SourceText source, DockerfileSyntax root, IReadOnlyList<SyntaxError> errors)
    {
        Source = source;
        Root = root;
        Errors = errors;
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The root of the tree.</summary>
    public DockerfileSyntax Root { get; }

    /// <summary>What makes the engine reject the file, in source order; empty for a file it accepts.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>The source, put together again from the tokens and their trivia.</summary>
    public string Print()
    {
        var builder = new System.Text.StringBuilder(Source.Length);
        foreach (var token in Root.Tokens())
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                builder.Append(Source.Slice(trivia.Span));
            }

            builder.Append(token.Text);
            foreach (var trivia in token.TrailingTrivia)
            {
                builder.Append(Source.Slice(trivia.Span));
            }
        }

        return builder.ToString();
    }
}
