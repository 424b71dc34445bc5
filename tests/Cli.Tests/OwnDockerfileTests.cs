using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>The image of this project is made from a Dockerfile that its own program has nothing to say about.</summary>
public sealed class OwnDockerfileTests
{
    [Fact]
    public void The_linter_finds_nothing_in_it()
    {
        var outcome = CommandLine.Run(RepositoryRoot.Path, "lint", "--context", ".", "Dockerfile");
        Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Fact]
    public void The_cache_analyzer_has_nothing_to_propose()
    {
        // Without a history in a copy of the sources alone, as in an image.
        Assert.SkipUnless(Path.Exists(RepositoryRoot.Combine(".git")), "the sources are no git repository");
        var outcome = CommandLine.Run(RepositoryRoot.Path, "cache", "optimize", "--last", "5");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("Dockerfile: nothing to propose", outcome.Output, StringComparison.Ordinal);
    }
}
