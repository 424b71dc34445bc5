using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.ShellCheck;

/// <summary>Has the scripts of Dockerfiles checked by ShellCheck, where it is installed.</summary>
public sealed class ShellChecker
{
    private readonly ShellCheckProgram _program;
    private readonly ScriptVerdicts _verdicts;

    private ShellChecker(ShellCheckProgram program, ScriptVerdicts verdicts)
    {
        _program = program;
        _verdicts = verdicts;
    }

    /// <summary>A checker with the program on PATH; null when there is none.</summary>
    /// <param name="verdicts">How the findings are told.</param>
    public static ShellChecker? Find(ScriptVerdicts verdicts) =>
        ShellCheckProgram.Find() is { } program ? new ShellChecker(program, verdicts) : null;

    /// <summary>Checks all scripts of some files in one process.</summary>
    /// <param name="sources">The files.</param>
    public ScriptChecks Check(IReadOnlyList<SourceText> sources) => new(_program, _verdicts, sources);
}
