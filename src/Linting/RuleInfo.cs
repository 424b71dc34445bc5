namespace Dockerlint.Linting;

/// <summary>Everything said about a rule; documentation and reports are made from it.</summary>
/// <param name="Id">Permanent code, such as <c>DL3006</c>.</param>
/// <param name="Name">Name of the offence in kebab-case.</param>
/// <param name="Category">What it is about.</param>
/// <param name="DefaultSeverity">Severity unless configured.</param>
public sealed record RuleInfo(string Id, string Name, Category Category, Severity DefaultSeverity)
{
    /// <summary>First version that has it.</summary>
    public required string Since { get; init; }

    /// <summary>The year of the rule set that it came with; a configuration may ask for an earlier one.</summary>
    public int Edition { get; init; } = 2026;

    /// <summary>The documentation.</summary>
    public required RuleDoc Doc { get; init; }

    /// <summary>Rules of other programs that it stands beside. A rule with hadolint's id, DL and four digits, is hadolint's.</summary>
    public IReadOnlyList<RuleSource> Sources { get; init; } = [];

    /// <summary>Other names that select and suppress it: the ids of <see cref="Sources"/>.</summary>
    public IReadOnlyList<string> Aliases => field ??= [.. Sources.Select(source => source.Id)];

    /// <summary>Whether its findings carry fixes.</summary>
    public FixAvailability Fix { get; init; }

    /// <summary>How sure its findings are, unless it says otherwise of one.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The profiles in which it is on.</summary>
    public Profiles Profiles { get; init; } = Profiles.Default | Profiles.Strict;

    /// <summary>Whether it reports only where a check directive or comment names it.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>
    /// Whether it is about nothing but the layout, which the formatter puts in order: it is off where that governs a file.
    /// </summary>
    public bool IsLayout { get; init; }

    /// <summary>Its options.</summary>
    public IReadOnlyList<RuleOption> Options { get; init; } = [];

    /// <summary>A page about it; null when there is none.</summary>
    public string? HelpUrl { get; init; } = RuleLinks.OfRule(Id);
}
