namespace Dockerlint.Tests.Cli;

/// <summary>What hadolint can be told, and how: the same setting as a file, as environment variables and as flags.</summary>
public sealed record HadolintSetting(string Name)
{
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Codes by level.</summary>
    public IReadOnlyList<(string Level, string Code)> Overrides { get; init; } = [];

    public string? Threshold { get; init; }

    public bool NoFail { get; init; }

    public bool DisablesPragmas { get; init; }

    public string File => string.Concat(
        Ignored.Count > 0 ? $"ignored: [{string.Join(", ", Ignored)}]\n" : "",
        Overrides.Count > 0 ? "override:\n" + string.Concat(Levels.Select(level => $"  {level.Key}: [{level.Value}]\n")) : "",
        Threshold is null ? "" : $"failure-threshold: {Threshold}\n",
        NoFail ? "no-fail: true\n" : "",
        DisablesPragmas ? "disable-ignore-pragma: true\n" : "");

    public IReadOnlyList<(string, string)> Environment =>
    [
        .. Ignored.Count > 0 ? [("HADOLINT_IGNORE", string.Join(',', Ignored))] : Array.Empty<(string, string)>(),
        .. Levels.Select(level => ($"HADOLINT_OVERRIDE_{level.Key.ToUpperInvariant()}", level.Value)),
        .. Threshold is null ? Array.Empty<(string, string)>() : [("HADOLINT_FAILURE_THRESHOLD", Threshold)],
        .. NoFail ? [("HADOLINT_NOFAIL", "Yes")] : Array.Empty<(string, string)>(),
        .. DisablesPragmas ? [("HADOLINT_DISABLE_IGNORE_PRAGMA", "on")] : Array.Empty<(string, string)>(),
    ];

    public IReadOnlyList<string> Flags =>
    [
        .. Ignored.SelectMany(code => new[] { "--ignore", code }),
        .. Overrides.SelectMany(item => new[] { $"--{item.Level}", item.Code }),
        .. Threshold is null ? Array.Empty<string>() : ["-t", Threshold],
        .. NoFail ? ["--no-fail"] : Array.Empty<string>(),
        .. DisablesPragmas ? ["--disable-ignore-pragma"] : Array.Empty<string>(),
    ];

    private IEnumerable<KeyValuePair<string, string>> Levels =>
        Overrides.GroupBy(item => item.Level)
            .Select(group => KeyValuePair.Create(group.Key, string.Join(',', group.Select(item => item.Code))));
}
