using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The scripts of a file that the checks on scripts look at.</summary>
internal sealed class ShellScripts : IFact<ShellScripts>
{
    private readonly IReadOnlyList<HostedScript> _scripts;
    private readonly bool _tellsLast;
    private readonly Dictionary<string, List<Diagnostic>> _last = new(StringComparer.Ordinal);
    private bool _knowsLast;

    private ShellScripts(IReadOnlyList<HostedScript> scripts, bool tellsLast)
    {
        _scripts = scripts;
        _tellsLast = tellsLast;
    }

    /// <inheritdoc/>
    public static ShellScripts Compute(FileFacts file)
    {
        var isHadolint = file.Profile.Scripts == ScriptVerdicts.AsHadolint;
        var known = file.Model.Scripts.ToLookup(use => use.Instruction);
        var scripts = new List<HostedScript>();
        foreach (var script in ScriptCollector.Collect(file.Model, isHadolint ? ScriptVerdicts.AsHadolint : ScriptVerdicts.InPlace))
        {
            // What was read already is not read again.
            var same = known[script.Instruction].FirstOrDefault(use => use.Text.Text == script.Text.Text);
            scripts.Add(new HostedScript(
                script, same is null ? ShellParser.Parse(script.Text) : new ShellParseResult(same.Script, null, new TextSpan(0, 0))));
        }

        return new ShellScripts(scripts, isHadolint);
    }

    /// <summary>What a check finds in the file.</summary>
    internal IEnumerable<Diagnostic> Findings(ShellRule rule)
    {
        if (!_tellsLast)
        {
            List<Diagnostic>? found = null;
            foreach (var script in _scripts)
            {
                foreach (var finding in script.Findings(rule))
                {
                    (found ??= []).Add(script.InPlace(rule, finding));
                }
            }

            return found is null ? [] : found;
        }

        if (!_knowsLast)
        {
            FindLast();
        }

        return _last.GetValueOrDefault(rule.Info.Id) ?? [];
    }

    // hadolint keeps one finding of a RUN, the last, whatever is ignored, and lays it to the instruction.
    private void FindLast()
    {
        _knowsLast = true;
        ShellRule[] rules = [.. RuleCatalog.All.OfType<ShellRule>()];
        foreach (var script in _scripts)
        {
            var last = rules.SelectMany(rule => script.Findings(rule).Select(finding => (Rule: rule, Finding: finding)))
                .OrderBy(item => item.Finding.Span.Start).ThenBy(item => item.Rule.Info.DefaultSeverity)
                .ThenBy(item => item.Rule.Info.Id, StringComparer.Ordinal).LastOrDefault();
            if (last.Rule is null)
            {
                continue;
            }

            if (!_last.TryGetValue(last.Rule.Info.Id, out var found))
            {
                _last.Add(last.Rule.Info.Id, found = []);
            }

            found.Add(script.AtInstruction(last.Rule, last.Finding));
        }
    }
}
