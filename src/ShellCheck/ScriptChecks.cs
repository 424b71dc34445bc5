using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>
/// What ShellCheck says of the scripts of some files, and of the texts that fixing makes of them. One process reads the scripts of
/// all files; a script that it has read is not read again. For one thread.
/// </summary>
public sealed class ScriptChecks : IForeignChecks
{
    private readonly ShellCheckProgram _program;
    private readonly Profiles _profile;
    private readonly Dictionary<SourceText, IReadOnlyList<ScriptToCheck>> _scripts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<ShellCheckComment>> _known = new(StringComparer.Ordinal);

    internal ScriptChecks(ShellCheckProgram program, Profiles profile, IReadOnlyList<SourceText> sources)
    {
        _program = program;
        _profile = profile;
        foreach (var source in sources)
        {
            _scripts[source] = ScriptCollector.Collect(source, profile);
        }

        Read(_scripts.Values.SelectMany(scripts => scripts));
    }

    /// <summary>What went wrong with the program, or null.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Check(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!_scripts.TryGetValue(source, out var scripts))
        {
            scripts = ScriptCollector.Collect(source, _profile);
            Read(scripts);
        }

        return [.. scripts.SelectMany(Map)];
    }

    private void Read(IEnumerable<ScriptToCheck> scripts)
    {
        // A program that failed once is not started for each file again.
        var contents = scripts.Select(script => script.Content).Where(content => !_known.ContainsKey(content)).Distinct(StringComparer.Ordinal).ToList();
        if (contents.Count == 0 || Problem is not null)
        {
            return;
        }

        Problem = _program.Run(contents, out var comments);
        var byScript = comments.ToLookup(comment => comment.Script, comment => comment.Comment);
        for (var i = 0; i < contents.Count; i++)
        {
            _known[contents[i]] = [.. byScript[i]];
        }
    }

    private IEnumerable<Diagnostic> Map(ScriptToCheck script)
    {
        if (!_known.TryGetValue(script.Content, out var comments) || comments.Count == 0)
        {
            return [];
        }

        var mapper = new FindingMapper(script);
        var mapped = comments.Select(comment => mapper.Map(comment, _profile)).OfType<Diagnostic>();

        // hadolint keeps one finding a line, the last that ShellCheck gives.
        return _profile == Profiles.Hadolint ? mapped.TakeLast(1) : mapped;
    }
}
