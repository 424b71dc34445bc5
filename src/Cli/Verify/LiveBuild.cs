using System.Globalization;
using Dockerlint.Reporting;
using Dockerlint.Text;
using Dockerlint.Verification;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dockerlint.Cli;

/// <summary>
/// What a person at a terminal sees while the engine works: the part of the verification, the steps that are on their way with their
/// times, and the last lines they wrote. It is taken away at the end. Nothing but this type touches Spectre.Console.
/// </summary>
internal sealed class LiveBuild
{
    private const int MostSteps = 8;
    private const int MostLines = 6;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<(string Step, long Began)> _open = [];
    private readonly Queue<string> _lines = new();
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private string _phase = "starting";
    private long _phaseBegan = TimeProvider.System.GetTimestamp();
    private int _done;
    private int _cached;

    internal void Add(BuildProgress value)
    {
        lock (_lock)
        {
            switch (value.Kind)
            {
                case BuildProgressKind.Phase:
                    (_phase, _phaseBegan, _done, _cached) = (value.Step, TimeProvider.System.GetTimestamp(), 0, 0);
                    _open.Clear();
                    _lines.Clear();
                    break;
                case BuildProgressKind.Started:
                    _open.Add((value.Step, TimeProvider.System.GetTimestamp()));
                    break;
                case BuildProgressKind.Log:
                    _lines.Enqueue(value.Text);
                    if (_lines.Count > MostLines)
                    {
                        _lines.Dequeue();
                    }

                    break;
                default:
                    _open.RemoveAll(open => open.Step == value.Step);
                    _cached += value.Kind == BuildProgressKind.Cached ? 1 : 0;
                    _done += value.Kind == BuildProgressKind.Completed ? 1 : 0;
                    break;
            }
        }
    }

    /// <summary>Does the work and shows how it goes.</summary>
    internal async Task<T> WatchAsync<T>(Func<Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Interactive = InteractionSupport.Yes,
            ColorSystem = TerminalStyle.HasColor() ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        var width = console.Profile.Width;
        return await console.Live(Render(width)).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async context =>
        {
            var working = work();
            while (await Task.WhenAny(working, Task.Delay(s_pause)) != working)
            {
                context.UpdateTarget(Render(width));
            }

            return await working;
        });
    }

    private Rows Render(int width)
    {
        lock (_lock)
        {
            var tally = _done + _cached == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {_done} done, {_cached} cached");
            List<IRenderable> rows =
                [Line($"{_phase} ({Seconds(_phaseBegan)} of {Seconds(_began)}{tally})", width, new Style(decoration: Decoration.Bold))];
            rows.AddRange(_open.TakeLast(MostSteps).Select(open => Line($"  {Seconds(open.Began),7}  {open.Step}", width, Style.Plain)));
            rows.AddRange(_lines.Select(line => Line("           " + line, width, new Style(Color.Grey))));
            return new Rows(rows);
        }
    }

    // Text, not markup: brackets in it mean nothing, and control characters are spelled out.
    private static Spectre.Console.Text Line(string text, int width, Style style)
    {
        var visible = VisibleText.Escape(text);
        return new(visible.Length < width ? visible : visible[..Math.Max(0, width - 1)], style) { Overflow = Overflow.Crop };
    }

    private static string Seconds(long began) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
}
