using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Architecture;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerlint-snapshot-").FullName;

    [Fact]
    public void A_missing_snapshot_fails_and_leaves_what_was_received()
    {
        Assert.Throws<SnapshotException>(() => Match("a"));
        Assert.Equal("a\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void An_accepted_snapshot_matches_and_a_changed_text_does_not()
    {
        Match("a\r\nb", ("DOCKERLINT_ACCEPT", "1"));
        Match("a\nb\n");
        var error = Assert.Throws<SnapshotException>(() => Match("a\nc"));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Received));
        Match("a\nb");
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Accepting_is_refused_on_a_build_server()
    {
        Assert.Throws<SnapshotException>(() => Match("a", ("DOCKERLINT_ACCEPT", "1"), ("CI", "true")));
        Assert.False(File.Exists(Verified));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Verified => Path.Combine(_folder, "Some.case.verified.txt");

    private string Received => Path.Combine(_folder, "Some.case.received.txt");

    private void Match(string actual, params (string Name, string Value)[] environment) =>
        Snapshot.Match(
            actual,
            "case",
            Path.Combine(_folder, "Some.cs"),
            name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault());
}
