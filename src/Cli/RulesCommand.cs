using System.CommandLine;
using System.Text;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint rules [ID]</c>: lists the rules, explains one, or writes them all as Markdown.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "A rule's id, name or alias.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown");
        var command = new Command("rules", "Lists the rules, or explains one.") { id, format };
        command.SetAction(result => Run(result.GetValue(id), result.GetValue(format)!));
        return command;
    }

    private static int Run(string? id, string format)
    {
        var rules = RuleCatalog.All.Select(rule => rule.Info).Concat(BudgetRules.All).Concat(VerificationRules.Create())
            .Where(info => id is null || info.Aliases.Append(info.Id).Append(info.Name).Contains(id, StringComparer.OrdinalIgnoreCase)).ToList();
        if (rules.Count == 0)
        {
            Problems.Tell($"there is no rule {id}; 'dockerlint rules' lists them");
            return ExitCode.BadInput;
        }

        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (format == "markdown")
        {
            writer.Write(RuleDocWriter.Write(rules));
        }
        else if (id is not null)
        {
            rules.ForEach(info => writer.Write(RuleDocWriter.Explain(info)));
        }
        else
        {
            rules.ForEach(info => writer.WriteLine($"{info.Id,-20} {info.DefaultSeverity.ToString().ToLowerInvariant(),-8} {info.Name}"));
        }

        return ExitCode.Clean;
    }
}
