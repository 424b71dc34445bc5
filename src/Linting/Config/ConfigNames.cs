namespace Dockerlint.Linting.Config;

/// <summary>How values are spelled in configuration files, environment variables and flags.</summary>
public static class ConfigNames
{
    /// <summary>Profiles.</summary>
    public static IReadOnlyDictionary<string, Profile> ProfileNames { get; } = Profile.All.ToDictionary(profile => profile.Name);

    /// <summary>Output formats: ours first, then those of hadolint.</summary>
    public static IReadOnlyList<string> Formats { get; } =
    [
        "text", "short", "github", "jsonl", "markdown", "rdjson",
        "tty", "json", "gnu", "checkstyle", "codeclimate", "gitlab_codeclimate", "codacy", "sonarqube", "sarif", "junit",
    ];

    /// <summary>Severities; <c>none</c> and <c>off</c> mean the same as <c>ignore</c>.</summary>
    public static IReadOnlyDictionary<string, Severity> Severities { get; } = new Dictionary<string, Severity>
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
        ["style"] = Severity.Style,
        ["ignore"] = Severity.Ignore,
        ["none"] = Severity.Ignore,
        ["off"] = Severity.Ignore,
    };

    /// <summary>How sure findings are, surest first.</summary>
    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = new Dictionary<string, Confidence>
    {
        ["certain"] = Confidence.Certain,
        ["likely"] = Confidence.Likely,
        ["hint"] = Confidence.Hint,
    };

    /// <summary>Forms of label values, under hadolint's names.</summary>
    public static IReadOnlyDictionary<string, LabelForm> LabelForms { get; } = new Dictionary<string, LabelForm>
    {
        ["text"] = LabelForm.Text,
        ["url"] = LabelForm.Url,
        ["spdx"] = LabelForm.Spdx,
        ["hash"] = LabelForm.Hash,
        ["rfc3339"] = LabelForm.Rfc3339,
        ["semver"] = LabelForm.SemVer,
        ["email"] = LabelForm.Email,
    };

    /// <summary>What builds files, and whether it is Podman.</summary>
    public static IReadOnlyDictionary<string, bool> Builders { get; } = new Dictionary<string, bool>
    {
        ["docker"] = false,
        ["podman"] = true,
    };

    /// <summary>Who checks scripts.</summary>
    public static IReadOnlyDictionary<string, ShellCheckMode> ShellCheckModes { get; } = new Dictionary<string, ShellCheckMode>
    {
        ["auto"] = ShellCheckMode.Auto,
        ["native"] = ShellCheckMode.Native,
        ["program"] = ShellCheckMode.Program,
        ["both"] = ShellCheckMode.Both,
        ["off"] = ShellCheckMode.Off,
        ["required"] = ShellCheckMode.Required,
    };
}
