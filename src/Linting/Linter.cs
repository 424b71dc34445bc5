using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// One file in, its findings out, in a fixed order. A rule that throws is itself reported; the others go on. A linter may be used
/// for many files, and from several threads at once.
/// </summary>
public sealed class Linter
{
    /// <summary>The code under which what the engine rejects is reported.</summary>
    public const string SyntaxErrorId = "DL1000";

    /// <summary>The code of a rule that failed: our bug.</summary>
    public const string InternalErrorId = "DK0000";

    /// <summary>The code of comments that switch nothing off; of those that are well formed only the linter itself can tell.</summary>
    public const string UnusedSuppressionId = "DK6901";

    /// <summary>The code of comments that switch findings off and do not say why.</summary>
    public const string UnexplainedSuppressionId = "DK6902";

    private readonly LintConfig _config;
    private readonly (Rule Rule, Severity Severity)[] _rules;
    private readonly HookTable _hooks = new();
    private readonly Dictionary<string, IReadOnlyList<string>> _names;
    private readonly HashSet<string> _experimental;
    private readonly HashSet<string>? _suppressible;
    private readonly Lazy<Linter[]> _others;

    /// <summary>Makes a linter of some rules.</summary>
    /// <param name="rules">The rules, each id once.</param>
    /// <param name="config">What is configured; the defaults when null.</param>
    public Linter(IEnumerable<Rule> rules, LintConfig? config = null)
    {
        _config = config ?? LintConfig.Default;
        _rules = [.. rules.Select(rule => (rule, _config.Severities.GetValueOrDefault(rule.Info.Id, SeverityOf(rule.Info))))
            .Where(rule => rule.Item2 != Severity.Ignore)];
        for (var i = 0; i < _rules.Length; i++)
        {
            var hooks = new RuleHooks();
            _rules[i].Rule.Register(hooks);
            _hooks.Add(i, hooks);
        }

        _experimental = [.. _rules.Select(rule => rule.Rule.Info).Where(info => info.IsExperimental).Select(info => info.Id)];
        _names = _rules.ToDictionary(
            rule => rule.Rule.Info.Id,
            rule => (IReadOnlyList<string>)[rule.Rule.Info.Id, rule.Rule.Info.Name, .. rule.Rule.Info.Aliases,
                .. AllFor(rule.Rule.Info.Id)]);
        _others = new(() => [.. _rules.Select(rule => rule.Rule).OfType<IOtherVerdicts>().SelectMany(rule => rule.Verdicts)
            .Where(other => other.Profile != _config.Profile)
            .Select(other => new Linter(other.Rules.Where(rule => rule is not IOtherVerdicts), _config with { Profile = other.Profile }))]);
        if (_names.ContainsKey(UnusedSuppressionId)
            && (_config.Settings.ReportsUnusedSuppressions || _config.Profile.TellsUnusedSuppressions))
        {
            _suppressible = new HashSet<string>(_names.Values.SelectMany(names => names).Append("all"), StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>Lints one file; what comments switch off is left out.</summary>
    public IReadOnlyList<Diagnostic> Lint(SourceText source) => Lint(new LintInput(source)).Diagnostics;

    /// <summary>Lints one file.</summary>
    /// <param name="input">The file and what is known around it.</param>
    /// <param name="probe">Is told which part of the work begins; null when nobody measures.</param>
    public LintResult Lint(LintInput input, LintProbe? probe = null) => Examine(input, probe).Result;

    /// <summary>Lints one file and keeps the model of it.</summary>
    /// <param name="input">The file and what is known around it.</param>
    /// <param name="probe">Is told which part of the work begins; null when nobody measures.</param>
    public LintedText Examine(LintInput input, LintProbe? probe = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var linted = Examine(input, probe, out _);
        return _config.Profile.LintsFragments && Fragment.TryCreate(linted.Model.Tree) is { } fragment
            ? fragment.Unite(linted, Examine(input with { Source = fragment.Source }, probe, out _)) : linted;
    }

    private LintedText Examine(LintInput input, LintProbe? probe, out SuppressionMap? suppressions)
    {
        suppressions = null;
        probe?.Begin(LintProbe.Parsing);
        var tree = DockerfileParser.Parse(input.Source);
        probe?.Begin(LintProbe.Modelling);
        var config = input.Build is null ? _config : _config with { Settings = _config.Settings.For(input.Build) };
        var model = BuildModel.Create(
            tree, new BuildOptions
            {
                Target = input.Build?.Target,
                BuildArguments = config.Settings.BuildArguments,
                IsPodman = config.Settings.IsPodman
            });

        // What another frontend rejects nobody here knows.
        var errors = Frontend.Of(tree.Root) is { IsDocker: false } ? []
            : _config.Profile.TellsBuildErrors ? tree.Errors.Concat(model.Errors) : tree.Errors.Where(error => !error.IsExpansion);
        var found = errors.Where(error => !error.IsConditional)
            .Select(error => new Diagnostic(SyntaxErrorId, Severity.Error, error.Message, error.Span)).ToList();
        if (_rules.Length == 0 && input.Foreign is null)
        {
            return new LintedText(model, new LintResult(DiagnosticSorter.Sort(found), []));
        }

        var facts = new FileFacts(input, model, config, probe);
        var runs = new RuleRun[_rules.Length];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = new RuleRun(_rules[i].Rule, _rules[i].Severity, facts, found);
        }

        probe?.Begin(LintProbe.Walking);
        _hooks.Visit(facts, runs);
        var foreign = input.Foreign is null ? [] : input.Foreign.Find(tree);
        found.AddRange((foreign ?? []).Select(diagnostic => Checked(diagnostic, input.Source))
            .Where(diagnostic => diagnostic.Severity != Severity.Ignore));
        probe?.Begin(LintProbe.Suppressing);
        return new LintedText(model, Settle(input, tree, found, out suppressions) with { LacksForeign = foreign is null });
    }

    private LintResult Settle(LintInput input, SyntaxTree tree, List<Diagnostic> found, out SuppressionMap? suppressions)
    {
        suppressions = null;
        var checks = new CheckControl(tree);
        var sorted = Sort(found, checks);
        if (_config.Settings.IgnoresPragmas)
        {
            return new LintResult(_config.Sure(sorted), []);
        }

        var map = suppressions = new SuppressionMap(tree, _config.Profile.Suppression);
        var groups = sorted.ToLookup(diagnostic => NamesOf(diagnostic) is { } names
            && (map.Covers(diagnostic, names) || IsSkipped(diagnostic, names, checks)));
        if (_suppressible is null)
        {
            return new LintResult(_config.Sure(groups[false]), _config.Sure(groups[true]));
        }

        var severity = _rules.First(rule => rule.Rule.Info.Id == UnusedSuppressionId).Severity;
        HashSet<SuppressedName>? neededElsewhere = null;
        bool IsNeeded(SuppressedName name) =>
            (neededElsewhere ??= [.. _others.Value.SelectMany(other => other.NamesInUse(input))]).Contains(name);
        var unused = UnusedSuppressions.Find(tree, map, _suppressible, IsNeeded, severity).ToList()
            .ToLookup(diagnostic => map.Covers(diagnostic, _names[UnusedSuppressionId]));
        return new LintResult(
            DiagnosticSorter.Sort(_config.Sure(groups[false]).Concat(unused[false])),
            DiagnosticSorter.Sort(_config.Sure(groups[true]).Concat(unused[true])));
    }

    private IEnumerable<SuppressedName> NamesInUse(LintInput input)
    {
        Examine(input, probe: null, out var suppressions);
        return suppressions?.Used ?? [];
    }

    // A place that is not in the file would throw wherever it is asked for: one wrong finding must not cost all others.
    private Diagnostic Checked(Diagnostic diagnostic, SourceText source) =>
        diagnostic.Span.Start >= 0 && diagnostic.Span.End <= source.Length
        ? diagnostic with { Severity = _config.Severities.GetValueOrDefault(diagnostic.RuleId, diagnostic.Severity) }
        : new Diagnostic(InternalErrorId, Severity.Error, $"{diagnostic.RuleId} was found where there is no text ({diagnostic.Message})",
            new TextSpan(0, 0));

    // Comments cannot take themselves out of the reach of what is said about comments.
    private static string[] AllFor(string id) => id is UnusedSuppressionId or UnexplainedSuppressionId ? [] : ["all"];

    private Severity SeverityOf(RuleInfo rule) => _config.Profile.OnlySeverity ?? rule.DefaultSeverity;

    // Experimental checks that are not named leave; what makes the build fail becomes an error.
    private IReadOnlyList<Diagnostic> Sort(List<Diagnostic> found, CheckControl checks)
    {
        if (_experimental.Count > 0)
        {
            found.RemoveAll(diagnostic =>
                _experimental.Contains(diagnostic.RuleId) && !checks.Names(diagnostic.RuleId, diagnostic.Span.Start));
        }

        return DiagnosticSorter.Sort(checks.IsEmpty
            ? found
            : found.Select(diagnostic => _names.TryGetValue(diagnostic.RuleId, out var names) && checks.IsError(names)
                ? diagnostic with { Severity = Severity.Error }
                : diagnostic));
    }

    // A finding of another program goes by its code alone; syntax errors and our bugs cannot be switched off.
    private IReadOnlyList<string>? NamesOf(Diagnostic diagnostic) => diagnostic.RuleId is SyntaxErrorId or InternalErrorId
        ? null
        : _names.GetValueOrDefault(diagnostic.RuleId) ?? [diagnostic.RuleId, "all"];

    private bool IsSkipped(Diagnostic diagnostic, IReadOnlyList<string> names, CheckControl checks) =>
        !checks.IsEmpty && !_experimental.Contains(diagnostic.RuleId)
        && checks.Skips(names, diagnostic.Span.Start, isStrict: _config.Profile.Suppression == SuppressionReach.AsBuildKit);
}
