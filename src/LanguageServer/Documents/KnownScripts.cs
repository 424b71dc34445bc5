using Dockerlint.Linting;
using Dockerlint.ShellCheck;
using Dockerlint.Syntax;

namespace Dockerlint.LanguageServer.Documents;

/// <summary>What ShellCheck has said already; it remembers whether that was all.</summary>
/// <param name="checks">What it has said.</param>
internal sealed class KnownScripts(ScriptChecks checks) : IForeignLinter
{
    private int _unknown;

    /// <summary>Whether nothing was left to be asked about any text.</summary>
    internal bool IsComplete => Volatile.Read(ref _unknown) == 0;

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
    {
        var found = checks.FindKnown(tree, out var isComplete);
        if (!isComplete)
        {
            Volatile.Write(ref _unknown, 1);
        }

        return found;
    }
}
