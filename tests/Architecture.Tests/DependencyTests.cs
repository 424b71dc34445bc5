using Xunit;

namespace Dockerlint.Tests.Architecture;

public sealed class DependencyTests
{
    /// <summary>What each project may use, directly or through another.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Parser"] = [],
        ["Commands"] = ["Parser"],
        ["Semantics"] = ["Parser", "Commands"],
        ["Linting"] = ["Parser", "Commands", "Semantics"],
        ["Cache"] = ["Parser", "Commands", "Semantics", "Linting"],
        ["Rules"] = ["Parser", "Commands", "Semantics", "Linting", "Cache"],
        ["Optimizer"] = ["Parser", "Commands", "Semantics", "Linting", "Cache", "Rules"],
        ["Reporting"] = ["Parser", "Commands", "Semantics", "Linting", "Cache"],
        ["Verification"] = ["Parser", "Commands", "Semantics", "Linting", "Cache"],
        ["ShellCheck"] = ["Parser", "Commands", "Semantics", "Linting"],
        ["Workspace"] = ["Parser", "Commands", "Semantics", "Linting", "Cache"],
        ["Formatting"] = ["Parser", "Commands", "Semantics", "Linting", "Cache"],
        ["Session"] =
        [
            "Parser", "Commands", "Semantics", "Linting", "Cache", "Rules", "Optimizer", "Formatting", "Reporting", "ShellCheck",
            "Workspace",
        ],
        ["LanguageServer"] =
        [
            "Parser", "Commands", "Semantics", "Linting", "Cache", "Rules", "Optimizer", "Formatting", "Reporting", "ShellCheck",
            "Workspace", "Session",
        ],
        ["Playground"] =
        [
            "Parser", "Commands", "Semantics", "Linting", "Cache", "Rules", "Optimizer", "Formatting", "Reporting", "ShellCheck",
            "Workspace", "Session",
        ],
        ["Cli"] =
        [
            "Parser", "Commands", "Semantics", "Linting", "Cache", "Formatting", "Rules", "Optimizer", "Reporting", "Verification",
            "ShellCheck",
            "Workspace", "Session", "LanguageServer",
        ],
    };

    /// <summary>The one project that may refer to each of these packages.</summary>
    private static readonly Dictionary<string, string> Owner = new()
    {
        ["Pidgin"] = "Parser",
        ["Docker.DotNet"] = "Verification",
        ["Sarif.Sdk"] = "Reporting",
        ["System.CommandLine"] = "Cli",
        ["YamlDotNet"] = "Linting",
        ["Wcwidth"] = "Reporting",
    };

    /// <summary>As <see cref="Owner"/>, where the assembly is not named like its package.</summary>
    private static readonly Dictionary<string, string> AssemblyOwner = new(Owner) { ["Sarif"] = "Reporting" };

    public static TheoryData<string> Projects => [.. SourceProject.All.Select(project => project.Name)];

    [Fact]
    public void There_are_projects_under_src() => Assert.NotEmpty(SourceProject.All);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_follow_the_stated_direction(string name)
    {
        Assert.True(Allowed.ContainsKey(name), $"{name} has no place in the stated direction");
        Assert.Empty(Find(name).Projects.Except(Allowed[name]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Packages_are_referenced_by_their_owner_only(string name) =>
        Assert.DoesNotContain(Find(name).Packages, package => Foreign(Owner, package, name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Built_assemblies_follow_the_same_rules(string name)
    {
        var references = Find(name).AssemblyReferences().ToList();
        Assert.SkipWhen(references.Count == 0, $"no build of {name} under artifacts");

        var projects = references.Where(r => r.StartsWith("Dockerlint.", StringComparison.Ordinal)).Select(r => r["Dockerlint.".Length..]);
        Assert.Empty(projects.Except(Allowed[name]));
        Assert.DoesNotContain(references, reference => Foreign(AssemblyOwner, reference, name));
    }

    private static SourceProject Find(string name) => SourceProject.All.Single(project => project.Name == name);

    /// <summary>Whether <paramref name="reference"/>, or the package family it belongs to, is owned by another project.</summary>
    private static bool Foreign(Dictionary<string, string> owners, string reference, string project) =>
        owners.Any(owner =>
            owner.Value != project
            && (reference == owner.Key || reference.StartsWith(owner.Key + ".", StringComparison.Ordinal)));
}
