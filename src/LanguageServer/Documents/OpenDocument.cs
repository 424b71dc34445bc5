using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.LanguageServer.Text;
using Dockerlint.Linting;
using Dockerlint.Session;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Documents;

/// <summary>One version of a document that is open. A change makes another one; requests keep the version that they came for.</summary>
internal sealed class OpenDocument
{
    private readonly PositionEncoding _encoding;
    private readonly Lazy<PositionMap> _positions;
    private readonly AnalysisMemory _memory;
    private readonly WeakReference<DocumentAnalysis?> _analysis = new(null);

    private OpenDocument(OpenDocument? before, DocumentText text, PositionEncoding encoding, ISessionFiles files, AnalysisMemory memory)
    {
        (_encoding, _memory) = (encoding, memory);
        (Uri, LanguageId, Version, Text, Files) = (text.Uri, text.LanguageId, text.Version, text.Text, files);
        Path = before?.Path ?? DocumentAddress.ToPath(text.Uri);
        Kind = before?.Kind ?? DocumentKinds.Of(Path, text.LanguageId);
        Scripts = before?.Scripts ?? new ScriptMemory();
        _positions = new(() => new PositionMap(Text, encoding));
    }

    /// <summary>Its address, as the client wrote it.</summary>
    internal string Uri { get; }

    /// <summary>What the client calls its language.</summary>
    internal string LanguageId { get; }

    /// <summary>The number that the client gave this version.</summary>
    internal int Version { get; }

    /// <summary>The text.</summary>
    internal string Text { get; }

    /// <summary>The path; - when it is no file.</summary>
    internal string Path { get; }

    /// <summary>What it is.</summary>
    internal DocumentKind Kind { get; }

    /// <summary>What is known around it.</summary>
    internal ISessionFiles Files { get; }

    /// <summary>What ShellCheck said of its scripts, in all versions.</summary>
    internal ScriptMemory Scripts { get; }

    /// <summary>Its lines.</summary>
    internal PositionMap Positions => _positions.Value;

    /// <summary>The Dockerfile in it.</summary>
    internal SessionDocument Dockerfile => Analysis.Session;

    /// <summary>The names in it.</summary>
    internal SymbolIndex Symbols => Analysis.Symbols;

    /// <summary>The findings, as far as they are known.</summary>
    internal IReadOnlyList<Diagnostic> Findings => Analysis.Findings;

    /// <summary>All findings, ShellCheck asked where it must be.</summary>
    internal IReadOnlyList<Diagnostic> AllFindings => Analysis.Complete(Scripts);

    /// <summary>Whether ShellCheck has nothing left to say.</summary>
    internal bool KnowsAllScripts => Analysis.KnowsAllScripts;

    private DocumentAnalysis Analysis => _memory.Of(this, _analysis);

    /// <summary>Opens a document.</summary>
    internal static OpenDocument Open(DocumentText text, PositionEncoding encoding, ISessionFiles files, AnalysisMemory memory) =>
        new(null, text, encoding, files, memory);

    /// <summary>The next version.</summary>
    internal OpenDocument With(IEnumerable<ContentChange> changes, int version)
    {
        var text = Text;
        PositionMap? positions = Positions;
        foreach (var change in changes)
        {
            if (change.Range is { } range)
            {
                var span = (positions ?? new PositionMap(text, _encoding)).SpanOf(range);
                text = string.Concat(text.AsSpan(0, span.Start), change.Text, text.AsSpan(span.End));
            }
            else
            {
                text = change.Text;
            }

            positions = null;
        }

        return new(this, new DocumentText(Uri, LanguageId, version, text), _encoding, Files, _memory);
    }

    /// <summary>The same version with the files around it read anew.</summary>
    internal OpenDocument With(ISessionFiles files) =>
        new(this, new DocumentText(Uri, LanguageId, Version, Text), _encoding, files, _memory);
}
