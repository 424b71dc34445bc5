using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint rules [ID]</c>: lists the rules, explains one, or writes them all as Markdown.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "A rule's id, name or alias.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json", "markdown"]);
        var category = Choice("--category", "Only the rules of this category.", Enum.GetNames<Category>());
        var profile = Choice("--profile", "Only the rules that are on in this profile.", ["default", "strict", "hadolint", "buildkit"]);
        var fix = Choice("--fix", "Only the rules whose findings carry such fixes.", Enum.GetNames<FixAvailability>());
        var command = new Command("rules", "Lists the rules, or explains one.") { id, format, category, profile, fix };
        command.SetAction(result => Run(result.GetValue(id), result.GetValue(format)!, info =>
            Is(result.GetValue(category), info.Category) && Is(result.GetValue(fix), info.Fix)
            && (result.GetValue(profile) is not { } name || info.Profiles.HasFlag(ConfigNames.ProfileNames[name].Flag))));
        return command;
    }

    private static Option<string?> Choice(string name, string description, IEnumerable<string> words)
    {
        var option = new Option<string?>(name) { Description = description };
        option.TakeOneOf([.. words.Select(word => word.ToLowerInvariant())]);
        return option;
    }

    private static bool Is(string? wanted, Enum value) =>
        wanted is null || wanted.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary><c>dockerlint explain RULE</c>.</summary>
    internal static Command CreateExplain()
    {
        var id = new Argument<string>("RULE") { Description = "A rule's id, name or alias." };
        id.CompletionSources.Add(_ => RuleCatalog.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name }));
        var command = new Command("explain", "Explains a rule: what it finds, why, what to do, with examples.") { id };
        command.SetAction(result => Run(result.GetValue(id), "text"));
        return command;
    }

    internal static int Run(string? id, string format, Func<RuleInfo, bool>? filter = null)
    {
        var all = RuleCatalog.All.Select(rule => rule.Info).Concat(BudgetRules.All).Concat(VerificationRules.Create()).ToList();
        if (format != "markdown")
        {
            all.AddRange(CustomRules(all));
        }

        var rules = all.Where(info =>
            id is null ? filter?.Invoke(info) != false
                : info.Aliases.Append(info.Id).Append(info.Name).Contains(id, StringComparer.OrdinalIgnoreCase)).ToList();
        if (id is null)
        {
            return Print(writer => Write(writer, rules, false, format));
        }

        if (rules.Count == 0 && RuleSelector.IsShellCheck(id) && RuleLinks.Of(id.ToUpperInvariant()) is { } page)
        {
            return Print(writer => writer.Write($"{id.ToUpperInvariant()} is a finding of ShellCheck, which Dockerlint asks about "
                + $"scripts.\n\nSee {page}\n"));
        }

        if (rules.Count == 0)
        {
            var near = Spelling.Nearest(id.ToUpperInvariant(), all.Select(info => info.Id))
                ?? Spelling.Nearest(id, all.SelectMany(info => info.Aliases.Append(info.Name).Append(info.Id)));
            Problems.Tell($"there is no rule {id}{(near is null ? "" : $", did you mean {near}?")}; 'dockerlint rules' lists them");
            return ExitCode.BadInput;
        }

        return Print(writer => Write(writer, rules, id is not null, format));
    }

    // Those of the configuration for this folder; one that cannot be read has none.
    private static IEnumerable<RuleInfo> CustomRules(List<RuleInfo> others) =>
        new ConfigLoader(null, () => others.Where(info => RuleCatalog.All.All(rule => rule.Info != info))).For("Dockerfile")
            is { Errors.Count: 0 } config
            ? config.Layers.SelectMany(layer => layer.CustomRules).Select(rule => rule.Value.Info).GroupBy(info => info.Id)
                .Select(group => group.Last())
            : [];

    private static void Write(TextWriter writer, List<RuleInfo> rules, bool isExplained, string format)
    {
        if (format == "markdown")
        {
            writer.Write(RuleDocWriter.Write(rules));
        }
        else if (format == "json")
        {
            writer.Write(RuleJsonWriter.Write(rules));
        }
        else if (isExplained)
        {
            var text = new RuleTextWriter(TerminalStyle.ForReport(true));
            rules.ForEach(info => writer.Write(text.Write(info)));
        }
        else
        {
            var width = rules.Select(info => info.Id.Length).DefaultIfEmpty().Max();
            rules.ForEach(info => writer.Write($"{info.Id.PadRight(width)} {Word(info.DefaultSeverity),-8} {Word(info.Category),-16} "
                + $"{(info.Fix == FixAvailability.None ? "" : $"{Word(info.Fix)} fix"),-14} {info.Name}\n"));
        }
    }

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static int Print(Action<TextWriter> write)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
        return ExitCode.Clean;
    }
}
