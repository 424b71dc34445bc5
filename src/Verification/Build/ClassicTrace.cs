using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>
/// Reads what the classic builder writes: <c>Step 2/7 : RUN x</c>, then <c> ---> Using cache</c> or <c> ---> Running in ID</c>.
/// </summary>
internal sealed class ClassicTrace(IProgress<BuildProgress>? progress, TimeProvider clock)
{
    private const string Arrow = " ---> ";

    private readonly List<ObservedStep> _steps = [];
    private readonly List<string> _images = [];
    private readonly List<string> _containers = [];
    private LogTail _log = new();
    private readonly LogTail _lines = new();
    private long _began;

    internal IReadOnlyList<ObservedStep> Steps => _steps;

    internal IReadOnlyList<string> Images => _images;

    internal IReadOnlyList<string> Containers => _containers;

    internal void Add(string text)
    {
        foreach (var line in _lines.Add(text))
        {
            AddLine(line);
        }
    }

    /// <summary>The build is over, well or with an error at the last step.</summary>
    internal void End(string? error)
    {
        if (_lines.Unended is { Length: > 0 } rest)
        {
            AddLine(rest);
        }

        Close(error);
    }

    private void AddLine(string line)
    {
        if (TryStep(line, out var number))
        {
            Close(null);
            _steps.Add(new ObservedStep(line) { Number = number });
            _log = new LogTail();
            _began = clock.GetTimestamp();
            progress?.Report(new BuildProgress(BuildProgressKind.Started, line, ""));
        }
        else if (_steps.Count > 0 && line.StartsWith(Arrow, StringComparison.Ordinal))
        {
            AddArrow(line[Arrow.Length..].Trim());
        }
        else if (_steps.Count > 0 && !line.StartsWith("Removing intermediate container ", StringComparison.Ordinal))
        {
            _log.Add(line + "\n");
            progress?.Report(new BuildProgress(BuildProgressKind.Log, _steps[^1].Name, line));
        }
    }

    private void AddArrow(string text)
    {
        if (text == "Using cache")
        {
            _steps[^1] = _steps[^1] with { IsCached = true };
        }
        else if (text.StartsWith("Running in ", StringComparison.Ordinal))
        {
            _containers.Add(text["Running in ".Length..]);
        }
        else if (!_steps[^1].IsCached && !IsFrom(_steps[^1].Name) && text.Length >= 12 && text.All(char.IsAsciiHexDigitLower))
        {
            _images.Add(text);
        }
    }

    // What FROM shows was there before.
    private static bool IsFrom(string step) =>
        step[(step.IndexOf(" : ", StringComparison.Ordinal) + 3)..].TrimStart().StartsWith("FROM", StringComparison.OrdinalIgnoreCase);

    private void Close(string? error)
    {
        if (_steps.Count == 0)
        {
            return;
        }

        var step = _steps[^1];
        _steps[^1] = step with { IsComplete = error is null, Error = error, Duration = clock.GetElapsedTime(_began), Log = _log.Lines };
        progress?.Report(new BuildProgress(
            error is not null ? BuildProgressKind.Failed : step.IsCached ? BuildProgressKind.Cached : BuildProgressKind.Completed,
                step.Name, error ?? ""));
    }

    private static bool TryStep(string line, out int number)
    {
        number = 0;
        if (!line.StartsWith("Step ", StringComparison.Ordinal) || !line.Contains(" : ", StringComparison.Ordinal))
        {
            return false;
        }

        var slash = line.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(line.AsSpan(5, slash - 5), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
