using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Rules;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>
/// Says whether a build misses files that are kept out of its context: from the files its steps name, the words of its commands, and what
/// manifests and sources that stay say of them.
/// </summary>
internal sealed class IgnoreProof
{
    // More files, or longer ones, are not looked into, and then nothing is proved.
    private const int MostFiles = 4_000;
    private const int LongestFile = 400_000;

    private static readonly string[] s_sources = [".rs", ".go", ".py", ".js", ".ts", ".jsx", ".tsx", ".mjs", ".cjs", ".vue", ".svelte",
        ".rb", ".php", ".java", ".kt", ".cs", ".csproj", ".props", ".targets", ".json", ".toml", ".cfg", ".ini", ".yml", ".yaml", ".in",
        ".gradle", ".kts", ".xml", ".gemspec", ".sh", ".mk", ".cmake", ".txt", ".c", ".h", ".cc", ".cpp", ".hpp", ".html", ".css"];

    private readonly OptimizerInput _input;
    private readonly LayerPlan _plan;
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    internal IgnoreProof(OptimizerInput input, SyntaxTree tree, BuildSettings settings)
    {
        _input = input;
        _plan = LayerPlan.Create(new BuildState(tree, input.Context, settings) { Images = input.Options.Images });
    }

    /// <summary>What speaks against keeping files out; null when nothing does.</summary>
    /// <param name="kind">The kind of files.</param>
    /// <param name="rules">The lines, with their exceptions.</param>
    /// <param name="files">The files they keep out.</param>
    internal string? Doubt(IgnoreKind kind, IgnoreRules rules, IReadOnlyCollection<string> files)
    {
        if (Named(rules) is { } named)
        {
            return named;
        }

        foreach (var step in _plan.Steps.Where(step => step is { Kind: StepKind.Cached, Instruction: RunInstruction }))
        {
            var words = Words(step.Instruction.LogicalText).Concat(step.Instruction.Heredocs.SelectMany(here => Words(here.Content)));
            if (words.FirstOrDefault(word =>
                kind.Tools.Contains(word, StringComparer.OrdinalIgnoreCase) || IsAmong(word, files)) is { } word)
            {
                return string.Create(CultureInfo.InvariantCulture, $"line {step.Line} says {word}, which may work with them");
            }

            // A mount of the context shows a command all of it.
            if (step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Files && input.Files.Any(file => files.Contains(file.Path))))
            {
                return string.Create(CultureInfo.InvariantCulture, $"line {step.Line} mounts them");
            }
        }

        return null;
    }

    /// <summary>The files among these that a manifest or a source that stays names; null when there are too many to look into.</summary>
    internal IReadOnlyList<string>? Mentioned(IgnoreRules rules, IReadOnlyCollection<string> files)
    {
        List<ContextEntry> stay =
        [
            .. _input.Context.Entries.Where(entry => entry.Kind == ContextEntryKind.File && !rules.Excludes(entry.Path)
                && !entry.Path.StartsWith(".git/", StringComparison.Ordinal) && entry.Size <= LongestFile && IsRead(entry)),
        ];
        if (stay.Count > MostFiles)
        {
            return null;
        }

        var names = files.ToLookup(path => ContextPath.Base(path), StringComparer.Ordinal);
        var folders = files.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path[..path.IndexOf('/')])
            .Distinct(StringComparer.Ordinal).Where(folder => rules.Excludes(folder)).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in stay.Select(entry => Text(entry.Path)).OfType<string>())
        {
            foreach (var word in Words(text).Where(word => word.Length > 1))
            {
                found.UnionWith(names[word]);
            }

            foreach (var folder in folders.Where(folder => MentionsFolder(text, folder)))
            {
                found.UnionWith(files.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)));
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The line of the step that brings one of the files into the image; null when none does.</summary>
    internal int? ImageLine(IReadOnlyCollection<string> files)
    {
        var chain = _plan.Model.Target?.Chain.Select(stage => stage.Index).ToHashSet() ?? [];
        foreach (var step in _plan.Steps.Where(step => step is { Kind: StepKind.Cached, Instruction: FileTransferInstruction }))
        {
            if (!step.Key.Inputs.Any(input => input.Kind == KeyInputKind.Files && input.Files.Any(file => files.Contains(file.Path))))
            {
                continue;
            }

            if (chain.Contains(step.StageIndex!.Value) || IsTakenOn(step, files))
            {
                return step.Line;
            }
        }

        return null;
    }

    // Whether another step takes the place where a step puts the files out of its stage.
    private bool IsTakenOn(LayerStep step, IReadOnlyCollection<string> files)
    {
        var copy = ContextCopy.OfStage(_plan.Model.Stages[step.StageIndex!.Value])
            .FirstOrDefault(item => item.Instruction == step.Instruction);
        var above = new HashSet<int> { step.StageIndex!.Value };
        foreach (var stage in _plan.Model.Stages.Where(stage => stage.Chain.Any(below => below.Index == step.StageIndex)))
        {
            above.Add(stage.Index);
        }

        foreach (var use in _plan.Steps.Where(item => item.Kind == StepKind.Cached).SelectMany(item => item.StageFiles)
            .Where(use => use.StageIndex is { } index && above.Contains(index)))
        {
            var wild = use.Path.IndexOfAny(['*', '?', '[']);
            var taken = wild < 0 ? use.Path.TrimEnd('/') : use.Path[..use.Path.LastIndexOf('/', wild)];
            if (copy?.Target is not { } target || taken.Contains('$', StringComparison.Ordinal)
                || files.Any(path => Places(copy, target, path).Any(place => place == taken
                    || place.StartsWith(taken + "/", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Places(ContextCopy copy, string target, string path)
    {
        foreach (var source in copy.Sources.OfType<string>().Select(ContextPath.FromRoot))
        {
            if (source.Length == 0 || path.StartsWith(source + "/", StringComparison.Ordinal))
            {
                yield return BuildPath.Combine(target, source.Length == 0 ? path : path[(source.Length + 1)..]) ?? target;
            }
            else
            {
                yield return BuildPath.Combine(target, ContextPath.Base(path)) ?? target;
            }
        }
    }

    // What a step copies by its own name is wanted.
    private string? Named(IgnoreRules rules)
    {
        foreach (var step in _plan.Steps.Where(step => step.Kind == StepKind.Cached))
        {
            foreach (var source in step.Key.Inputs.Where(input => input.Kind == KeyInputKind.Files).Select(input => input.Shown))
            {
                var path = ContextPath.FromRoot(source);
                if (path.Length > 0 && (rules.Excludes(path) || (PathGlob.IsPattern(path) && path.Trim('*', '/', '.').Length > 0
                    && step.Key.Inputs.SelectMany(input => input.Files).Any(file => PathGlob.IsMatch(path, file.Path)
                        && rules.Excludes(file.Path)))))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"line {step.Line} copies {source} by its name");
                }
            }
        }

        return null;
    }

    private static bool IsRead(ContextEntry entry) => s_sources.Contains(Path.GetExtension(entry.Path))
        || entry.Name is "Makefile" or "justfile" or "Rakefile" or "Gemfile" or "Procfile" or "MANIFEST.in" or "go.mod";

    private static bool IsAmong(string word, IReadOnlyCollection<string> files)
    {
        var path = word.StartsWith("./", StringComparison.Ordinal) ? word[2..] : word;
        return path.Length > 1 && files.Any(file => file == path || ContextPath.Base(file) == path
            || file.StartsWith(path + "/", StringComparison.Ordinal));
    }

    private static bool MentionsFolder(string text, string folder)
    {
        for (var at = text.IndexOf(folder, StringComparison.Ordinal); at >= 0; at = text.IndexOf(folder, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at == 0 ? ' ' : text[at - 1], at + folder.Length == text.Length ? ' ' : text[at + folder.Length]);
            if (after == '/' && NamesOneFile(text.AsSpan(at + folder.Length + 1)))
            {
                continue;
            }

            if (before is '"' or '\'' or '`' or '(' && after is '/' or '"' or '\'' or '`' or ')'
                || (after == '/' && (before is ' ' or ':' or '=' || (at > 1 && before == '/' && text[at - 2] == '.'))))
            {
                return true;
            }
        }

        return false;
    }

    // A path with an ending is one file, which counts by its own name.
    private static bool NamesOneFile(ReadOnlySpan<char> path)
    {
        var end = path.IndexOfAny(" \t\r\n\"'`),;<>|&");
        path = end < 0 ? path : path[..end];
        return path.IndexOfAny('*', '?', '[') < 0 && path[(path.LastIndexOf('/') + 1)..].IndexOf('.') > 0;
    }

    // Words as names of files are written; a path is its own word and the last part of it is another.
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        DockerfileWords.AddTo(words, text);
        return words;
    }

    private string? Text(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts[path] = text = _input.Read(path);
        }

        return text;
    }
}
