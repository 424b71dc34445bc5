using System.Collections.Immutable;
using System.CommandLine;
using Dockerlint.Linting;
using Dockerlint.Rules;

namespace Dockerlint.Cli;

/// <summary>The options of <c>dockerlint lint</c> that have to do with fixes.</summary>
internal sealed class FixOptions
{
    private readonly Option<bool> _fix = new("--fix") { Description = "Apply the fixes that leave the image as it is, minus the offence." };
    private readonly Option<bool> _unsafe =
        new("--unsafe-fixes") { Description = "With --fix or --diff: also the fixes that may change the image." };
    private readonly Option<bool> _diff =
        new("--diff") { Description = "Print what --fix would do as a unified diff, and write nothing. Findings go to standard error." };
    private readonly Option<string[]> _only = new("--fix-only")
    {
        Description = "With --fix or --diff: only the findings of this rule are fixed. May be given several times.",
        HelpName = "RULE",
    };

    /// <summary>Adds the options to a command, and the check of what belongs together.</summary>
    /// <param name="command">The command.</param>
    /// <param name="fixes">Whether it fixes without being told by an option.</param>
    internal void AddTo(Command command, bool fixes)
    {
        if (!fixes)
        {
            command.Options.Add(_fix);
        }

        command.Options.Add(_unsafe);
        command.Options.Add(_diff);
        command.Options.Add(_only);
        command.Validators.Add(result =>
        {
            var only = result.GetValue(_only) ?? [];
            if (!fixes && !result.GetValue(_fix) && !result.GetValue(_diff) && (result.GetValue(_unsafe) || only.Length > 0))
            {
                result.AddError($"{(only.Length > 0 ? "--fix-only" : "--unsafe-fixes")} needs --fix or --diff");
            }

            foreach (var name in only.Where(name => Find(name) is null))
            {
                result.AddError($"--fix-only: there is no rule {name}");
            }
        });
    }

    /// <summary>The fixing that a command line asks for; null when it asks for none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fixes">Whether the command fixes without being told by an option.</param>
    internal FixRequest? Read(ParseResult parsed, bool fixes)
    {
        if (!fixes && !parsed.GetValue(_fix) && !parsed.GetValue(_diff))
        {
            return null;
        }

        var only = parsed.GetValue(_only) ?? [];
        var selection = new FixSelection(
            parsed.GetValue(_unsafe) ? Applicability.Unsafe : Applicability.Safe,
            only.Length == 0 ? null : only.Select(name => Find(name)!.Info.Id).ToImmutableHashSet(StringComparer.Ordinal));
        return new FixRequest(selection, parsed.GetValue(_diff));
    }

    private static Rule? Find(string name) => RuleCatalog.All.FirstOrDefault(rule =>
        rule.Info.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || rule.Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || rule.Info.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
}
