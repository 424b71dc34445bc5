using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>Names on Linux are bytes: those that are no UTF-8 are found, read, fixed, compared and shown like any other.</summary>
public sealed class ByteNameTests : IDisposable
{
    private const string Name = "caf$'\\xe9'.Dockerfile";
    private readonly Workspace _workspace = new();

    public ByteNameTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere names are text");

    public void Dispose() => CommandLine.Shell(Path.GetTempPath(), $"rm -r '{_workspace.Folder}'");

    private Outcome Shell(string line) =>
        CommandLine.Shell(_workspace.Folder, line.Replace("$LINT", "$DOCKERLINT lint --shellcheck off", StringComparison.Ordinal));

    [Theory]
    [InlineData("$LINT -f gnu {0}")]
    [InlineData("$LINT -f gnu .")]
    [InlineData("ls | $LINT -f gnu --files-from -")]
    [InlineData("mkdir d$'\\xff'; mv *.Dockerfile d*; cd d*; $LINT -f gnu .")]
    [InlineData("mkdir d$'\\xff'; mv *.Dockerfile d*; cd d*; echo 'ignore: []' > .dockerlint.yaml; $LINT -f gnu *.Dockerfile")]
    public void Such_a_file_is_linted(string line)
    {
        var outcome = Shell($"printf 'FROM alpine\\n' > {Name}; " + line.Replace("{0}", Name, StringComparison.Ordinal));
        Assert.Contains("caf\\xe9.Dockerfile:1:6: DL3006", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("tty")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("sarif")]
    [InlineData("checkstyle")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("markdown")]
    [InlineData("codacy")]
    [InlineData("sonarqube")]
    [InlineData("codeclimate")]
    public void Every_report_shows_the_byte(string format) =>
        Assert.Matches(@"caf(\\{1,2}|%5[cC]|&#92;)xe9\.Dockerfile", Shell($"printf 'FROM alpine\\n' > {Name}; $LINT -f {format} .").Output);

    [Fact]
    public void Such_a_file_is_fixed_and_nothing_else_is_made()
    {
        var outcome = Shell($"printf 'FROM alpine:3.22\\nMAINTAINER x\\n' > {Name}; $LINT --fix --unsafe-fixes {Name} > /dev/null; grep "
            + "-c MAINTAINER *; ls -A | wc -l");
        Assert.EndsWith("1\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot write", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("fixed 1 finding in 1 file", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_such_names_in_a_context_are_two_files()
    {
        Shell("mkdir a b; for d in a b; do printf 'FROM alpine:3.22\\nCOPY . /x\\n' > $d/Dockerfile; echo 1 > $d/f$'\\xe9'; echo 2 > "
            + "$d/f$'\\xe8'; done; echo 3 > b/f$'\\xe8'");
        var outcome = Shell("$DOCKERLINT cache diff a b; $DOCKERLINT cache explain a > /dev/null");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("f\\xe8", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("f\\xe9", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("f\\x", Shell("$DOCKERLINT cache diff a a").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_such_a_name_is_found_and_left_out()
    {
        Shell("printf 'FROM alpine:3.22\\nCOPY . /x\\nUSER 1\\n' > Dockerfile; touch .dockerignore .env.$'\\xe9'");
        Assert.Contains(".env.\\xe9", Shell("$LINT -f gnu --context . Dockerfile").Output, StringComparison.Ordinal);
        Assert.Contains("2e656e762ee90a", Shell("$LINT --fix --unsafe-fixes --context . Dockerfile > /dev/null 2>&1; od -An -v -tx1 "
            + ".dockerignore | tr -d ' \\n'").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_such_a_name_that_is_not_there_is_told()
    {
        var outcome = Shell($"$LINT {Name}");
        Assert.Equal((2, "dockerlint: cannot read caf\\xe9.Dockerfile: there is no such file\n"), (outcome.ExitCode, outcome.Error));
    }
}
