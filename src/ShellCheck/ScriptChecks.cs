using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>
/// What ShellCheck says of the scripts of some files, and of every text that becomes of them. A script is read once, whatever text it
/// stands in; a text with new scripts costs one more process. To be used by one
/// thread at a time, but for what is known already.
/// </summary>
public sealed class ScriptChecks : IForeignLinter
{
    private readonly ShellCheckProgram _program;
    private readonly ScriptVerdicts _verdicts;
    private readonly ConcurrentDictionary<string, IReadOnlyList<ShellCheckComment>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, IReadOnlyList<ScriptToCheck>> _scripts = [];

    internal ScriptChecks(ShellCheckProgram program, ScriptVerdicts verdicts, IReadOnlyList<SourceText> sources)
    {
        _program = program;
        _verdicts = verdicts;
        foreach (var source in sources)
        {
            _scripts[source] = ScriptCollector.Collect(BuildModel.Create(DockerfileParser.Parse(source)), verdicts);
        }

        Ask(_scripts.Values.SelectMany(scripts => scripts));
    }

    /// <summary>What went wrong with the program; null when nothing did. It is not run again after that.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many different scripts were read.</summary>
    public int Count => _known.Count;

    /// <summary>What is known already of the scripts of a text; the program is not run.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="isComplete">Whether that is all of them.</param>
    public IReadOnlyList<Diagnostic> FindKnown(SyntaxTree tree, out bool isComplete)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var scripts = ScriptCollector.Collect(BuildModel.Create(tree), _verdicts);
        var known = scripts.Where(script => _known.ContainsKey(script.Content)).ToList();
        isComplete = Problem is not null || known.Count == scripts.Count;
        return [.. known.SelectMany(Map)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (!_scripts.TryGetValue(tree.Source, out var scripts))
        {
            scripts = ScriptCollector.Collect(BuildModel.Create(tree), _verdicts);
            Ask(scripts);
        }

        var found = new List<Diagnostic>();
        foreach (var script in scripts)
        {
            if (!_known.ContainsKey(script.Content))
            {
                return null;
            }

            found.AddRange(Map(script));
        }

        return found;
    }

    private IEnumerable<Diagnostic> Map(ScriptToCheck script)
    {
        var comments = _known[script.Content];
        if (comments.Count == 0)
        {
            return [];
        }

        var mapper = new FindingMapper(script);
        var mapped = comments.Select(comment => mapper.Map(comment, _verdicts)).OfType<Diagnostic>();

        // hadolint keeps one finding a line, the last that ShellCheck gives.
        return _verdicts == ScriptVerdicts.AsHadolint ? mapped.TakeLast(1) : mapped;
    }

    private void Ask(IEnumerable<ScriptToCheck> scripts)
    {
        foreach (var unknown in scripts.Select(script => script.Content).Where(content => !_known.ContainsKey(content))
            .Distinct(StringComparer.Ordinal).Chunk(ShellCheckProgram.MostScripts).ToList())
        {
            if (Problem is not null || (Problem = _program.Run(unknown, out var comments)) is not null)
            {
                return;
            }

            var found = comments.ToLookup(comment => comment.Script, comment => comment.Comment);
            for (var i = 0; i < unknown.Length; i++)
            {
                _known[unknown[i]] = [.. found[i]];
            }
        }
    }
}
