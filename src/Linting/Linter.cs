using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>One file in, its findings out, in a fixed order. A rule that throws is itself reported; the others go on.</summary>
public sealed class Linter
{
    /// <summary>The code under which what the engine rejects is reported.</summary>
    public const string SyntaxErrorId = "DL1000";

    /// <summary>The code of a rule that failed: our bug.</summary>
    public const string InternalErrorId = "DK0000";

    private readonly (Rule Rule, RuleHooks Hooks, Severity Severity)[] _rules;
    private readonly Dictionary<string, IReadOnlyList<string>> _aliases;

    /// <summary>Makes a linter for some rules; it may be used for many files.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="severities">Severities by rule id instead of the defaults; a rule at <see cref="Severity.Ignore"/> is off.</param>
    public Linter(IEnumerable<Rule> rules, ImmutableDictionary<string, Severity>? severities = null)
    {
        var active = new List<(Rule, RuleHooks, Severity)>();
        foreach (var rule in rules)
        {
            var severity = severities is not null && severities.TryGetValue(rule.Info.Id, out var chosen) ? chosen : rule.Info.DefaultSeverity;
            if (severity != Severity.Ignore)
            {
                var hooks = new RuleHooks();
                rule.Register(hooks);
                active.Add((rule, hooks, severity));
            }
        }

        _rules = [.. active];
        _aliases = _rules.ToDictionary(rule => rule.Rule.Info.Id, rule => rule.Rule.Info.Aliases);
    }

    /// <summary>Lints one file.</summary>
    public IReadOnlyList<Diagnostic> Lint(SourceText source)
    {
        var tree = DockerfileParser.Parse(source);
        var diagnostics = tree.Errors.Select(error => new Diagnostic(SyntaxErrorId, Severity.Error, error.Message, error.Span)).ToList();
        if (_rules.Length > 0)
        {
            var model = BuildModel.Create(tree);
            IReadOnlyList<ScriptUse> scripts = _rules.Any(rule => rule.Hooks.WantsScripts) ? [.. model.Stages.SelectMany(ScriptUse.OfStage)] : [];
            foreach (var (rule, hooks, severity) in _rules)
            {
                diagnostics.AddRange(Run(model, rule, hooks, severity, scripts));
            }

            var suppressions = new SuppressionMap(tree);
            diagnostics.RemoveAll(diagnostic => diagnostic.RuleId is not (SyntaxErrorId or InternalErrorId)
                && suppressions.Covers(diagnostic, _aliases[diagnostic.RuleId], source));
        }

        return DiagnosticSorter.Sort(diagnostics);
    }

    private static List<Diagnostic> Run(BuildModel model, Rule rule, RuleHooks hooks, Severity severity, IReadOnlyList<ScriptUse> scripts)
    {
        var found = new List<Diagnostic>();
        try
        {
            hooks.Visit(new RuleContext(model, rule.Info, severity, found), scripts);
        }
        catch (Exception exception)
        {
            found.Add(new Diagnostic(InternalErrorId, Severity.Error, $"rule {rule.Info.Id} failed: {exception.Message}", new TextSpan(0, 0)));
        }

        return found;
    }
}
