using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>Has the scripts of Dockerfiles checked by ShellCheck, where it is installed.</summary>
public sealed class ShellChecker
{
    private readonly ShellCheckProgram _program;
    private readonly Profiles _profile;

    private ShellChecker(ShellCheckProgram program, Profiles profile)
    {
        _program = program;
        _profile = profile;
    }

    /// <summary>A checker with the program on PATH; null when there is none.</summary>
    /// <param name="profile">Whose verdicts are wanted: hadolint's stand at the RUN, and its variables never need quotes.</param>
    public static ShellChecker? Find(Profiles profile) => ShellCheckProgram.Find() is { } program ? new ShellChecker(program, profile) : null;

    /// <summary>Checks all scripts of some files in one process.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="findings">The findings, file by file in the order given.</param>
    /// <returns>What went wrong with the program, or null.</returns>
    public string? Check(IReadOnlyList<SourceText> sources, out IReadOnlyList<IReadOnlyList<Diagnostic>> findings)
    {
        var scripts = new List<(int File, ScriptToCheck Script)>();
        for (var i = 0; i < sources.Count; i++)
        {
            scripts.AddRange(ScriptCollector.Collect(sources[i], _profile).Select(script => (i, script)));
        }

        var found = sources.Select(_ => new List<Diagnostic>()).ToArray();
        findings = found;
        if (scripts.Count == 0)
        {
            return null;
        }

        var problem = _program.Run([.. scripts.Select(script => script.Script.Content)], out var comments);
        foreach (var group in comments.GroupBy(comment => comment.Script))
        {
            var (file, script) = scripts[group.Key];
            var mapper = new FindingMapper(script);
            var mapped = group.Select(comment => mapper.Map(comment.Comment, _profile)).OfType<Diagnostic>();

            // hadolint keeps one finding a line, the last that ShellCheck gives.
            found[file].AddRange(_profile == Profiles.Hadolint ? mapped.TakeLast(1) : mapped);
        }

        return problem;
    }
}
