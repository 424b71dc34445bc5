using System.Net;
using System.Text.RegularExpressions;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>The pictures of the README show what the program writes today; <c>eng/pictures/make</c> makes them.</summary>
public sealed partial class PictureTests
{
    [Fact]
    public void The_picture_of_the_terminal_shows_what_the_program_says()
    {
        using var folder = new TemporaryFolder();
        File.Copy(RepositoryRoot.Combine("eng", "pictures", "Dockerfile.shown"), Path.Combine(folder.Path, "Dockerfile"));
        var written = CommandLine.Run(folder.Path, "lint", "--color", "never", "-f", "text", "--shellcheck", "off", "Dockerfile");
        var picture = File.ReadAllText(RepositoryRoot.Combine("docs", "pictures", "lint.svg"));
        var shown = Line().Matches(picture[picture.IndexOf("<g ", StringComparison.Ordinal)..])
            .Select(line => WebUtility.HtmlDecode(Tag().Replace(line.Groups[1].Value, "")).Replace('\u00a0', ' '));
        Assert.Equal(written.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()), shown.Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("<text [^>]*>(.*?)</text>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
