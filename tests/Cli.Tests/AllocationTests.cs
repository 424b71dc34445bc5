using System.Globalization;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Bytes allocated for a file are the same in each run, so they stand in for speed where a clock would be noise. The recorded
/// figures are <c>allocations.tsv</c>; <c>DOCKERLINT_ACCEPT=1</c> records new ones.
/// </summary>
public sealed class AllocationTests
{
    private const double Tolerance = 1.1;

    private static readonly string[] Record = ["tests", "Cli.Tests", "allocations.tsv"];

    [Fact]
    public void Parsing_and_linting_allocate_no_more_than_a_tenth_over_what_is_recorded()
    {
        var linter = new Linter(RuleCatalog.For(Profile.Default));
        var measured = new SortedDictionary<string, (long Parse, long Lint)>(StringComparer.Ordinal);
        foreach (var (name, source) in Sources())
        {
            measured[name] = (Bytes(() => DockerfileParser.Parse(source)), Bytes(() => linter.Lint(source)));
        }

        if (Snapshot.IsAccepted(string.Concat(measured.Select(file => $"{file.Key}\t{file.Value.Parse}\t{file.Value.Lint}\n")), Record))
        {
            return;
        }

        var recorded = File.ReadLines(RepositoryRoot.Combine(Record)).Select(line => line.Split('\t')).ToDictionary(
            fields => fields[0],
            fields => (Parse: long.Parse(fields[1], CultureInfo.InvariantCulture),
                Lint: long.Parse(fields[2], CultureInfo.InvariantCulture)));
        var grown = measured
            .Where(file => file.Value.Parse > recorded[file.Key].Parse * Tolerance || file.Value.Lint > recorded[file.Key].Lint * Tolerance)
            .Select(file => $"{file.Key}: parsing {recorded[file.Key].Parse} -> {file.Value.Parse}, linting {recorded[file.Key].Lint} -> "
                + $"{file.Value.Lint}");
        Assert.Equal([], grown);
    }

    // The sample, and a longer file of many kinds of instruction made from it.
    private static IEnumerable<(string Name, SourceText Source)> Sources()
    {
        var sample = File.ReadAllText(RepositoryRoot.Combine("samples", "Dockerfile"));
        yield return ("sample", SourceText.From(sample));
        var many = new StringBuilder();
        for (var i = 0; i < 20; i++)
        {
            many.Append(sample.Replace("FROM node:latest", $"FROM node:2{i} AS s{i}", StringComparison.Ordinal)).Append('\n');
        }

        yield return ("twenty stages", SourceText.From(many.ToString()));
        yield return ("short", SourceText.From("FROM alpine:3.22\nRUN apk add --no-cache curl\nUSER 1000\nCMD [\"curl\"]\n"));
    }

    // The least of several runs: the first ones also pay for what is made once.
    private static long Bytes(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
