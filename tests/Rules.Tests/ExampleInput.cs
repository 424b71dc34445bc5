using System.Collections.Immutable;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Tests;

/// <summary>A file as a documented example describes its surroundings.</summary>
internal static class ExampleInput
{
    /// <summary>A text in the surroundings of the example.</summary>
    internal static LintInput Of(RuleExample example, string text) => new(SourceText.From(text))
    {
        DockerIgnore = example.DockerIgnore,
        Context = example.ContextFiles is { } files ? ContextCase.Of(files, example.DockerIgnore) : null,
        BasePlatforms = example.BasePlatform is null
            ? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty.Add(FirstImage(example.Bad), example.BasePlatform),
    };

    private static string FirstImage(string text) =>
        DockerfileParser.Parse(text).Root.Instructions.OfType<FromInstruction>().First().Image.RawText;
}
