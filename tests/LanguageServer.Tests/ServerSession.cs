using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using Dockerlint.LanguageServer;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Workspace;
using Xunit;

namespace Dockerlint.Tests.LanguageServer;

/// <summary>A client with a server of its own. Whatever the server says is held against the protocol.</summary>
internal sealed class ServerSession : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly Task<int> _server;
    private readonly Task _reader;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, string> _methods = new();
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _told = [];
    private int _lastId;

    internal ServerSession()
    {
        var input = new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle);
        _server = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    return LanguageServerProgram.Run(input, output, Host());
                }
                finally
                {
                    output.Dispose();
                    input.Dispose();
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _reader = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What the server did against the protocol.</summary>
    internal ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>The settings that the client answers with.</summary>
    internal JsonNode? Settings { get; set; }

    internal static ServerHost Host() => new(
        "0.1.0-test",
        (file, settings) => new DiskFiles(
            new LinterPool(new ConfigLoader(file, static () => []), new ConfigLayer(), new ConfigLayer(), TimeProvider.System, settings),
            new BuildContexts(null), static () => []),
        static () => [], new DiskHistory(), TimeProvider.System);

    /// <summary>A session that has begun.</summary>
    internal static ServerSession Begin(string capabilities = "{}", string? options = null)
    {
        var session = new ServerSession();
        var parameters = new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = null,
            ["capabilities"] = JsonNode.Parse(capabilities),
        };
        if (options is not null)
        {
            parameters["initializationOptions"] = JsonNode.Parse(options);
        }

        session.Request("initialize", parameters);
        session.Notify("initialized", new JsonObject());
        return session;
    }

    internal void Open(string uri, string text, string language = "dockerfile") => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = 1, ["text"] = text },
    });

    internal void Change(string uri, int version, string text) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    internal void Notify(string method, JsonNode parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>The result of a request; an error is a failure of the test.</summary>
    internal JsonNode? Request(string method, JsonNode? parameters = null)
    {
        var answer = Ask(method, parameters);
        Assert.True(answer["error"] is null, $"{method}: {answer["error"]?.ToJsonString()}");
        return answer["result"];
    }

    /// <summary>The answer to a request, a result or an error.</summary>
    internal JsonObject Ask(string method, JsonNode? parameters = null) => Wait(Start(method, parameters));

    /// <summary>Sends a request; gives its number.</summary>
    internal string Start(string method, JsonNode? parameters = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        _waiting[$"{id}"] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _methods[$"{id}"] = method;
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method };
        if (parameters is not null)
        {
            message["params"] = parameters;
        }

        Send(message);
        return $"{id}";
    }

    internal JsonObject Wait(string id)
    {
        Assert.True(_waiting[id].Task.Wait(s_patience), $"{_methods[id]} was not answered");
        return _waiting[id].Task.Result;
    }

    /// <summary>The newest findings of a version, as soon as they are told.</summary>
    internal JsonArray Findings(string uri, int version, Func<JsonArray, bool>? fits = null)
    {
        JsonArray? found = null;
        Until(told => (found = told.Where(message => message["method"]!.GetValue<string>() == "textDocument/publishDiagnostics")
            .Select(message => message["params"]!)
            .Where(said => said["uri"]!.GetValue<string>() == uri && said["version"]?.GetValue<int>() == version)
            .Select(said => said["diagnostics"]!.AsArray()).LastOrDefault(diagnostics => fits?.Invoke(diagnostics) != false)) is not null,
            $"the findings of version {version}");
        return found!;
    }

    internal void Until(Func<IReadOnlyList<JsonObject>, bool> isThere, string what)
    {
        var end = DateTime.UtcNow + s_patience;
        while (true)
        {
            lock (_lock)
            {
                if (isThere(_told))
                {
                    return;
                }
            }

            Assert.True(DateTime.UtcNow < end, $"{what} did not come");
            Thread.Sleep(2);
        }
    }

    internal void SendRaw(string text)
    {
        _toServer.Write(Encoding.UTF8.GetBytes(text));
        _toServer.Flush();
    }

    internal void Send(JsonNode message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_toServer)
        {
            _toServer.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            _toServer.Write(body);
            _toServer.Flush();
        }
    }

    /// <summary>Ends the session as the protocol wants it; the exit code.</summary>
    internal int End()
    {
        Request("shutdown");
        Notify("exit", new JsonObject());
        return ExitCode();
    }

    internal int ExitCode()
    {
        Assert.True(_server.Wait(s_patience), "the server did not end");
        return _server.Result;
    }

    internal void CloseInput() => _toServer.Dispose();

    public void Dispose()
    {
        _toServer.Dispose();
        _server.Wait(s_patience);
        _reader.Wait(s_patience);
        _fromServer.Dispose();
    }

    private void Read()
    {
        var reader = new Dockerlint.LanguageServer.Wire.MessageReader(_fromServer);
        while (reader.Next() is { } bytes)
        {
            var message = JsonNode.Parse(bytes)!.AsObject();
            if (message["method"]?.GetValue<string>() is { } method)
            {
                Told(message, method);
                continue;
            }

            var id = message["id"]?.ToJsonString() ?? "null";
            if (!_waiting.TryGetValue(id, out var waiting))
            {
                lock (_lock)
                {
                    _told.Add(new JsonObject { ["method"] = "(an answer to nothing)", ["params"] = message.DeepClone() });
                }

                continue;
            }

            if (message["error"] is null && ProtocolSchema.Fault(_methods[id], "result", message["result"]) is { } fault)
            {
                Faults.Enqueue(fault);
            }

            if (!waiting.TrySetResult(message))
            {
                Faults.Enqueue($"{_methods[id]} was answered twice");
            }
        }
    }

    private void Told(JsonObject message, string method)
    {
        if (ProtocolSchema.Fault(method, "params", message["params"]) is { } fault)
        {
            Faults.Enqueue(fault);
        }

        lock (_lock)
        {
            _told.Add(message);
        }

        if (message["id"] is { } id)
        {
            Send(new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = id.DeepClone(),
                ["result"] = method == "workspace/configuration" ? new JsonArray(Settings?.DeepClone()) : null,
            });
        }
    }
}
