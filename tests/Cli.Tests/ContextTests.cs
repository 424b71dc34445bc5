using Xunit;

namespace Dockerlint.Tests.Cli;

public sealed class ContextTests : IDisposable
{
    private const string CopyAll = "FROM alpine:3.22\nCOPY . /srv/\nUSER 1000\nCMD [\"true\"]\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("Dockerfile", "", "")]
    [InlineData("Dockerfile", ".git/HEAD", "DK3001")]
    [InlineData("Dockerfile.prod", ".git/HEAD", "")]
    [InlineData("Dockerfile.prod", ".git/HEAD .dockerignore", "DK3002")]
    [InlineData("api/Dockerfile", ".git/HEAD .dockerignore", "")]
    [InlineData("api/Dockerfile", "api/.vs/x api/.dockerignore", "DK3002")]
    [InlineData("api/Dockerfile", "api/.vs/x api/Dockerfile.dockerignore", "")]
    [InlineData("api/Dockerfile", "api/.vs/x api/.dockerignore api/Dockerfile.dockerignore=.vs", "")]
    public void A_folder_that_looks_like_the_context_is_taken_for_it(string dockerfile, string files, string expected)
    {
        Write(dockerfile, files);
        Assert.Equal(expected, Codes(dockerfile));
    }

    [Theory]
    [InlineData("api/Dockerfile", ".git/HEAD", "DK3001")]
    [InlineData("api/Dockerfile", ".git/HEAD .dockerignore=.git", "")]
    [InlineData("api/Dockerfile", ".git/HEAD .dockerignore=.git api/Dockerfile.dockerignore=x", "DK3002")]
    [InlineData("Dockerfile", "x", "DK3001")]
    public void A_context_can_be_named(string dockerfile, string files, string expected)
    {
        Write(dockerfile, files);
        Assert.Equal(expected, Codes("--context", ".", dockerfile));
    }

    [Fact]
    public void Standard_input_has_the_context_that_is_named()
    {
        Write("x/Dockerfile", ".git/HEAD");
        Assert.Contains("DK3001", CommandLine.Shell(_workspace.Folder, "$DOCKERLINT lint --context . - < x/Dockerfile").Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "DK3001", CommandLine.Shell(_workspace.Folder, "$DOCKERLINT lint - < x/Dockerfile").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_that_is_no_folder_is_a_usage_error()
    {
        Write("Dockerfile", "");
        var outcome = CommandLine.Run(_workspace.Folder, "lint", "--context", "nowhere", "Dockerfile");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("there is no folder nowhere", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixing_makes_the_ignore_file_and_adds_to_it_once()
    {
        Write("Dockerfile", ".git/HEAD node_modules/a/i.js");
        Write("Dockerfile.prod", "");
        var diff = CommandLine.Run(_workspace.Folder, "lint", "--diff", "--unsafe-fixes", "Dockerfile");
        Assert.StartsWith(
            "--- /dev/null\n+++ b/.dockerignore\n@@ -0,0 +1,2 @@\n+.git\n+node_modules\n", diff.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_workspace.Folder, ".dockerignore")));

        Assert.Equal("", Fix("Dockerfile"));
        Assert.Equal(".git\nnode_modules\n", Read(".dockerignore"));
        Write("web/node_modules/b/i.js", "");
        Assert.Equal("", Fix("Dockerfile", "Dockerfile.prod"));
        Assert.Equal(".git\nnode_modules\n**/node_modules\n", Read(".dockerignore"));
        Assert.Equal(CopyAll, Read("Dockerfile"));
    }

    [Fact]
    public void Safe_fixes_leave_the_ignore_file_alone()
    {
        Write("Dockerfile", ".git/HEAD .dockerignore=x");
        CommandLine.Run(_workspace.Folder, "lint", "--fix", "Dockerfile");
        Assert.Equal("x", Read(".dockerignore"));
    }

    [Fact]
    public void Lines_are_added_behind_a_last_line_without_end_and_as_the_file_has_them()
    {
        Write("Dockerfile", ".git/HEAD");
        _workspace.Add(".dockerignore", "a\r\nb");
        Fix("Dockerfile");
        Assert.Equal("a\r\nb\r\n.git\r\n", Read(".dockerignore"));
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_workspace.Folder, path));

    private void Write(string dockerfile, string files)
    {
        _workspace.Add(dockerfile, CopyAll);
        foreach (var file in files.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _workspace.Add(file.Split('=')[0], file.Contains('=', StringComparison.Ordinal) ? file.Split('=')[1] : "");
        }
    }

    private string Fix(params IReadOnlyList<string> arguments) =>
        CommandLine.Run(
            _workspace.Folder, ["lint", "--format", "gnu", "--shellcheck", "off", "--fix", "--unsafe-fixes", .. arguments]).Output;

    private string Codes(params IReadOnlyList<string> arguments)
    {
        var output = CommandLine.Run(_workspace.Folder, ["lint", "--format", "gnu", "--shellcheck", "off", .. arguments]).Output;
        return string.Join(' ', output.Split('\n').SelectMany(line => line.Split(' ', ':'))
            .Where(word => word.StartsWith("DK", StringComparison.Ordinal)).Distinct());
    }
}
