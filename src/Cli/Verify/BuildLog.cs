using System.Text;
using System.Text.Json;
using Dockerlint.Reporting;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>
/// Shows what goes on: on a terminal one line that changes, elsewhere a line for each step on standard error, and with
/// <c>--format jsonl</c> an event for each on standard output.
/// </summary>
internal sealed class BuildLog : IProgress<BuildProgress>, IDisposable
{
    private const int Narrow = 79;

    private readonly bool _isLive;
    private readonly StreamWriter? _events;
    private readonly Lock _lock = new();
    private int _shown;

    private BuildLog(bool isLive, StreamWriter? events)
    {
        _isLive = isLive;
        _events = events;
    }

    internal static BuildLog Create(string format) => new(
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null or "" && Environment.GetEnvironmentVariable("TERM") != "dumb",
        format == "jsonl" ? new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true } : null);

    public void Report(BuildProgress value)
    {
        lock (_lock)
        {
            if (_events is not null)
            {
                WriteEvent(value);
            }
            else if (_isLive)
            {
                Show(value);
            }
            else if (value.Kind != BuildProgressKind.Log && value.Kind != BuildProgressKind.Started)
            {
                Console.Error.WriteLine($"{Word(value.Kind),-9} {VisibleText.Escape(value.Step)}");
            }
        }
    }

    /// <summary>Takes the changing line away.</summary>
    internal void Close()
    {
        if (_isLive && _shown > 0)
        {
            Console.Error.Write("\r\e[K");
            _shown = 0;
        }
    }

    public void Dispose()
    {
        Close();
        _events?.Dispose();
    }

    private void Show(BuildProgress value)
    {
        var text = VisibleText.Escape($"{Word(value.Kind)} {value.Step}{(value.Text.Length > 0 ? ": " + value.Text : "")}");
        var width = Math.Max(20, Console.WindowWidth > 0 ? Console.WindowWidth - 1 : Narrow);
        Console.Error.Write($"\r\e[K{(text.Length > width ? text[..width] : text)}");
        _shown = text.Length;
    }

    private void WriteEvent(BuildProgress value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("event", Word(value.Kind));
            json.WriteString("step", value.Step);
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
        BuildProgressKind.Started => "started",
        BuildProgressKind.Cached => "cached",
        BuildProgressKind.Completed => "done",
        BuildProgressKind.Failed => "failed",
        _ => "log",
    };
}
