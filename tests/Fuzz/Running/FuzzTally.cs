using System.Globalization;
using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>What a run did: inputs of each kind, and failures with an example. May be used from several threads.</summary>
internal sealed class FuzzTally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<FuzzKind, long> _inputs = [];
    private readonly SortedDictionary<(FuzzKind Kind, string Failure), (int Count, string Example)> _failures = [];

    internal int Failures => _failures.Values.Sum(failure => failure.Count);

    internal IEnumerable<(FuzzKind Kind, long Inputs, int Failures)> Rows =>
        _inputs.Where(row => row.Value > 0).Select(row =>
            (row.Key, row.Value, _failures.Where(failure => failure.Key.Kind == row.Key).Sum(failure => failure.Value.Count)));

    internal void Add(FuzzKind kind, long inputs)
    {
        lock (_lock)
        {
            _inputs[kind] = _inputs.GetValueOrDefault(kind) + inputs;
        }
    }

    internal void Fail(FuzzKind kind, string failure, string path)
    {
        lock (_lock)
        {
            var (count, example) = _failures.GetValueOrDefault((kind, failure), (0, ""));
            _failures[(kind, failure)] = (count + 1, example.Length > 0 ? example : path);
            if (count == 0)
            {
                Console.WriteLine($"{kind}: {failure}\n    {path}");
            }
        }
    }

    internal string ToText(double seconds)
    {
        var text = new StringBuilder();
        foreach (var ((kind, failure), (count, example)) in _failures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count,6}x {kind}: {failure}\n        {example}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{"kind",-10} {"inputs",12} {"failures",9}\n");
        foreach (var (kind, inputs, failures) in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant(),-10} {inputs,12:N0} {failures,9:N0}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{"all",-10} {_inputs.Values.Sum(),12:N0} {Failures,9:N0}   in {seconds:N0} s\n")
            .ToString();
    }
}
