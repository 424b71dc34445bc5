using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Dockerlint.Cli.Config;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Syntax;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>What the configuration says to <c>verify</c>: rules, options, expectations, accepted findings, scenarios.</summary>
internal sealed class VerifyConfig
{
    private static readonly string[] s_files = ["env-file", "structure-test"];

    private readonly ForeignConfig _config;

    private VerifyConfig(ForeignConfig config) => _config = config;

    internal ImmutableArray<Expectation> Expectations { get; private init; } = [];

    internal ImmutableArray<AcceptedFinding> Accepted { get; private init; } = [];

    internal ImmutableArray<string> Changes => _config.Resolved.VerifyChanges;

    internal Severity Threshold => _config.Threshold;

    /// <summary>The configuration for a Dockerfile, or null and what is wrong with it.</summary>
    internal static VerifyConfig? Read(string? file, string dockerfile, out string? problem)
    {
        var rules = VerificationRules.Create();
        if (ForeignConfig.Read(file, dockerfile, rules, out problem) is not { } config)
        {
            return null;
        }

        var errors = new List<ConfigError>();
        ImmutableArray<Expectation> expectations = [];
        ImmutableArray<AcceptedFinding> accepted = [];
        foreach (var setting in config.Resolved.VerifySettings)
        {
            if (setting.Value.Name == "expect")
            {
                expectations = expectations.AddRange(ExpectationReader.Read(setting.Value.Node, setting.Origin.Source, errors));
            }
            else if (setting.Value.Name == "accept")
            {
                accepted = accepted.AddRange(AcceptedFinding.Read(setting.Value.Node, setting.Origin.Source, rules, errors));
            }
        }

        problem = errors.Count > 0 ? errors[0].ToString() : null;
        return problem is null ? new VerifyConfig(config) { Expectations = expectations, Accepted = accepted } : null;
    }

    /// <summary>
    /// The command line with the options that only the configuration gives; null and what is wrong with them. A setting is an option of
    /// the same name, so that its values are checked in one place.
    /// </summary>
    internal ParseResult? Complete(ParseResult result, out string? problem)
    {
        problem = null;
        var command = result.CommandResult.Command;
        var more = new List<string>();
        foreach (var setting in _config.Resolved.VerifySettings)
        {
            if (command.Options.FirstOrDefault(option => option.Name == "--" + setting.Value.Name) is not { } option
                || result.GetResult(option) is { Implicit: false })
            {
                continue;
            }

            var words = Words(setting, option).ToList();
            if (command.Parse(words).Errors is [var error, ..])
            {
                problem = $"{setting.Origin}: {error.Message}";
                return null;
            }

            more.AddRange(words);
        }

        return more.Count == 0 ? result : result.RootCommandResult.Command.Parse([.. Given(result), .. more]);
    }

    // A value that begins with a hyphen is one only behind an equals sign.
    private static IEnumerable<string> Given(ParseResult result)
    {
        var tokens = result.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var isPair = tokens[i].Type == TokenType.Option && i + 1 < tokens.Count && tokens[i + 1].Type == TokenType.Argument
                && tokens[i + 1].Value.StartsWith('-');
            yield return isPair ? $"{tokens[i].Value}={tokens[++i].Value}" : tokens[i].Value;
        }
    }

    private static IEnumerable<string> Words(Setting<VerifySetting> setting, Option option)
    {
        if (option is Option<bool>)
        {
            return setting.Value.Values is ["true"] ? [option.Name] : [];
        }

        // A path of a configuration starts from its folder.
        var folder = Path.GetDirectoryName(setting.Origin.Source) ?? "";
        return setting.Value.Values.Select(value => $"{option.Name}={(s_files.Contains(setting.Value.Name)
            || (setting.Value.Name == "volume" && value.StartsWith('.')) ? Path.Combine(folder, value) : value)}");
    }

    /// <summary>The findings as they are reported: severities as configured, without what is switched off.</summary>
    internal LintResult Settle(SyntaxTree tree, IEnumerable<Diagnostic> found) => _config.Settle(tree, found);
}
