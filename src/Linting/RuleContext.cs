using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>What a rule gets to see of a file, and where it reports. It knows nothing of other rules.</summary>
public sealed class RuleContext
{
    private readonly FileFacts _facts;
    private readonly RuleInfo _rule;
    private readonly Severity _severity;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Confidence _confidence;

    internal RuleContext(FileFacts facts, RuleInfo rule, Severity severity, List<Diagnostic> diagnostics)
    {
        _facts = facts;
        _rule = rule;
        _severity = severity;
        _diagnostics = diagnostics;
        _confidence = rule.Confidence;
    }

    private RuleContext(RuleContext context, Confidence confidence)
        : this(context._facts, context._rule, context._severity, context._diagnostics) => _confidence = confidence;

    /// <summary>The same place to report, where findings are as sure as this.</summary>
    public RuleContext As(Confidence confidence) => confidence == _confidence ? this : new(this, confidence);

    /// <summary>The same place to report, where findings are no surer than this.</summary>
    internal RuleContext AtMost(Confidence confidence) => confidence > _confidence ? new(this, confidence) : this;

    /// <summary>The build model of the file.</summary>
    public BuildModel Model => _facts.Model;

    /// <summary>The file.</summary>
    public SyntaxTree Tree => Model.Tree;

    /// <summary>Every script of the file that is sh or bash.</summary>
    public IReadOnlyList<ScriptUse> Scripts => _facts.Model.Scripts;

    /// <summary>What the run was told about the place it works in.</summary>
    public LintSettings Settings => _facts.Config.Settings;

    /// <summary>The .dockerignore file that applies; null when there is none or it is not known.</summary>
    public string? DockerIgnore => _facts.Input.Context is { } context ? context.IgnoreText : _facts.Input.DockerIgnore;

    /// <summary>The build context; null when it is not known. Asking it for files costs a walk over a folder.</summary>
    public LintContext? BuildContext => _facts.Input.Context;

    /// <summary>The platform of a base image, such as <c>linux/arm64</c>; null when nobody asked a registry.</summary>
    public string? BasePlatform(string image) => _facts.Input.BasePlatforms.GetValueOrDefault(image);

    internal LintProbe? Probe => _facts.Probe;

    internal string RuleId => _rule.Id;

    /// <summary>A judgement that rules share, computed once a file.</summary>
    public TFact Get<TFact>()
        where TFact : class, IFact<TFact> => _facts.Get<TFact>();

    /// <summary>The value of an option of this rule.</summary>
    public T Option<T>(RuleOption<T> option)
        where T : notnull => _facts.Config.Options.TryGetValue((_rule.Id, option.Name), out var value) ? (T)value : option.Default;

    /// <summary>Reports a finding of this rule.</summary>
    /// <param name="span">The very place: the word, flag or instruction that is wrong.</param>
    /// <param name="message">What is wrong in this file, in its own words, without a full stop.</param>
    /// <param name="fixes">Ways to mend it, best first.</param>
    public void Report(TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        Add(_severity, span, message, [], fixes);

    /// <summary>Reports a finding of a BuildKit check, which BuildKit itself would place elsewhere.</summary>
    /// <param name="place">The lines BuildKit reports; findings stand there in its profile.</param>
    /// <param name="span">The very place: the word, flag or instruction that is wrong.</param>
    /// <param name="message">What is wrong in this file, in its own words, without a full stop.</param>
    /// <param name="fixes">Ways to mend it, best first.</param>
    public void ReportAt(TextSpan place, TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        Report(_facts.Config.Profile.TellsLinesOfChecks ? place : span, message, fixes);

    /// <summary>Reports a finding with other places that explain it.</summary>
    public void Report(TextSpan span, string message, IReadOnlyList<RelatedSpan> related, params IReadOnlyList<Fix> fixes) =>
        Add(_severity, span, message, related, fixes);

    /// <summary>Reports a finding that weighs less than the rule's others: informational at most.</summary>
    public void ReportInfo(TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        ReportAtMost(Severity.Info, span, message, fixes);

    /// <summary>Reports a finding that weighs no more than some severity, whatever the rule's others weigh.</summary>
    /// <param name="most">The severity.</param>
    /// <param name="span">The very place: the word, flag or instruction that is wrong.</param>
    /// <param name="message">What is wrong in this file, in its own words, without a full stop.</param>
    /// <param name="fixes">Ways to mend it, best first.</param>
    public void ReportAtMost(Severity most, TextSpan span, string message, params IReadOnlyList<Fix> fixes) =>
        Add(_severity < most ? most : _severity, span, message, [], fixes);

    /// <summary>Reports that the rule itself has a mistake.</summary>
    internal void Fail(Exception exception) => _diagnostics.Add(new Diagnostic(
        Linter.InternalErrorId, Severity.Error, $"rule {_rule.Id} failed: {exception.Message}", new TextSpan(0, 0)));

    private void Add(
        Severity severity, TextSpan span, string message, IReadOnlyList<RelatedSpan> related, IReadOnlyList<Fix> fixes) =>
        _diagnostics.Add(new Diagnostic(_rule.Id, severity, message, span)
        {
            Confidence = _confidence,
            RelatedSpans = related,
            Fixes = WithLineEnds(fixes),
        });

    // Rules write line feeds; in a file with other line ends the lines they insert must not stand out.
    private IReadOnlyList<Fix> WithLineEnds(IReadOnlyList<Fix> fixes)
    {
        // A byte that is no UTF-8 would stand beside other bytes than before and might become a character with them.
        var writable = fixes.All(IsText) ? fixes : [.. fixes.Where(IsText)];
        return writable.Any(fix => fix.Edits.Edits.Any(edit => edit.NewText.Contains('\n', StringComparison.Ordinal)))
            ? [.. writable.Select(WithLineEnds)]
            : writable;
    }

    private static bool IsText(Fix fix) => fix.Edits.Edits.All(edit => SourceText.IsText(edit.NewText));

    private Fix WithLineEnds(Fix fix)
    {
        var edits = fix.Edits.Edits.Select(edit =>
            edit.NewText.Contains('\n', StringComparison.Ordinal) && Tree.Source.LineEndAt(edit.Span.Start) is "\r\n"
            ? edit with
            {
                NewText = edit.NewText.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace("\n", "\r\n", StringComparison.Ordinal)
            }
            : edit);
        return EditSet.TryCreate(edits, out var set) ? fix with { Edits = set } : fix;
    }
}
