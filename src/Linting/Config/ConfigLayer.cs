using System.Collections.Immutable;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting.Config;

/// <summary>What one source (a file, the environment, the flags) says; what it does not say is null or empty.</summary>
public sealed record ConfigLayer
{
    /// <summary>Says nothing.</summary>
    public static ConfigLayer Empty { get; } = new();

    /// <summary>The profile to start from.</summary>
    public Setting<Profile>? Profile { get; init; }

    /// <summary>The year whose rule set is wanted: rules added later stay off.</summary>
    public Setting<int>? Edition { get; init; }

    /// <summary>Rules to switch on, as selectors.</summary>
    public ImmutableArray<Setting<string>> Select { get; init; } = [];

    /// <summary>Rules to switch off, as selectors.</summary>
    public ImmutableArray<Setting<string>> Ignore { get; init; } = [];

    /// <summary>Severities, as selectors; any but <see cref="Severity.Ignore"/> switches a rule on.</summary>
    public ImmutableArray<Setting<(string Selector, Severity Severity)>> Severities { get; init; } = [];

    /// <summary>Values of rule options.</summary>
    public ImmutableArray<Setting<(string RuleId, string Option, object Value)>> Options { get; init; } = [];

    /// <summary>Rules that it states itself.</summary>
    public ImmutableArray<Setting<CustomRuleSpec>> CustomRules { get; init; } = [];

    /// <summary>The least severity that makes the exit code 1; <see cref="Severity.Ignore"/> for every finding.</summary>
    public Setting<Severity>? FailureThreshold { get; init; }

    /// <summary>How sure a finding has to be to be reported.</summary>
    public Setting<Confidence>? MinConfidence { get; init; }

    /// <summary>Who checks scripts.</summary>
    public Setting<ShellCheckMode>? ShellCheck { get; init; }

    /// <summary>Output formats.</summary>
    public ImmutableArray<Setting<string>> Formats { get; init; } = [];

    /// <summary>Registries that images may come from.</summary>
    public ImmutableArray<Setting<string>> TrustedRegistries { get; init; } = [];

    /// <summary>Labels that images must carry.</summary>
    public ImmutableArray<Setting<(string Label, LabelForm Form)>> LabelSchema { get; init; } = [];

    /// <summary>Whether labels that are not in the schema are reported.</summary>
    public Setting<bool>? StrictLabels { get; init; }

    /// <summary>Whether comments in the files switch nothing off.</summary>
    public Setting<bool>? DisableIgnorePragma { get; init; }

    /// <summary>Whether comments that switch findings off have to say why.</summary>
    public Setting<bool>? RequireReason { get; init; }

    /// <summary>Whether comments that switch nothing off are reported.</summary>
    public Setting<bool>? ReportUnused { get; init; }

    /// <summary>Whether Podman or Buildah builds.</summary>
    public Setting<bool>? IsPodman { get; init; }

    /// <summary>Whether the exit code is 0 whatever is found.</summary>
    public Setting<bool>? NoFail { get; init; }

    /// <summary>Whether the output is never coloured.</summary>
    public Setting<bool>? NoColor { get; init; }

    /// <summary>Whether the run tells what it does on standard error.</summary>
    public Setting<bool>? Verbose { get; init; }

    /// <summary>The style of the formatter, by key.</summary>
    public ImmutableArray<Setting<(string Key, string Value)>> Format { get; init; } = [];

    /// <summary>Whether the formatter's style is set, be it with no key at all: then it governs the layout, and no rule does.</summary>
    public Setting<bool>? GovernsLayout { get; init; }

    /// <summary>Build contexts beside the main one, by name.</summary>
    public ImmutableArray<Setting<string>> NamedContexts { get; init; } = [];

    /// <summary>Stages that are built for their own sake, by name or index.</summary>
    public ImmutableArray<Setting<string>> OutputStages { get; init; } = [];

    /// <summary>Build arguments that are given from outside.</summary>
    public ImmutableArray<Setting<(string Name, string Value)>> BuildArguments { get; init; } = [];

    /// <summary>What is known of images that are not public.</summary>
    public ImmutableArray<Setting<ImageEntry>> Images { get; init; } = [];

    /// <summary>Settings of <c>dockerlint verify</c>.</summary>
    public ImmutableArray<Setting<VerifySetting>> VerifySettings { get; init; } = [];

    /// <summary>Files of the context that <c>dockerlint verify</c> changes, each a scenario.</summary>
    public ImmutableArray<Setting<string>> VerifyChanges { get; init; } = [];

    /// <summary>Files that a search of directories leaves out, as patterns relative to <see cref="Folder"/>.</summary>
    public ImmutableArray<Setting<string>> Exclude { get; init; } = [];

    /// <summary>What holds for some files only, in order.</summary>
    public ImmutableArray<ConfigOverride> Overrides { get; init; } = [];

    /// <summary>Files that this one builds on, as written; they are weaker than it.</summary>
    public ImmutableArray<Setting<string>> Extends { get; init; } = [];

    /// <summary>
    /// Whether it is a file of ours: a stronger layer may then take back what a weaker one says. hadolint adds lists of all layers up.
    /// </summary>
    public bool IsOurs { get; init; }

    /// <summary>The folder that patterns and relative paths start from; null for the current one.</summary>
    public string? Folder { get; init; }
}
