using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

internal static class TreeInvariants
{
    /// <summary>Parses and checks that nothing is lost and that everything stands in order inside its parent.</summary>
    internal static SyntaxTree ParseAndCheck(SourceText source)
    {
        var tree = DockerfileParser.Parse(source);
        var position = 0;
        foreach (var token in tree.Root.Tokens())
        {
            if (token.FullSpan.Start != position || !token.FullSpan.Contains(token.Span))
            {
                Assert.Fail($"token {token.Kind} {token.Span} in {token.FullSpan} does not follow {position} in {source.Path}");
            }

            position = token.FullSpan.End;
        }

        Assert.Equal(source.Length, position);
        if (tree.Print() != source.Text)
        {
            Assert.Fail($"printing {source.Path} does not give it back");
        }

        foreach (var error in tree.Errors)
        {
            Assert.InRange(error.Span.Start, 0, source.Length);
            Assert.InRange(error.Span.End, error.Span.Start, source.Length);
            Assert.NotEmpty(error.Message);
        }

        return tree;
    }

    internal static SyntaxTree ParseAndCheck(string text, string path = "Dockerfile") => ParseAndCheck(SourceText.From(text, path));
}
