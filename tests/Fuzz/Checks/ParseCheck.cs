using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Fuzz;

/// <summary>Parses: nothing of the text is lost, everything stands inside it, and a second time is the same.</summary>
public sealed class ParseCheck : IFuzzCheck
{
    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        var source = SourceText.FromBytes(input, "Dockerfile");
        if (!source.ToBytes().AsSpan().SequenceEqual(input))
        {
            return new FuzzFailure("bytes", "the text does not give the bytes back");
        }

        return Check(source, out _);
    }

    /// <summary>The same for a text, which gives its tree.</summary>
    internal static FuzzFailure? Check(SourceText source, out SyntaxTree tree)
    {
        tree = DockerfileParser.Parse(source);
        var position = 0;
        foreach (var token in tree.Root.Tokens())
        {
            if (token.FullSpan.Start != position || !token.FullSpan.Contains(token.Span))
            {
                return new FuzzFailure("tiling", $"token {token.Kind} {token.Span} in {token.FullSpan} does not follow {position}");
            }

            position = token.FullSpan.End;
        }

        if (position != source.Length)
        {
            return new FuzzFailure("tiling", $"the tokens end at {position} of {source.Length}");
        }

        if (tree.Print() != source.Text)
        {
            return new FuzzFailure("printing", "what is printed is not the source");
        }

        foreach (var error in tree.Errors)
        {
            if (error.Span.Start < 0 || error.Span.End > source.Length || error.Span.Length < 0 || error.Message.Length == 0)
            {
                return new FuzzFailure("error span", $"{error.Span}: {error.Message}");
            }
        }

        var again = DockerfileParser.Parse(source);
        return Outline(again).SequenceEqual(Outline(tree)) && again.Errors.SequenceEqual(tree.Errors) ? null
            : new FuzzFailure("second parse", "it is another one");
    }

    private static IEnumerable<(Type, TextSpan)> Outline(SyntaxTree tree) =>
        tree.Root.Descendants().Select(node => (node.GetType(), node.Span));
}
