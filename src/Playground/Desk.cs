using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Session;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Playground;

/// <summary>Answers what is asked of one state of the page.</summary>
internal sealed class Desk
{
    private static readonly Dictionary<string, RuleInfo> s_rules = RuleCatalog.All.ToDictionary(rule => rule.Info.Id, rule => rule.Info);

    private readonly Question _question;
    private readonly LinterShelf _linters;
    private readonly LintContext? _context;
    private readonly SessionDocument _document;

    internal Desk(Question question, LinterShelf linters)
    {
        _question = question;
        _linters = linters;
        _context = MadeUpContext.Of(question);
        _document = Open(question.Profile, question.Confidence);
    }

    internal LintAnswer Lint()
    {
        var least = _question.LeastSeverity is { } name ? ConfigNames.Severities.GetValueOrDefault(name, Severity.Style) : Severity.Style;
        var result = _document.Findings;
        return new LintAnswer(
            [.. result.Diagnostics.Where(finding => finding.Severity <= least).Select(Show)],
            result.Suppressed.Count,
            _question.ComparesHadolint ? [.. Open("hadolint", null).Findings.Diagnostics.Select(Show)] : null,
            [.. _document.Model.Stages.Select(Show)],
            [.. ArgumentsOf(_document.Model)],
            _context is null ? null
                : [.. _context.Sent.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory).Select(entry => entry.Path)],
            MadeUpContext.Ignore(_question) is { } ignore ? [.. IgnoreRules.Parse(ignore).Problems] : [],
            _document.Configured?.Config.Rules.Count ?? 0);
    }

    internal ChangeAnswer Fix()
    {
        var wanted = new FixSelection(_question.IsBold ? Applicability.Unsafe : Applicability.Safe);
        if (_document.Fix(wanted) is not { } result)
        {
            return new ChangeAnswer(_question.Text, "", [], null, null);
        }

        var ignore = result.IgnoreLines.Count == 0 ? null : LintContext.AddLines(MadeUpContext.Ignore(_question), result.IgnoreLines);
        return new ChangeAnswer(
            result.Source.Text, UnifiedDiff.Write("Dockerfile", _question.Text, result.Source.Text),
            [
                .. result.Applied.Select(fix => $"{fix.Finding.RuleId}: {fix.Fix.Title}"),
                .. result.Rejected.Select(fix => $"{fix.Finding.RuleId}: not done: {fix.Reason}"),
            ],
            ignore, result.After.Diagnostics.Count);
    }

    internal ChangeAnswer Format()
    {
        if (_document.Format() is not { } result)
        {
            return new ChangeAnswer(_question.Text, "", [], null, null);
        }

        string[] said = result.Outcome switch
        {
            FormatOutcome.Unchanged => ["It has the style already."],
            FormatOutcome.Formatted when !result.Rebuilt.IsEmpty =>
                [$"Steps that the next build does again because of it, on lines {string.Join(", ", result.Rebuilt.Lines)}."],
            FormatOutcome.Formatted => ["The next build does no step again because of it."],
            FormatOutcome.Template => ["It is a template of another program, and was left alone."],
            FormatOutcome.Rejected => ["A build rejects it, so that nobody knows what it means; it was left alone."],
            _ => ["It was left alone: the result could not be proved to mean the same."],
        };
        return new ChangeAnswer(
            result.Text.Text, UnifiedDiff.Write("Dockerfile", _question.Text, result.Text.Text),
            result.Reason is null ? said : [.. said, result.Reason], null, null);
    }

    internal VariablesAnswer Variables()
    {
        var model = _document.Model;
        var stage = model.Stages.LastOrDefault(candidate => candidate.From.Span.Start <= _question.Offset);
        if (stage is null || _question.Offset <= stage.From.Span.End)
        {
            return new VariablesAnswer(null, [.. Show(model.GlobalScope)], null, null, null);
        }

        // Behind the last instruction all of them are in force.
        var step = stage.Steps.LastOrDefault(candidate => candidate.Instruction.Span.Start <= _question.Offset);
        var isBehind = step is not null && step == stage.Steps[^1] && _question.Offset > step.Instruction.Span.End;
        var state = isBehind ? stage.FinalState : step?.Before ?? (stage.Steps is [var first, ..] ? first.Before : stage.FinalState);
        return new VariablesAnswer(
            stage.Name ?? $"stage {stage.Index}", [.. Show(state.Variables)], state.User, state.Workdir,
            state.Shell is null ? null : string.Join(' ', state.Shell));
    }

    internal TreeAnswer Tree()
    {
        var nodes = new List<ShownNode>();
        var stack = new Stack<(SyntaxElement Element, int Depth)>();
        stack.Push((_document.Tree.Root, 0));
        while (stack.TryPop(out var item))
        {
            var (element, depth) = item;
            nodes.Add(element is SyntaxToken token
                ? new ShownNode(depth, token.Kind.ToString(), token.Span.Start, token.Span.End, VisibleText.Escape(token.Text))
                : new ShownNode(
                    depth, element.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal), element.Span.Start, element.Span.End,
                    null));
            if (element is SyntaxNode node)
            {
                for (var i = node.Children.Count - 1; i >= 0; i--)
                {
                    stack.Push((node.Children[i], depth + 1));
                }
            }
        }

        return new TreeAnswer([.. nodes]);
    }

    private SessionDocument Open(string profile, string? confidence) =>
        new(SourceText.From(_question.Text), new PageFiles(_linters.For(profile, confidence), _context));

    private ShownFinding Show(Diagnostic finding)
    {
        var lines = _document.Source.Lines;
        var (start, end) = (lines.GetPosition(finding.Span.Start), lines.GetPosition(finding.Span.End));
        return new ShownFinding(
            finding.RuleId, s_rules.GetValueOrDefault(finding.RuleId)?.Name, finding.Severity.ToString().ToLowerInvariant(),
            finding.Confidence.ToString().ToLowerInvariant(), VisibleText.Escape(finding.Message), finding.Span.Start, finding.Span.End,
            start.Line, start.Column, end.Line, end.Column,
            [
                .. finding.Fixes.Select(fix => new ShownFix(
                    VisibleText.Escape(fix.Title), fix.Applicability.ToString().ToLowerInvariant(),
                    [.. fix.Edits.Edits.Select(edit => new ShownEdit(edit.Span.Start, edit.Span.End, edit.NewText))],
                    [.. fix.IgnoreLines])),
            ],
            [
                .. finding.RelatedSpans.Select(place => new ShownPlace(
                    place.Span.Start, place.Span.End, lines.GetLine(place.Span.Start), VisibleText.Escape(place.Message))),
            ]);
    }

    private ShownStage Show(Stage stage) => new(
        stage.Index, stage.Name, stage.Base.Text ?? stage.From.Image.RawText, _document.Source.Lines.GetLine(stage.From.Span.Start),
        stage.Steps.Count, stage.Base.Stage?.Index, [.. stage.Dependencies.Select(needed => needed.Index)],
        _document.Model.IsReachable(stage), stage == _document.Model.Target);

    // Those that a line of the file declares; each name once, as it is seen first.
    private IEnumerable<ShownVariable> ArgumentsOf(BuildModel model) => model.GlobalScope.Arguments
        .Concat(model.Stages.SelectMany(stage => stage.FinalState.Variables.Arguments))
        .Where(binding => binding.Declaration is not null).DistinctBy(binding => binding.Name).Select(Show);

    private IEnumerable<ShownVariable> Show(VariableScope scope) => scope.Arguments.Concat(scope.Environment)
        .Select(binding => binding.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(name => Show(scope.Find(name)!));

    private ShownVariable Show(VariableBinding binding) => new(
        binding.Name, binding.Kind.ToString().ToLowerInvariant(), binding.Value.Text, binding.Value.IsSet,
        binding.Declaration is { } pair ? _document.Source.Lines.GetLine(pair.Span.Start) : null);
}
