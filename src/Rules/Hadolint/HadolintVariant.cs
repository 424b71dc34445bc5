using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>
/// A rule with hadolint's verdict in the place of ours: what hadolint makes of the text, quirks included, and the finding at the
/// keyword of the instruction, since hadolint knows lines only. Not sealed: each rule derives from it.
/// </summary>
internal abstract class HadolintVariant : Rule
{
    private protected HadolintVariant(Rule ours, Severity? severity = null) => Info = ours.Info with
    {
        DefaultSeverity = severity ?? ours.Info.DefaultSeverity,
        Profiles = Profiles.Hadolint,
        Fix = FixAvailability.None,
        Options = [],
    };

    public sealed override RuleInfo Info { get; }
}
