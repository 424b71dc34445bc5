using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Features;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer;

/// <summary>
/// One session. Messages are read one after the other, and what changes documents is done at once, in order. Requests are answered on
/// other threads, each from the documents as they were when it came, so that none waits for another or for a file it is not about.
/// </summary>
internal sealed class Server : IDisposable
{
    private readonly MessageWriter _writer;
    private readonly ServerHost _host;
    private readonly ServerState _state;
    private readonly HandlerTable _handlers = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly ClientQuestions _questions;
    private readonly DiagnosticPublisher _publisher;
    private readonly CacheFeature _cache;
    private readonly RestingMemory _memory = new();
    private bool _isInitialized;
    private bool _isShutDown;

    internal Server(MessageWriter writer, ServerHost host)
    {
        (_writer, _host, _questions) = (writer, host, new ClientQuestions(writer));
        _state = new ServerState(host);
        _publisher = new DiagnosticPublisher(_state, Publish, Refresh, Log);
        _cache = new CacheFeature(_state, host, () => Refresh(lenses: true));
        FeatureList.Register(_handlers, _state, host, _cache);
        _handlers.Add("workspace/executeCommand", ProtocolJson.Default.CommandParams, ProtocolJson.Default.JsonNode,
            (parameters, scope) => ServerCommands.Run(parameters, scope, host, _cache, Apply));
    }

    /// <summary>Serves until the end; the exit code.</summary>
    internal int Run(MessageReader reader)
    {
        while (!_writer.IsClosed && reader.Next() is { } bytes)
        {
            JsonDocument document;
            Touch();
            try
            {
                document = JsonDocument.Parse(bytes);
            }
            catch (JsonException)
            {
                _writer.Refuse(null, ErrorCode.ParseError, "the message is not JSON");
                continue;
            }

            // What outlives this turn is cloned.
            using (document)
            {
                if (Take(document.RootElement) is { } exitCode)
                {
                    return exitCode;
                }
            }
        }

        return _isShutDown ? 0 : 1;
    }

    public void Dispose()
    {
        _memory.Dispose();
        _publisher.Dispose();
        _cache.Dispose();
    }

    private void Touch()
    {
        if (!_isShutDown)
        {
            _memory.Touch();
        }
    }

    private int? Take(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            _writer.Refuse(null, ErrorCode.InvalidRequest, "a message is one object");
            return null;
        }

        var hasId = message.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.String;
        if (!message.TryGetProperty("method", out var name) || name.ValueKind != JsonValueKind.String)
        {
            TakeAnswer(message, hasId, id);
            return null;
        }

        var method = name.GetString()!;
        var parameters = message.TryGetProperty("params", out var said) ? said : default;
        if (hasId)
        {
            TakeRequest(method, id, parameters);
            return null;
        }

        if (method == "exit")
        {
            return _isShutDown ? 0 : 1;
        }

        try
        {
            TakeNotification(method, parameters);
        }
        catch (Exception exception)
        {
            Log($"{method}: {exception.Message}");
        }

        return null;
    }

    private void TakeAnswer(JsonElement message, bool hasId, JsonElement id)
    {
        var then = hasId ? _questions.Take(id) : null;
        if (then is not null && message.TryGetProperty("result", out var result))
        {
            then(result);
        }
        else if (hasId && !message.TryGetProperty("result", out _) && !message.TryGetProperty("error", out _))
        {
            _writer.Refuse(id, ErrorCode.InvalidRequest, "a message needs a method, a result or an error");
        }
    }

    private void TakeRequest(string method, JsonElement id, JsonElement parameters)
    {
        try
        {
            switch (method)
            {
                case "initialize" when _isInitialized || _isShutDown:
                    _writer.Refuse(id, ErrorCode.InvalidRequest, "the session has begun already");
                    return;
                case "initialize":
                    Initialize(id, parameters);
                    return;
                case "shutdown" when _isInitialized && !_isShutDown:
                    _isShutDown = true;
                    Dispose();
                    _writer.Answer<JsonElement>(id, s_null, ProtocolJson.Default.JsonElement);
                    return;
            }
        }
        catch (Exception exception)
        {
            Refuse(id, method, exception);
            return;
        }

        if (_isShutDown || !_isInitialized)
        {
            _writer.Refuse(id, _isShutDown ? ErrorCode.InvalidRequest : ErrorCode.ServerNotInitialized,
                _isShutDown ? "the session has ended" : "the session begins with initialize");
            return;
        }

        if (!_handlers.Has(method))
        {
            _writer.Refuse(id, ErrorCode.MethodNotFound, $"there is no request {method}");
            return;
        }

        Start(method, id.Clone(), parameters.ValueKind == JsonValueKind.Undefined ? default : parameters.Clone());
    }

    private void Start(string method, JsonElement id, JsonElement parameters)
    {
        var source = new CancellationTokenSource();
        var key = id.GetRawText();
        if (!_running.TryAdd(key, source))
        {
            source.Dispose();
            _writer.Refuse(id, ErrorCode.InvalidRequest, "another request with that id is not answered yet");
            return;
        }

        var scope = new RequestScope(_state.Documents, _state.Client, source.Token);
        _ = Task.Run(() =>
        {
            try
            {
                _handlers.Answer(method, id, parameters, scope, _writer);
            }
            catch (Exception exception)
            {
                Refuse(id, method, exception);
            }
            finally
            {
                _running.TryRemove(key, out _);
                source.Dispose();
            }
        });
    }

    private void Refuse(JsonElement id, string method, Exception exception)
    {
        var (code, message) = exception switch
        {
            RequestException refused => (refused.Code, refused.Message),
            OperationCanceledException => (ErrorCode.RequestCancelled, "cancelled"),
            _ => (ErrorCode.InternalError, $"internal error in {method}, this is a bug: {exception.Message}"),
        };
        _writer.Refuse(id, code, message);
        if (code == ErrorCode.InternalError)
        {
            Log($"internal error in {method}, this is a bug: {exception}");
        }
    }

    private void Initialize(JsonElement id, JsonElement parameters)
    {
        var said = Read(parameters, ProtocolJson.Default.InitializeParams)
            ?? throw new RequestException(ErrorCode.InvalidParams, "the parameters of initialize are not as the protocol has them");
        _state.Begin(ClientCapabilities.Read(said.Capabilities), said.InitializationOptions?.Clone());
        _isInitialized = true;
        _writer.Answer(id, ServerCapabilities.Write(_state.Client, _host.Version), ProtocolJson.Default.JsonObject);
    }

    private void TakeNotification(string method, JsonElement parameters)
    {
        if (method == "$/cancelRequest")
        {
            if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("id", out var id)
                && _running.TryGetValue(id.GetRawText(), out var source))
            {
                Cancel(source);
            }

            return;
        }

        if (!_isInitialized || _isShutDown)
        {
            return;
        }

        switch (method)
        {
            case "initialized":
                _questions.RegisterWatchers(_state.Client);
                AskForSettings();
                break;
            case "textDocument/didOpen" when Read(parameters, ProtocolJson.Default.OpenParams) is { } opened:
                _publisher.Changed(_state.Open(opened.TextDocument));
                break;
            case "textDocument/didChange" when Read(parameters, ProtocolJson.Default.ChangeParams) is { } changed:
                if (_state.Change(changed) is { } next)
                {
                    _publisher.Changed(next);
                }

                break;
            case "textDocument/didClose" when Read(parameters, ProtocolJson.Default.DocumentParams) is { } closed:
                _state.Close(closed.TextDocument.Uri);
                _publisher.Closed(closed.TextDocument.Uri);
                break;
            case "textDocument/didSave" when Read(parameters, ProtocolJson.Default.DocumentParams) is { } saved:
                FilesChanged([saved.TextDocument.Uri]);
                break;
            case "workspace/didChangeWatchedFiles" when Read(parameters, ProtocolJson.Default.WatchedParams) is { } watched:
                FilesChanged(watched.Changes.Select(change => change.Uri));
                break;
            case "workspace/didChangeConfiguration":
                if (_state.Client.AnswersConfiguration)
                {
                    AskForSettings();
                }
                else if (Read(parameters, ProtocolJson.Default.SettingsParams) is { Settings: { } settings })
                {
                    SettingsChanged(settings.Clone());
                }

                break;
        }
    }

    private void FilesChanged(IEnumerable<string> uris)
    {
        _state.FilesChanged([.. uris]);
        _cache.Forget();
        _publisher.AllChanged();
    }

    private void SettingsChanged(JsonElement said)
    {
        if (_state.SettingsChanged(said))
        {
            _publisher.AllChanged();
        }
    }

    private void AskForSettings()
    {
        if (_state.Client.AnswersConfiguration)
        {
            _questions.Ask("workspace/configuration", new ConfigurationParams([new ConfigurationItem("dockerlint")]),
                ProtocolJson.Default.ConfigurationParams, answer =>
                {
                    if (answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() > 0)
                    {
                        SettingsChanged(answer[0].Clone());
                    }
                });
        }
    }

    private void Apply(string label, WorkspaceEdit edit) =>
        _questions.Ask("workspace/applyEdit", new ApplyParams(label, edit), ProtocolJson.Default.ApplyParams);

    private void Publish(PublishParams published)
    {
        if (!_isShutDown)
        {
            _writer.Notify("textDocument/publishDiagnostics", published, ProtocolJson.Default.PublishParams);
        }
    }

    private void Refresh() => Refresh(lenses: false);

    private void Refresh(bool lenses)
    {
        if (!_isShutDown)
        {
            _questions.Refresh(_state.Client, lenses);
        }
    }

    private void Log(string message) =>
        _writer.Notify("window/logMessage", new LogParams(1, message), ProtocolJson.Default.LogParams);

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has been answered in the meantime.
        }
    }

    private static T? Read<T>(JsonElement said, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return said.ValueKind == JsonValueKind.Object ? said.Deserialize(type) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private static readonly JsonElement s_null = JsonDocument.Parse("null").RootElement;
}
