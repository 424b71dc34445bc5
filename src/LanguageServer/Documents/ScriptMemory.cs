using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.ShellCheck;
using Dockerlint.Syntax;

namespace Dockerlint.LanguageServer.Documents;

/// <summary>
/// What ShellCheck said of the scripts of one document. Starting the program takes longer than a keystroke may: what it said before is
/// told at once, and it is asked about new scripts when the typing rests. May be used from several threads.
/// </summary>
internal sealed class ScriptMemory
{
    // Every keystroke in a script makes another one.
    private const int MostScripts = 500;

    private readonly Lock _lock = new();
    private ScriptVerdicts? _verdicts;
    private ScriptChecks? _checks;

    /// <summary>What is known already; null where a configuration wants no ShellCheck, or there is none.</summary>
    internal KnownScripts? KnownBy(ResolvedConfig config) => ChecksFor(config) is { } checks ? new KnownScripts(checks) : null;

    /// <summary>All of it, the program asked where it must be; null where a configuration wants no ShellCheck, or there is none.</summary>
    internal IForeignLinter? AllBy(ResolvedConfig config) => ChecksFor(config) is { } checks ? new All(checks) : null;

    private ScriptChecks? ChecksFor(ResolvedConfig config)
    {
        var verdicts = config.Lint.Profile.Scripts;
        if (config.ShellCheck.Value == ShellCheckMode.Off || verdicts == ScriptVerdicts.None)
        {
            return null;
        }

        lock (_lock)
        {
            if (_verdicts != verdicts || _checks?.Count > MostScripts)
            {
                (_verdicts, _checks) = (verdicts, ShellChecker.Find(verdicts)?.Check([]));
            }

            return _checks;
        }
    }

    private sealed class All(ScriptChecks checks) : IForeignLinter
    {
        public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
        {
            lock (checks)
            {
                return checks.Find(tree);
            }
        }
    }
}
