namespace Dockerlint.LanguageServer.Documents;

/// <summary>
/// Keeps what was worked out of the documents that are in use. Of the many that are only open it is worked out again when somebody asks,
/// which takes milliseconds. May be used from several threads.
/// </summary>
internal sealed class AnalysisMemory
{
    private const int Most = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<DocumentAnalysis> _used = new();

    /// <summary>What is known of a document.</summary>
    internal DocumentAnalysis Of(OpenDocument document, WeakReference<DocumentAnalysis?> kept)
    {
        lock (_lock)
        {
            if (!kept.TryGetTarget(out var analysis))
            {
                analysis = new DocumentAnalysis(document);
                kept.SetTarget(analysis);
            }

            if (_used.First?.Value != analysis)
            {
                _used.Remove(analysis);
                _used.AddFirst(analysis);
                if (_used.Count > Most)
                {
                    _used.RemoveLast();
                }
            }

            return analysis;
        }
    }
}
