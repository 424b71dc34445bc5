using Dockerlint.Linting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

public class SuppressionCommentTests
{
    private static SuppressionComment? Parse(string text) => SuppressionComment.TryParse(text, new TextSpan(100, text.Length));

    [Theory]
    [InlineData("# hadolint ignore=DL3006", "Hadolint NextLine DL3006 <>")]
    [InlineData("#hadolint ignore = DL3006 , SC2086", "Hadolint NextLine DL3006+SC2086 <>")]
    [InlineData("# hadolint ignore=DL3006,SC2086 # because", "Hadolint NextLine DL3006+SC2086 <because>")]
    [InlineData("# hadolint global ignore=DL3003", "Hadolint File DL3003 <>")]
    [InlineData("# check=skip=JSONArgsRecommended,StageNameCasing // why", "BuildKit File JSONArgsRecommended+StageNameCasing <why>")]
    [InlineData("# check=skip=all;error=true", "BuildKit File all <>")]
    [InlineData("# dockerlint ignore=DL3006,DK1001 -- reason", "Dockerlint NextLine DL3006+DK1001 <reason>")]
    [InlineData("# dockerlint ignore=untagged-base-image", "Dockerlint NextLine untagged-base-image <>")]
    [InlineData("# dockerlint global ignore=DL3006\r\n", "Dockerlint File DL3006 <>")]
    public void Dialects_are_read(string text, string expected)
    {
        var comment = Parse(text);
        Assert.NotNull(comment);
        Assert.Equal(expected, $"{comment.Dialect} {comment.Scope} {string.Join('+', comment.Names.Select(n => n.Name))} "
            + $"<{comment.Reason}>");
        Assert.Equal(new TextSpan(100, text.Length), comment.Span);
        Assert.All(comment.Names, n => Assert.Equal(n.Name, text.Substring(n.Span.Start - 100, n.Span.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("# ignore=DL3006")]
    [InlineData("# Hadolint ignore=DL3006")]
    [InlineData("# hadolint Ignore=DL3006")]
    [InlineData("# hadolint ignore=")]
    [InlineData("# hadolint ignore=DL3006,")]
    [InlineData("# hadolint ignore=dl3006")]
    [InlineData("# hadolint ignore=DL3006,DK1001")]
    [InlineData("# hadolint ignore=DL3006 because")]
    [InlineData("# hadolint shell=bash")]
    [InlineData("# hadolintignore=DL3006")]
    [InlineData("# dockerlint ignore=DL3006 because")]
    [InlineData("# check=error=true")]
    [InlineData("# check=skip=")]
    public void Anything_else_is_no_suppression(string text) => Assert.Null(Parse(text));
}
