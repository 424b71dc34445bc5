namespace Dockerlint.Verification;

/// <summary>
/// How what a run made is told from everything else. A label alone is no proof: containers and images take over the labels of the image
/// they
/// come from, and a Dockerfile can set any. So an object is ours only if its label and its name speak of the same run.
/// </summary>
internal static class OwnMark
{
    private const string ImageName = "dockerlint-run:";
    private const string UnmarkedName = "dockerlint-unmarked:";
    private const string ProbeName = "dockerlint-probe:";
    private const string ContainerName = "dockerlint-";
    private const int Length = 16;

    /// <summary>The id of a new run.</summary>
    internal static string NewRun() => Guid.NewGuid().ToString("N")[..Length];

    /// <summary>The name of an image of a run.</summary>
    internal static string Image(string run, int number) => $"{ImageName}{run}-{number}";

    /// <summary>The name of an image of a run that carries no label, so that it is as any other build makes it.</summary>
    internal static string Unmarked(string run, int number) => $"{UnmarkedName}{run}-{number}";

    /// <summary>The reference that finds all of those.</summary>
    internal static string UnmarkedReference => UnmarkedName.TrimEnd(':');

    /// <summary>Those of an image's names that are of that kind; with a run, its own. Taking one away takes no other name.</summary>
    internal static IEnumerable<string> UnmarkedOf(string? run, IEnumerable<string>? names) => (names ?? []).Where(name =>
        name.StartsWith(UnmarkedName, StringComparison.Ordinal) && name.Length > UnmarkedName.Length + Length
        && name.Substring(UnmarkedName.Length, Length) is var owner && IsRun(owner) && (run is null || owner == run)
        && IsNumbered(name, $"{UnmarkedName}{owner}-"));

    /// <summary>The name of the image of the probe.</summary>
    internal static string Probe(string run) => ProbeName + run;

    /// <summary>The name of a container of a run.</summary>
    internal static string Container(string run, int number) => $"{ContainerName}{run}-{number}";

    /// <summary>Whether a container with this label and these names was made by the run of the label.</summary>
    internal static bool IsContainer(string? run, IEnumerable<string>? names) => IsRun(run)
        && names?.Any(name => IsNumbered(name.TrimStart('/'), $"{ContainerName}{run}-")) == true;

    /// <summary>Those of an image's names that the run of its label gave it; the others are somebody else's.</summary>
    internal static IEnumerable<string> Images(string? run, IEnumerable<string>? names) => IsRun(run)
        ? (names ?? []).Where(name => name == Probe(run!) || IsNumbered(name, $"{ImageName}{run}-"))
        : [];

    private static bool IsRun(string? run) => run is { Length: Length } && run.All(char.IsAsciiHexDigitLower);

    private static bool IsNumbered(string name, string start) =>
        name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) && name.AsSpan(start.Length)
            .IndexOfAnyExceptInRange('0', '9') < 0;
}
