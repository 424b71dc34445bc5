using Dockerlint.Cache;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Collects what is found, at the place in the Dockerfile that is responsible.</summary>
internal sealed class FindingList(LayerPlan plan)
{
    private readonly List<Diagnostic> _found = [];
    private readonly List<KeptPromise> _kept = [];
    private readonly List<string> _skipped = [];
    private readonly List<string> _following = [];
    private readonly Dictionary<string, Severity> _severities = VerificationRules.Create()
        .ToDictionary(rule => rule.Id, rule => rule.DefaultSeverity);

    internal IReadOnlyList<Diagnostic> All => _found;

    /// <summary>What was checked and is as it has to be.</summary>
    internal IReadOnlyList<KeptPromise> Kept => _kept;

    /// <summary>What does not apply to this image, and why.</summary>
    internal IReadOnlyList<string> Skipped => _skipped;

    /// <summary>What was not checked because of something that is a finding already.</summary>
    internal IReadOnlyList<string> Following => _following;

    /// <summary>The stages the image is made of, nearest the target first.</summary>
    internal IEnumerable<InstructionSyntax> Instructions =>
        plan.Model.Target?.Chain.SelectMany(stage => stage.Steps.Select(step => step.Instruction).Reverse()) ?? [];

    /// <summary>The last instruction of a kind in force; the target's FROM where the base image has it.</summary>
    internal InstructionSyntax Responsible<T>()
        where T : InstructionSyntax => Instructions.OfType<T>().FirstOrDefault() ?? (InstructionSyntax)plan.Model.Target!.From;

    /// <summary>The line an instruction begins at, from 1.</summary>
    internal int LineOf(InstructionSyntax instruction) => plan.State.Dockerfile.Source.Lines.GetLine(instruction.Span.Start);

    internal void Add(string rule, InstructionSyntax? instruction, string message, params RelatedSpan[] related) =>
        Add(rule, (instruction ?? plan.Model.Target!.From).Keyword.Span, message, related);

    internal void Add(string rule, TextSpan span, string message, params RelatedSpan[] related) =>
        Add(rule, _severities[rule], span, message, related);

    internal void Add(string rule, Severity severity, TextSpan span, string message, params RelatedSpan[] related) =>
        _found.Add(new Diagnostic(rule, severity, message, span) { RelatedSpans = related });

    internal void Keep(string rule, InstructionSyntax? instruction, string message) =>
        Keep(rule, (instruction ?? plan.Model.Target!.From).Keyword.Span, message);

    internal void Keep(string rule, TextSpan span, string message) => _kept.Add(new KeptPromise(rule, message, span));

    /// <summary>A promise that is kept unless something was found against it.</summary>
    internal void KeepUnlessFound(string rule, string message)
    {
        if (_found.All(finding => finding.RuleId != rule))
        {
            Keep(rule, (InstructionSyntax?)null, message);
        }
    }

    /// <summary>The finding that something could not be checked.</summary>
    internal Diagnostic Open(string text) => new(VerificationRules.NotChecked, _severities[VerificationRules.NotChecked],
        $"not checked: {text}", plan.Model.Target?.From.Keyword.Span ?? new TextSpan(0, 0));

    /// <summary>What was not checked because of something that is a finding already.</summary>
    internal void Follow(string message) => _following.Add(message);

    internal void Skip(string message) => _skipped.Add(message);

    /// <summary>The first few of some names and how many more there are.</summary>
    internal static string Some(IReadOnlyCollection<string> names, int count = 4) =>
        string.Join(", ", names.Take(count)) + (names.Count > count ? $" and {names.Count - count} more" : "");
}
