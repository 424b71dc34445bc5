using System.Text.RegularExpressions;
using Dockerlint.Commands;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests.Architecture;

/// <summary>
/// What a tool is called stands in one place. A rule, a fact or the optimizer that compares a text with the name of a tool that installs,
/// fetches, unpacks or makes users has a reading of commands of its own, and misses what is written otherwise.
/// </summary>
public sealed partial class ToolNameTests
{
    /// <summary>
    /// Files in which such a word is no name of a command that is looked for, or the rule is about that name; with the reason.
    /// </summary>
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["src/Optimizer/Ignore/IgnoreKind.cs"] =
            "words that tell that a step wants files of a kind, names of packages and scripts among them",
        ["src/Optimizer/Search/ManifestProof.cs"] = "files of projects, and keys of ecosystems",
        ["src/Rules/Correctness/AddOfLocalFiles.cs"] = "endings of file names",
        ["src/Rules/Correctness/DnfWithoutYes.cs"] = "one specification has several names, and the rule is about one",
        ["src/Rules/Correctness/MissingHealthcheck.cs"] = "the example that the message gives",
        ["src/Rules/Editing/Recommendations.cs"] = "names of packages",
        ["src/Rules/Facts/CompilerInstalls.cs"] = "keys of ecosystems",
        ["src/Rules/Facts/EcosystemFiles.cs"] = "keys of ecosystems",
        ["src/Rules/Facts/MovingReference.cs"] = "endings of file names",
        ["src/Rules/Facts/NodeInstalls.cs"] = "keys of ecosystems",
        ["src/Rules/Facts/PythonInstalls.cs"] = "keys of ecosystems",
        ["src/Rules/Names/SecretFile.cs"] = "parts of file names",
        ["src/Rules/Packages/RpmOffences.cs"] = "one specification has several names, and the rule is about one",
        ["src/Rules/Security/ImageRunsAsRoot.cs"] = "names of images, and programs that start without arguments",
        ["src/Rules/Shell/AptCommand.cs"] = "one specification has several names, and the rule is about one",
        ["src/Rules/Size/AptGetWithRecommends.cs"] = "one specification has several names, and the rule is about one",
        ["src/Rules/Size/BuildToolsShipped.cs"] = "names of packages and images",
        ["src/Rules/Size/YarnCacheKept.cs"] = "a word that shows which version of the tool is meant",
    };

    private static readonly EffectKind[] s_telling = [EffectKind.Installs, EffectKind.Fetches, EffectKind.Unpacks, EffectKind.CreatesUser];

    [Fact]
    public void No_rule_looks_for_a_tool_by_its_name()
    {
        var found =
            from project in SourceProject.All
            where project.Name is "Rules" or "Optimizer" or "Cache"
            from file in project.SourceFiles()
            let shown = Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')
            where !shown.StartsWith("src/Rules/Hadolint/", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from name in Literal().Matches(line).Select(match => match.Groups[1].Value)
            where ToolCatalog.Find(name) is { } tool && IsTelling(tool)
            select (File: shown, Name: name);
        var names = found.Distinct().ToLookup(item => item.File, item => item.Name);
        Assert.Empty(names.Where(file => !s_exceptions.ContainsKey(file.Key)).Select(file => $"{file.Key}: {string.Join(", ", file)}"));
        Assert.Empty(s_exceptions.Keys.Where(file => !names.Contains(file)).Select(file => $"{file} needs no exception"));
    }

    private static bool IsTelling(ToolSpec tool) =>
        tool.Effects.Concat(tool.Verbs.SelectMany(verb => verb.Effects)).Any(effect => s_telling.Contains(effect.Kind));

    [GeneratedRegex("(?<!\\\\)\"([A-Za-z0-9][\\w.+-]*)\"")]
    private static partial Regex Literal();
}
