using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint rules [ID]</c>: lists the rules, explains one, or writes them all as Markdown.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "A rule's id, name or alias.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text or markdown.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "markdown"]);
        var command = new Command("rules", "Lists the rules, or explains one.") { id, format };
        command.SetAction(result => Run(result.GetValue(id), result.GetValue(format)!));
        return command;
    }

    /// <summary><c>dockerlint explain RULE</c>.</summary>
    internal static Command CreateExplain()
    {
        var id = new Argument<string>("RULE") { Description = "A rule's id, name or alias." };
        id.CompletionSources.Add(_ => RuleCatalog.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name }));
        var command = new Command("explain", "Explains a rule: what it finds, why, what to do, with examples.") { id };
        command.SetAction(result => Run(result.GetValue(id), "text"));
        return command;
    }

    internal static int Run(string? id, string format)
    {
        var all = RuleCatalog.All.Select(rule => rule.Info).Concat(BudgetRules.All).Concat(VerificationRules.Create()).ToList();
        var rules = all.Where(info =>
            id is null || info.Aliases.Append(info.Id).Append(info.Name).Contains(id, StringComparer.OrdinalIgnoreCase)).ToList();
        if (rules.Count == 0 && RuleSelector.IsShellCheck(id!) && RuleLinks.Of(id!.ToUpperInvariant()) is { } page)
        {
            return Print(writer => writer.Write($"{id.ToUpperInvariant()} is a finding of ShellCheck, which Dockerlint asks about "
                + $"scripts.\n\nSee {page}\n"));
        }

        if (rules.Count == 0)
        {
            var near = Spelling.Nearest(id!.ToUpperInvariant(), all.Select(info => info.Id))
                ?? Spelling.Nearest(id, all.SelectMany(info => info.Aliases.Append(info.Name).Append(info.Id)));
            Problems.Tell($"there is no rule {id}{(near is null ? "" : $", did you mean {near}?")}; 'dockerlint rules' lists them");
            return ExitCode.BadInput;
        }

        return Print(writer => Write(writer, rules, id is not null, format));
    }

    private static void Write(TextWriter writer, List<RuleInfo> rules, bool isExplained, string format)
    {
        if (format == "markdown")
        {
            writer.Write(RuleDocWriter.Write(rules));
        }
        else if (isExplained)
        {
            var text = new RuleTextWriter(TerminalStyle.ForReport(true));
            rules.ForEach(info => writer.Write(text.Write(info)));
        }
        else
        {
            rules.ForEach(info => writer.Write($"{info.Id,-20} {info.DefaultSeverity.ToString().ToLowerInvariant(),-8} {info.Name}\n"));
        }
    }

    private static int Print(Action<TextWriter> write)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
        return ExitCode.Clean;
    }
}
