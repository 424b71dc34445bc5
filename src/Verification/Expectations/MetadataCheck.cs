namespace Dockerlint.Verification;

/// <summary>Compares the configuration of an image with what is expected.</summary>
internal sealed class MetadataCheck(ImageConfig config)
{
    internal IEnumerable<string> Run(MetadataExpectation expected)
    {
        var environment = config.Environment.Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.Last().ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        return
        [
            .. expected.Environment.Select(pair => Pair("environment variable", pair, environment)).OfType<string>(),
            .. expected.UnboundEnvironment.Where(environment.ContainsKey).Select(name => $"environment variable {name} is set"),
            .. expected.Labels.Select(pair => Pair("label", pair, config.Labels)).OfType<string>(),
            .. expected.Ports.Where(port => !Has(port)).Select(port => $"port {port} is not exposed"),
            .. expected.UnexposedPorts.Where(Has).Select(port => $"port {port} is exposed and should not be"),
            .. expected.Volumes.Where(path => !config.Volumes.Contains(path)).Select(path => $"{path} is no volume"),
            .. expected.UnmountedVolumes.Where(config.Volumes.Contains).Select(path => $"{path} is a volume and should not be"),
            .. List("entry point", expected.Entrypoint, config.Entrypoint),
            .. List("command", expected.Command, config.Command),
            .. One("user", expected.User, config.User),
            .. One("working directory", expected.WorkingDirectory, config.WorkingDirectory),
        ];
    }

    private bool Has(string port) => config.Ports.Any(found => ContainerRunner.Spelled(found) == ContainerRunner.Spelled(port));

    // Values may be secrets, so that only the name is told.
    private static string? Pair(string what, PairExpectation expected, IReadOnlyDictionary<string, string> found) =>
        !found.TryGetValue(expected.Key, out var value) ? $"{what} {expected.Key} is not set"
        : expected.Pattern is { } pattern ? pattern.IsMatch(value) ? null : $"{what} {expected.Key} does not match {pattern}"
        : value == expected.Value ? null : $"{what} {expected.Key} is not {expected.Value}";

    private static IEnumerable<string> List(string what, IReadOnlyList<string>? expected, IReadOnlyList<string> found) =>
        expected is null || expected.SequenceEqual(found) ? []
        : [$"the {what} is [{string.Join(", ", found)}] and not [{string.Join(", ", expected)}]"];

    private static IEnumerable<string> One(string what, string? expected, string found) =>
        expected is null || expected == found ? [] : [$"the {what} is {(found.Length == 0 ? "not set" : found)} and not {expected}"];
}
