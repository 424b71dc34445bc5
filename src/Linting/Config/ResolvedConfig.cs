using System.Collections.Immutable;
using Dockerlint.Linting.Custom;

namespace Dockerlint.Linting.Config;

/// <summary>What holds for one file after all layers are folded.</summary>
public sealed record ResolvedConfig
{
    /// <summary>What the linter is given.</summary>
    public required LintConfig Lint { get; init; }

    /// <summary>The rules that run, by id, with the reason why they do.</summary>
    public required ImmutableSortedDictionary<string, ConfigOrigin> Rules { get; init; }

    /// <summary>The rules that the configuration states itself, in the order of their codes.</summary>
    public ImmutableArray<CustomRuleSpec> CustomRules { get; init; } = [];

    /// <summary>The least severity that makes the exit code 1; <see cref="Severity.Ignore"/> for every finding.</summary>
    public required Setting<Severity> FailureThreshold { get; init; }

    /// <summary>Who checks scripts.</summary>
    public required Setting<ShellCheckMode> ShellCheck { get; init; }

    /// <summary>Whether our own checks look at scripts.</summary>
    public bool ChecksScripts => ShellCheck.Value is ShellCheckMode.Auto or ShellCheckMode.Native or ShellCheckMode.Both;

    /// <summary>Whether the program ShellCheck is asked about them.</summary>
    public bool AsksShellCheck => ShellCheck.Value is ShellCheckMode.Program or ShellCheckMode.Both or ShellCheckMode.Required;

    /// <summary>
    /// What is said of ShellCheck's findings, in order: the last that fits a code holds; none means ShellCheck's own severity.
    /// </summary>
    public ImmutableArray<Setting<(string Selector, Severity Severity)>> ShellCheckSeverities { get; init; } = [];

    /// <summary>Where each value that is not a default comes from, by key.</summary>
    public required ImmutableSortedDictionary<string, ConfigOrigin> Origins { get; init; }

    /// <summary>The settings of <c>dockerlint verify</c>, each key once but expect and accept, the strongest file's.</summary>
    public ImmutableArray<Setting<VerifySetting>> VerifySettings { get; init; } = [];

    /// <summary>Files that <c>dockerlint verify</c> changes.</summary>
    public ImmutableArray<string> VerifyChanges { get; init; } = [];

    /// <summary>What is said of the formatter's style, in order: a later word replaces an earlier one.</summary>
    public ImmutableArray<(string Key, string Value)> Format { get; init; } = [];

    /// <summary>Whether the formatter governs the layout of the file.</summary>
    public bool GovernsLayout { get; init; }

    /// <summary>Whether the exit code is 0 whatever is found.</summary>
    public bool NoFail { get; init; }

    /// <summary>Whether the output is never coloured.</summary>
    public bool NoColor { get; init; }

    /// <summary>Whether the run tells what it does on standard error.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>The formatter's style, made of one that is weaker than the configuration.</summary>
    public FormatStyle FormatStyleOver(FormatStyle style) =>
        Format.Aggregate(style, static (result, setting) =>
            FormatKey.All.First(key => key.Name == setting.Key).Apply(result, setting.Value));

    /// <summary>The severity of a finding of ShellCheck, by what the configuration says of its code.</summary>
    public Severity ShellCheckSeverity(string code, Severity own) => ShellCheckSeverities
        .LastOrDefault(setting => RuleSelector.MatchesShellCheck(setting.Value.Selector, code))?.Value.Severity ?? own;
}
