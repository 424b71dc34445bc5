using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The sources of COPY and ADD in the build context, and whether the .dockerignore file leaves them out.</summary>
internal static class IgnoredSources
{
    internal const string Id = "CopyIgnoredFile";
    internal const string Name = "ignored-source-copied";

    private static readonly string[] s_remote = ["http://", "https://", "git://", "ssh://", "git@", "github.com/"];

    /// <summary>Every source in the context whose path is known.</summary>
    internal static IEnumerable<(EngineStep Step, string Path, TextSpan Span)> All(RuleContext context)
    {
        foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
        {
            if (step.Instruction is not FileTransferInstruction transfer || transfer.Flag("from") is not null)
            {
                continue;
            }

            var words = transfer.Json is { } json ? ExpandedWords.Items(json, context.Tree).ToList() : transfer.Words;
            foreach (var word in words.SkipLast(1))
            {
                if (!transfer.Heredocs.Any(heredoc => heredoc.MarkerSpan == word.Span)
                    && WordExpander.Expand(word, step.Scope.Lookup) is { } path
                    && !s_remote.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    yield return (step, path, word.Span);
                }
            }
        }
    }

    /// <summary>Whether a path, or a directory it lies in, is ignored (moby/patternmatcher, MatchesOrParentMatches).</summary>
    /// <param name="rules">The rules of the .dockerignore file.</param>
    /// <param name="path">The path, which need not be clean: the engine takes it apart at slashes all the same.</param>
    internal static bool IsIgnored(IgnoreRules rules, string path)
    {
        var above = Above(path);
        var isIgnored = false;
        foreach (var pattern in rules.Patterns)
        {
            if (pattern.IsException == isIgnored && (pattern.IsMatch(path) || above.Exists(pattern.IsMatch)))
            {
                isIgnored = !pattern.IsException;
            }
        }

        return isIgnored;
    }

    /// <summary>As <see cref="IsIgnored"/> for a path that is cleaned first; the whole context counts as left out only by a few
    /// patterns.</summary>
    internal static bool IsLeftOut(IgnoreRules rules, string path)
    {
        var clean = ContextPath.Clean(path);
        return IsIgnored(rules, clean) && (clean is not ("." or "/") || rules.Patterns.Any(pattern => pattern.Text is "*" or "**"
            or "**/*"));
    }

    private static List<string> Above(string path)
    {
        var slash = path.LastIndexOf('/');
        var directory = slash < 0 ? "." : ContextPath.Clean(path[..(slash + 1)]);
        if (directory == ".")
        {
            return [];
        }

        var parts = directory.Split('/');
        return [.. Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]))];
    }
}
