using Dockerlint.Fuzz;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Fuzz;

/// <summary>What was once wrong with an input, small enough to keep.</summary>
public sealed class RegressionTests
{
    private static readonly Lazy<FuzzChecks> s_checks = new();

    private static string Folder => RepositoryRoot.Combine("tests", "Fuzz", "Regressions");

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.input", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_an_input_once_broke_holds(string file)
    {
        var kind = Enum.Parse<FuzzKind>(file.Split('/', '\\')[0], ignoreCase: true);
        var failure = s_checks.Value.Check(kind, File.ReadAllBytes(Path.Combine(Folder, file)));
        Assert.True(failure is null, $"{failure?.Kind}\n{failure?.Message}");
    }
}
