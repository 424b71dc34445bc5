using System.Globalization;

namespace Dockerlint.Fuzz;

/// <summary>What the command line asks for.</summary>
public sealed record FuzzOptions
{
    /// <summary>What can be asked for.</summary>
    public const string Usage = """
        dotnet run --project tests/Fuzz -c Release -- [--seconds N | --inputs N] [--seed S] [--threads T] [--kind K] [--report FILE]
        dotnet run --project tests/Fuzz -c Release -- --one KIND FILE...

        kinds: parse, complete, config, hadolint, compose, json, context; all of them unless one is named
        """;

    /// <summary>How long to go on; null when the number of inputs decides.</summary>
    public int? Seconds { get; init; }

    /// <summary>How many inputs to try; null when the time decides.</summary>
    public long? Inputs { get; init; }

    /// <summary>What the inputs are made from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many processes share the inputs.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>The only kind to make; null for all.</summary>
    public FuzzKind? Kind { get; init; }

    /// <summary>The file for the table of figures.</summary>
    public string? Report { get; init; }

    /// <summary>Files to check instead of made inputs.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>For a process of a run: the index of its first input, and the file where it tells how far it is.</summary>
    public (long First, string State)? Worker { get; init; }

    /// <summary>Reads a command line; null and a message when it is wrong.</summary>
    public static FuzzOptions? Read(IReadOnlyList<string> arguments, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var options = new FuzzOptions();
        problem = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (arguments[i])
            {
                case "--seconds" when isNumber:
                    options = options with { Seconds = (int)number };
                    break;
                case "--inputs" when isNumber:
                    options = options with { Inputs = number };
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = (ulong)number };
                    break;
                case "--threads" when isNumber && number is > 0 and < 100:
                    options = options with { Threads = (int)number };
                    break;
                case "--kind" when Enum.TryParse<FuzzKind>(value, ignoreCase: true, out var kind):
                    options = options with { Kind = kind };
                    break;
                case "--report" when value.Length > 0:
                    options = options with { Report = value };
                    break;
                case "--worker" when isNumber && i + 2 < arguments.Count:
                    options = options with { Worker = (number, arguments[i + 2]) };
                    i++;
                    break;
                case "--one" when Enum.TryParse<FuzzKind>(value, ignoreCase: true, out var kind) && i + 2 < arguments.Count:
                    return options with { Kind = kind, Files = [.. arguments.Skip(i + 2)] };
                default:
                    problem = $"{arguments[i]} {value} is not understood";
                    return null;
            }

            i++;
        }

        return options.Seconds is null && options.Inputs is null ? options with { Seconds = 60 } : options;
    }

    /// <summary>The command line of a process of this run.</summary>
    internal IEnumerable<string> ForWorker(long first, string state, int seconds)
    {
        string[] common =
            ["--worker", Text(first), state, "--seed", Seed.ToString(CultureInfo.InvariantCulture), "--threads", Text(Threads)];
        return [.. common, .. Kind is { } kind ? new[] { "--kind", kind.ToString() } : [], .. Inputs is { } inputs
            ? new[] { "--inputs", Text(inputs) } : ["--seconds", Text(seconds)]];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
