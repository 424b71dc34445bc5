using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>
/// What ShellCheck says of the scripts of some files, and of every text that becomes of them. A script is read once, whatever text it
/// stands in; a text with new scripts costs one more process. To be used by one thread at a time.
/// </summary>
public sealed class ScriptChecks : IForeignLinter
{
    private readonly ShellCheckProgram _program;
    private readonly ScriptVerdicts _verdicts;
    private readonly Dictionary<string, IReadOnlyList<ShellCheckComment>> _known = new(StringComparer.Ordinal);
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
            if (!_known.TryGetValue(script.Content, out var comments))
            {
                return null;
            }

            if (comments.Count > 0)
            {
                var mapper = new FindingMapper(script);
                var mapped = comments.Select(comment => mapper.Map(comment, _verdicts)).OfType<Diagnostic>();

                // hadolint keeps one finding a line, the last that ShellCheck gives.
                found.AddRange(_verdicts == ScriptVerdicts.AsHadolint ? mapped.TakeLast(1) : mapped);
            }
        }

        return found;
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
