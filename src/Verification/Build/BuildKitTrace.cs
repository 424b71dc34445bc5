using System.Globalization;
using System.Text;

namespace Dockerlint.Verification;

/// <summary>
/// Collects the <c>moby.buildkit.trace</c> records of a build: <c>moby.buildkit.v1.StatusResponse</c> messages
/// (moby/buildkit, api/services/control/control.proto). A vertex is told several times, each time with all that is known.
/// </summary>
internal sealed class BuildKitTrace(IProgress<BuildProgress>? progress, SecretMask mask)
{
    // More vertices than any Dockerfile has; what comes behind is dropped.
    private const int MostVertices = 100_000;

    private readonly List<string> _order = [];
    private readonly Dictionary<string, Vertex> _vertices = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    internal IReadOnlyList<string> Warnings => _warnings;

    internal IReadOnlyList<ObservedStep> Steps => [.. _order.Select(digest => _vertices[digest].ToStep())];

    internal void Add(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    AddVertex(reader.Bytes);
                    break;
                case 3:
                    AddLog(reader.Bytes);
                    break;
                case 4:
                    AddWarning(reader.Bytes);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddVertex(ReadOnlySpan<byte> message)
    {
        string digest = "", name = "", error = "";
        var isCached = false;
        DateTimeOffset? started = null, completed = null;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    digest = reader.Text;
                    break;
                case 3:
                    name = reader.Text;
                    break;
                case 4:
                    isCached = reader.Number != 0;
                    break;
                case 5:
                    started = Time(reader.Bytes);
                    break;
                case 6:
                    completed = Time(reader.Bytes);
                    break;
                case 7:
                    error = mask.Apply(reader.Text);
                    break;
                default:
                    break;
            }
        }

        var vertex = Find(digest);
        vertex?.Update(name, isCached, started, completed, error, progress);
    }

    private Vertex? Find(string digest)
    {
        if (!_vertices.TryGetValue(digest, out var vertex) && _vertices.Count < MostVertices)
        {
            vertex = new Vertex(mask);
            _vertices.Add(digest, vertex);
            _order.Add(digest);
        }

        return vertex;
    }

    private void AddLog(ReadOnlySpan<byte> message)
    {
        var digest = "";
        var text = "";
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                digest = reader.Text;
            }
            else if (reader.Field == 4)
            {
                text = reader.Text;
            }
        }

        if (Find(digest) is { } vertex)
        {
            foreach (var line in vertex.Log.Add(text))
            {
                progress?.Report(new BuildProgress(BuildProgressKind.Log, vertex.Name, line));
            }
        }
    }

    private void AddWarning(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field == 3 && _warnings.Count < 1000)
            {
                _warnings.Add(mask.Apply(reader.Text));
            }
        }
    }

    private static DateTimeOffset Time(ReadOnlySpan<byte> message)
    {
        long seconds = 0, nanoseconds = 0;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                seconds = (long)reader.Number;
            }
            else if (reader.Field == 2)
            {
                nanoseconds = (long)reader.Number;
            }
        }

        return DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(seconds, 0, 1L << 36) * TimeSpan.TicksPerSecond + nanoseconds / 100);
    }

    /// <summary>
    /// Reads <c>[stage 2/7] TEXT</c>, <c>[linux/arm64 stage 2/7] TEXT</c>, <c>[2/7] TEXT</c>; number 0 for anything else.
    /// </summary>
    internal static (string Stage, int Number, string Text) ParseName(string name)
    {
        var close = name.IndexOf("] ", StringComparison.Ordinal);
        if (!name.StartsWith('[') || close < 0)
        {
            return ("", 0, name);
        }

        var words = name[1..close].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Length == 0 ? [] : words[^1].Split('/');
        if (numbers.Length != 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return ("", 0, name);
        }

        var stage = words.Length > 1 && !words[^2].Contains('/', StringComparison.Ordinal) ? words[^2] : "";
        return (stage, number, name[(close + 2)..]);
    }

    // Mutable, since a vertex is told bit by bit.
    private sealed class Vertex(SecretMask mask)
    {
        private bool _isCached;
        private DateTimeOffset? _started;
        private DateTimeOffset? _completed;
        private string _error = "";

        internal string Name { get; private set; } = "";

        internal LogTail Log { get; } = new(mask);

        internal void Update(
            string name, bool isCached, DateTimeOffset? started, DateTimeOffset? completed, string error,
                IProgress<BuildProgress>? progress)
        {
            Name = name.Length > 0 ? name : Name;
            var (wasStarted, wasCompleted) = (_started is not null, _completed is not null);
            _isCached |= isCached;
            _started = started ?? _started;
            _completed = completed ?? _completed;
            _error = error.Length > 0 ? error : _error;
            if (_started is not null && !wasStarted && !_isCached)
            {
                progress?.Report(new BuildProgress(BuildProgressKind.Started, Name, ""));
            }

            if (_completed is not null && !wasCompleted)
            {
                var kind = _error.Length > 0 ? BuildProgressKind.Failed : _isCached ? BuildProgressKind.Cached
                    : BuildProgressKind.Completed;
                progress?.Report(new BuildProgress(kind, Name, _error));
            }
        }

        internal ObservedStep ToStep()
        {
            // A step that is broken off since another one failed says so in its error: nothing is known of it.
            var (stage, number, _) = ParseName(Name);
            var isBrokenOff = _error.EndsWith("context canceled", StringComparison.Ordinal);
            return new ObservedStep(Name)
            {
                Stage = stage,
                Number = number,
                IsCached = _isCached,
                IsComplete = _completed is not null && _error.Length == 0,
                Duration = _started is { } from && _completed is { } to ? to - from : null,
                Error = _error.Length > 0 && !isBrokenOff ? _error : null,
                Log = Log.Lines,
            };
        }
    }
}
