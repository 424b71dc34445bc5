using Dockerlint.Cache;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Collects what is found, at the place in the Dockerfile that is responsible.</summary>
internal sealed class FindingList(LayerPlan plan)
{
    private readonly List<Diagnostic> _found = [];
    private readonly Dictionary<string, Severity> _severities = VerificationRules.Create()
        .ToDictionary(rule => rule.Id, rule => rule.DefaultSeverity);

    internal IReadOnlyList<Diagnostic> All => _found;

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
        _found.Add(new Diagnostic(rule, _severities[rule], message, span) { RelatedSpans = related });

    /// <summary>The first few of some names and how many more there are.</summary>
    internal static string Some(IReadOnlyCollection<string> names, int count = 4) =>
        string.Join(", ", names.Take(count)) + (names.Count > count ? $" and {names.Count - count} more" : "");
}
