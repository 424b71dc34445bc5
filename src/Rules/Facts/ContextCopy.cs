using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>A COPY or ADD from the build context, with what is known of its sources and its destination.</summary>
/// <param name="Index">Its place among the steps of the stage.</param>
/// <param name="Step">The step.</param>
/// <param name="Sources">The sources after expansion; null stands for an unknown one.</param>
/// <param name="Target">The destination as an absolute path; null when it is not known.</param>
/// <param name="IsFolderTarget">Whether the destination is written as a folder.</param>
internal sealed record ContextCopy(int Index, StageStep Step, IReadOnlyList<string?> Sources, string? Target, bool IsFolderTarget)
{
    private static readonly string[] s_wholeContext = [".", "./", "/", "*", "./*", "/*", "/."];

    /// <summary>The instruction.</summary>
    internal FileTransferInstruction Instruction => (FileTransferInstruction)Step.Instruction;

    /// <summary>Whether it copies the whole context.</summary>
    internal bool IsBroad { get; } = ((FileTransferInstruction)Step.Instruction).Flag("parents") is null
        && Sources.Any(source => s_wholeContext.Contains(source));

    /// <summary>Where a source of that name ends up; two places when it is not sure whether the destination is a folder.</summary>
    internal IEnumerable<string> PlacesOf(string source)
    {
        // A heredoc names its file by its mark.
        var name = source.StartsWith("<<", StringComparison.Ordinal) ? source.TrimStart('<').TrimStart('-').Trim('"', '\'')
            : source.TrimEnd('/');
        if (BuildPath.Combine(Target, name[(name.LastIndexOf('/') + 1)..]) is { } inside)
        {
            yield return inside;
        }

        if (!IsFolderTarget && Target is not null)
        {
            yield return Target;
        }
    }

    /// <summary>The copies of a stage from the context.</summary>
    internal static IEnumerable<ContextCopy> OfStage(Stage stage)
    {
        for (var i = 0; i < stage.Steps.Count; i++)
        {
            if (stage.Steps[i] is { Instruction: FileTransferInstruction transfer } step && transfer.Flag("from") is null
                && transfer.Arguments.Count >= 2)
            {
                var words = transfer.Json is null
                    ? transfer.Words.Select(word => WordExpander.Expand(word, step.Before.Variables.Lookup)).ToList()
                    : [.. transfer.Arguments.Select(argument => argument.Contains('$', StringComparison.Ordinal) ? null : argument)];
                var target = words[^1];
                yield return new ContextCopy(
                    i, step, words.GetRange(0, words.Count - 1), target is null ? null
                        : BuildPath.Combine(step.Before.Workdir ?? FolderOfBase(stage, i), target),
                    words.Count > 2 || target is "." or ".." || target?.EndsWith('/') == true
                        || target?.EndsWith("/.", StringComparison.Ordinal) == true);
            }
        }
    }

    /// <summary>The working directory before a step, if it is known or still that of the base image; else null.</summary>
    internal static string? FolderAt(Stage stage, int index) => stage.Steps[index].Before.Workdir ?? FolderOfBase(stage, index);

    private static string? FolderOfBase(Stage stage, int index) => stage.Steps[index].Before.HasWorkdir ? null : BuildPath.Base;
}
