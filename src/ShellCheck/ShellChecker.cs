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
    public ScriptChecks Check(IReadOnlyList<SourceText> sources) => new(_program, _profile, sources);
}
