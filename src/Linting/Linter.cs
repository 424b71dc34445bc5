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

    private readonly (Rule Rule, RuleHooks Hooks)[] _rules;

    /// <summary>Makes a linter for some rules; it may be used for many files.</summary>
    public Linter(IEnumerable<Rule> rules)
    {
        _rules = [.. rules.Select(rule =>
        {
            var hooks = new RuleHooks();
            rule.Register(hooks);
            return (rule, hooks);
        })];
    }

    /// <summary>Lints one file.</summary>
    public IReadOnlyList<Diagnostic> Lint(SourceText source)
    {
        var tree = DockerfileParser.Parse(source);
        var diagnostics = tree.Errors.Select(error => new Diagnostic(SyntaxErrorId, Severity.Error, error.Message, error.Span)).ToList();
        var uses = _rules.Any(rule => rule.Hooks.WantsScripts) ? FindCommands(tree) : [];
        foreach (var (rule, hooks) in _rules)
        {
            Run(tree, rule, hooks, uses, diagnostics);
        }

        var suppressions = new SuppressionMap(tree);
        var aliases = _rules.ToDictionary(rule => rule.Rule.Info.Id, rule => rule.Rule.Info.Aliases);
        diagnostics.RemoveAll(diagnostic => diagnostic.RuleId is not (SyntaxErrorId or InternalErrorId)
            && suppressions.Covers(diagnostic, aliases.GetValueOrDefault(diagnostic.RuleId, []), source));
        return [.. DiagnosticSorter.Sort(diagnostics)];
    }

    private static void Run(SyntaxTree tree, Rule rule, RuleHooks hooks, List<CommandUse> uses, List<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>();
        var context = new RuleContext(tree, rule.Info, found);
        try
        {
            hooks.Visit(tree, context);
            foreach (var instruction in tree.Root.Instructions)
            {
                hooks.Visit(instruction, context);
                if (instruction is OnbuildInstruction onbuild)
                {
                    hooks.Visit(onbuild.Trigger, context);
                }
            }

            uses.ForEach(use => hooks.Visit(use, context));
        }
        catch (Exception exception)
        {
            found.Add(new Diagnostic(InternalErrorId, Severity.Error, $"rule {rule.Info.Id} failed: {exception.Message}", new TextSpan(0, 0)));
        }

        diagnostics.AddRange(found);
    }

    private static List<CommandUse> FindCommands(SyntaxTree tree)
    {
        var uses = new List<CommandUse>();
        string? shell = null;
        foreach (var outer in tree.Root.Instructions)
        {
            var instruction = outer is OnbuildInstruction onbuild ? onbuild.Trigger : outer;
            if (instruction is FromInstruction)
            {
                shell = null;
            }
            else if (outer is ShellInstruction { Command: JsonArraySyntax { Items: [var first, ..] } })
            {
                shell = first.Value;
            }
            else if (instruction is RunInstruction run)
            {
                foreach (var script in RunScript.Create(run, shell).Where(script => script.Script is not null))
                {
                    uses.AddRange(script.Script!.SimpleCommands().Where(command => command.Words.Length > 0)
                        .Select(command => new CommandUse(run, script.Text!, command)));
                }
            }
        }

        return uses;
    }
}
