using System.Text;
using System.Text.Json;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>
/// Shows what goes on: on a terminal a picture that changes, elsewhere a line for each step on standard error, and with
/// <c>--format jsonl</c> an event for each on standard output.
/// </summary>
internal sealed class BuildLog : IProgress<BuildProgress>, IDisposable
{
    // How the engine begins, which nobody can do anything about.
    private const string Upload = "copy /context /";

    private readonly LiveBuild? _live;
    private readonly StreamWriter? _events;
    private readonly Lock _lock = new();

    private BuildLog(bool isLive, StreamWriter? events)
    {
        _live = isLive ? new LiveBuild() : null;
        _events = events;
    }

    internal static BuildLog Create(string format) => new(
        format != "jsonl" && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null or ""
            && StandardStreams.Terminal is not (null or "" or "dumb"),
        format == "jsonl"
            ? new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true } : null);

    public void Report(BuildProgress value)
    {
        lock (_lock)
        {
            if (_events is not null)
            {
                WriteEvent(value);
            }
            else if (_live is not null)
            {
                _live.Add(value);
            }
            else if (value.Kind == BuildProgressKind.Phase)
            {
                Console.Error.WriteLine(VisibleText.Escape(value.Step));
            }
            else if (value.Kind is not (BuildProgressKind.Log or BuildProgressKind.Started) && value.Step != Upload)
            {
                Console.Error.WriteLine($"  {Word(value.Kind),-7} {VisibleText.Escape(value.Step)}");
            }
        }
    }

    /// <summary>Does the work and shows what it reports.</summary>
    internal Task<T> WatchAsync<T>(Func<Task<T>> work) => _live is null ? work() : _live.WatchAsync(work);

    public void Dispose() => _events?.Dispose();

    private void WriteEvent(BuildProgress value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("event", Word(value.Kind));
            json.WriteString(value.Kind == BuildProgressKind.Phase ? "name" : "step", value.Step);
            if (value.Text.Length > 0)
            {
                json.WriteString("text", value.Text);
            }

            json.WriteEndObject();
        }

        _events!.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static string Word(BuildProgressKind kind) => kind switch
    {
        BuildProgressKind.Phase => "phase",
        BuildProgressKind.Started => "started",
        BuildProgressKind.Cached => "cached",
        BuildProgressKind.Completed => "done",
        BuildProgressKind.Failed => "failed",
        _ => "log",
    };
}
