using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Linting;
using Dockerlint.Session;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Documents;

/// <summary>What was worked out of one version of a Dockerfile.</summary>
internal sealed class DocumentAnalysis
{
    private readonly Lazy<SymbolIndex> _symbols;
    private KnownScripts? _scripts;
    private volatile LintResult? _completed;

    internal DocumentAnalysis(OpenDocument document)
    {
        Session = new SessionDocument(
            SourceText.From(document.Text, document.Path), document.Files, config => _scripts = document.Scripts.KnownBy(config));
        _symbols = new(() => SymbolIndex.Of(Session.Model));
    }

    /// <summary>The file with its findings.</summary>
    internal SessionDocument Session { get; }

    /// <summary>The names in it.</summary>
    internal SymbolIndex Symbols => _symbols.Value;

    /// <summary>The findings, as far as they are known.</summary>
    internal IReadOnlyList<Diagnostic> Findings => (_completed ?? Session.Findings).Diagnostics;

    /// <summary>Whether ShellCheck has nothing left to say.</summary>
    internal bool KnowsAllScripts => _completed is not null || (Session.Findings is not null && _scripts?.IsComplete != false);

    /// <summary>All findings, ShellCheck asked where it must be.</summary>
    internal IReadOnlyList<Diagnostic> Complete(ScriptMemory scripts)
    {
        if (!KnowsAllScripts && Session.Configured is { } configured && scripts.AllBy(configured.Config) is { } foreign)
        {
            _completed = Session.FindingsWith(foreign);
        }

        return Findings;
    }
}
