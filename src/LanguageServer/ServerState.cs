using System.Collections.Immutable;
using System.Text.Json;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.LanguageServer;

/// <summary>
/// The open documents and what is known around them. It changes on the reading thread only; others take what they need at once, and what
/// they took stays as it was.
/// </summary>
/// <param name="host">What the program gives.</param>
internal sealed class ServerState(ServerHost host)
{
    // Who opens many documents at once has their folders read once.
    private static readonly TimeSpan s_freshness = TimeSpan.FromSeconds(5);

    private readonly AnalysisMemory _memory = new();
    private DiskFiles? _files;
    private long _read;

    /// <summary>The documents by their addresses.</summary>
    internal ImmutableDictionary<string, OpenDocument> Documents { get; private set; } =
        ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>What the client can do.</summary>
    internal ClientCapabilities Client { get; private set; } = ClientCapabilities.None;

    /// <summary>What its settings say.</summary>
    internal ServerSettings Settings { get; private set; } = ServerSettings.None;

    /// <summary>Begins the session.</summary>
    internal void Begin(ClientCapabilities client, JsonElement? settings)
    {
        Client = client;
        Settings = ServerSettings.Read(settings, host.OtherRules());
        Reload();
    }

    /// <summary>Opens a document; one that is open already is replaced.</summary>
    internal OpenDocument Open(DocumentText text)
    {
        if (host.Clock.GetElapsedTime(_read) > s_freshness)
        {
            _files = _files!.WithNewContexts();
            _read = host.Clock.GetTimestamp();
        }

        var document = OpenDocument.Open(text, Client.Encoding, _files!, _memory);
        Documents = Documents.SetItem(text.Uri, document);
        return document;
    }

    /// <summary>Changes a document; null when it is not open.</summary>
    internal OpenDocument? Change(ChangeParams changed)
    {
        if (!Documents.TryGetValue(changed.TextDocument.Uri, out var document))
        {
            return null;
        }

        var next = document.With(changed.ContentChanges, changed.TextDocument.Version ?? (document.Version + 1));
        Documents = Documents.SetItem(document.Uri, next);
        return next;
    }

    /// <summary>Closes a document.</summary>
    internal void Close(string uri) => Documents = Documents.Remove(uri);

    /// <summary>Reads anew what files on the disk say: the configuration only where it changed.</summary>
    internal void FilesChanged(IReadOnlyList<string> uris)
    {
        if (uris.Select(DocumentAddress.ToPath).Any(path =>
            path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)
            || path.EndsWith(".editorconfig", StringComparison.Ordinal)))
        {
            Reload();
        }
        else
        {
            Use(_files!.WithNewContexts());
        }
    }

    /// <summary>Takes other settings; false when they say the same.</summary>
    internal bool SettingsChanged(JsonElement said)
    {
        var settings = ServerSettings.Read(said, host.OtherRules());
        if (settings is { ConfigFile: null, Layer: null, Errors.Count: 0, HasCacheLenses: true } && Settings == ServerSettings.None)
        {
            return false;
        }

        Settings = settings;
        Reload();
        return true;
    }

    private void Reload() => Use(host.OpenFiles(Settings.ConfigFile, Settings.Layer));

    private void Use(DiskFiles files)
    {
        _files = files;
        _read = host.Clock.GetTimestamp();
        Documents = Documents.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.With(files), StringComparer.Ordinal);
    }
}
