using System.CommandLine;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Custom;
using Dockerlint.Rules;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>The options of <c>lint</c> that stand for configuration, under hadolint's names where hadolint has them.</summary>
internal sealed class ConfigOptions
{
    private readonly Option<string?> _config =
        new("--config", "-c") { Description = "The configuration file, ours or hadolint's; looked for unless given.", HelpName = "FILE" };
    private readonly Option<string?> _profile =
        new("--profile")
        {
            Description = "default, hadolint, buildkit, strict or none: rules and verdicts to start from.",
            HelpName = "PROFILE"
        };
    private readonly Option<string?> _threshold =
        new("--failure-threshold", "-t")
        {
            Description =
        "The least severity that makes the exit code 1: error, warning, info, style, ignore.",
            HelpName = "SEVERITY"
        };
    private readonly Option<string?> _confidence =
        new("--min-confidence")
        {
            Description = "How sure a finding has to be to be reported: certain, likely, hint. Unless given, as the profile wants it.",
            HelpName = "CONFIDENCE"
        };
    private readonly Option<string?> _shellCheck =
        new("--shellcheck")
        {
            Description =
        "auto: have scripts checked by ShellCheck where it is installed, off, or required: exit code 2 without it.",
            HelpName = "MODE"
        };
    private readonly Option<string[]> _select = Many("--select", "A rule to switch on.", "RULE");
    private readonly Option<string[]> _ignore = Many("--ignore", "A rule to switch off.", "RULE");
    private readonly Option<string[]> _error = Many("--error", "A rule to report as error.", "RULE");
    private readonly Option<string[]> _warning = Many("--warning", "A rule to report as warning.", "RULE");
    private readonly Option<string[]> _info = Many("--info", "A rule to report as info.", "RULE");
    private readonly Option<string[]> _style = Many("--style", "A rule to report as style.", "RULE");
    private readonly Option<string[]> _registry = Many("--trusted-registry", "A registry that images may come from.", "REGISTRY");
    private readonly Option<string[]> _label =
        Many("--require-label", "A label that images must carry, with the form of its value.", "NAME:FORM");
    private readonly Option<bool> _strictLabels = new("--strict-labels") { Description = "Report labels that are not required." };
    private readonly Option<bool> _noPragma =
        new("--disable-ignore-pragma") { Description = "Let no comment in a file switch anything off." };
    private readonly Option<bool> _noFail = new("--no-fail") { Description = "Exit code 0 whatever is found." };

    internal ConfigOptions()
    {
        _profile.TakeOneOf([.. ConfigNames.ProfileNames.Keys]);
        _threshold.TakeOneOf([.. ConfigNames.Severities.Keys]);
        _confidence.TakeOneOf([.. ConfigNames.Confidences.Keys]);
        _shellCheck.TakeOneOf([.. ConfigNames.ShellCheckModes.Keys]);
        _label.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Label(token.Value) is null))
            {
                result.AddError($"--require-label takes NAME:FORM with a form of {string.Join(", ", ConfigNames.LabelForms.Keys)}, not "
                    + $"{token.Value}");
            }
        });
        foreach (var option in new[] { _select, _ignore, _error, _warning, _info, _style })
        {
            option.CompletionSources.Add(_ => RuleNames());
            option.Validators.Add(result =>
            {
                foreach (var token in result.Tokens.SelectMany(token => Names(token.Value)).Where(name => !IsRule(name)))
                {
                    result.AddError($"{option.Name}: there is no rule "
                        + $"{token}{(Spelling.Nearest(token, RuleNames()) is { } near ? $", did you mean {near}?" : "")}");
                }
            });
        }
    }

    internal void AddTo(Command command)
    {
        Option[] options =
        [
            _config, _profile, _threshold, _confidence, _shellCheck, _select, _ignore, _error, _warning, _info, _style, _registry, _label,
            _strictLabels, _noPragma, _noFail,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    internal string? File(ParseResult result) => result.GetValue(_config);

    /// <summary>What the flags say: the strongest layer.</summary>
    internal ConfigLayer Read(ParseResult result) => new()
    {
        Profile = Choice(result, _profile, ConfigNames.ProfileNames),
        FailureThreshold = Choice(result, _threshold, ConfigNames.Severities),
        MinConfidence = Choice(result, _confidence, ConfigNames.Confidences),
        ShellCheck = Choice(result, _shellCheck, ConfigNames.ShellCheckModes),
        Select = [.. Texts(result, _select)],
        Ignore = [.. Texts(result, _ignore)],
        Severities =
        [
            .. Severities(result, _style, Severity.Style), .. Severities(result, _info, Severity.Info),
            .. Severities(result, _warning, Severity.Warning), .. Severities(result, _error, Severity.Error),
        ],
        TrustedRegistries = [.. Texts(result, _registry)],
        LabelSchema = [.. (result.GetValue(_label) ?? [])
            .Select(text => new Setting<(string, LabelForm)>(Label(text)!.Value, new ConfigOrigin(_label.Name)))],
        StrictLabels = Flag(result, _strictLabels),
        DisableIgnorePragma = Flag(result, _noPragma),
        NoFail = Flag(result, _noFail),
    };

    private static Option<string[]> Many(string name, string description, string helpName) =>
        new(name) { Description = description + " May be given several times.", HelpName = helpName };

    private static bool IsRule(string name) =>
        RuleSelector.IsShellCheck(name) || CustomRuleSpec.IsCode(name) || RuleCatalog.All.Any(rule => RuleSelector.Matches(name, rule.Info))

        // Codes that hadolint once had are passed over, as it does.
        || (name.StartsWith("DL", StringComparison.Ordinal) && name.Length == 6 && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0);

    private static IEnumerable<string> RuleNames() => RuleCatalog.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name });

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string, LabelForm)? Label(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ConfigNames.LabelForms.TryGetValue(text[(colon + 1)..], out var form) ? (text[..colon], form) : null;
    }

    private static IEnumerable<Setting<string>> Texts(ParseResult result, Option<string[]> option) =>
        (result.GetValue(option) ?? []).SelectMany(Names).Select(text => new Setting<string>(text, new ConfigOrigin(option.Name)));

    private static IEnumerable<Setting<(string, Severity)>> Severities(ParseResult result, Option<string[]> option, Severity severity) =>
        Texts(result, option).Select(setting => new Setting<(string, Severity)>((setting.Value, severity), setting.Origin));

    private static Setting<bool>? Flag(ParseResult result, Option<bool> option) =>
        result.GetValue(option) ? new Setting<bool>(true, new ConfigOrigin(option.Name)) : null;

    private static Setting<T>? Choice<T>(ParseResult result, Option<string?> option, IReadOnlyDictionary<string, T> choices)
        where T : notnull => result.GetValue(option) is { } text ? new Setting<T>(choices[text], new ConfigOrigin(option.Name)) : null;
}
