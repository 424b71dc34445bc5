using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Looks into history, environment and labels for what looks like a secret. A value is never shown.</summary>
internal sealed class SecretCheck(ImageConfig config, FindingList findings)
{
    private static readonly string[] s_words =
        ["password", "passwd", "secret", "token", "apikey", "api_key", "access_key", "private_key", "credential"];

    private static readonly string[] s_prefixes =
        ["AKIA", "ghp_", "gho_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_", "npm_", "-----BEGIN"];

    internal void Run()
    {
        foreach (var (name, value) in config.Environment.Select(Split).Concat(config.Labels.Select(pair => (pair.Key, pair.Value))))
        {
            if (LooksSecret(name, value))
            {
                findings.Add(VerificationRules.SecretInHistory, PlaceOf(name), $"the configuration of the image has a value for {name}");
            }
        }

        foreach (var name in config.History.SelectMany(step => Arguments(step.CreatedBy)).Where(pair => LooksSecret(pair.Name, pair.Value))
            .Select(pair => pair.Name).Distinct())
        {
            findings.Add(VerificationRules.SecretInHistory, PlaceOf(name), "the history of the image has the value of build argument "
                + $"{name}");
        }
    }

    private static bool LooksSecret(string name, string value) => value.Length > 0
        && (s_words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase)
            || s_prefixes.Any(prefix => value.StartsWith(prefix, StringComparison.Ordinal) && value.Length > prefix.Length + 8));

    // RUN steps show their arguments as "|2 A=x B=y /bin/sh -c ...".
    private static IEnumerable<(string Name, string Value)> Arguments(string createdBy)
    {
        var bar = createdBy.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0 || bar > 4)
        {
            return [];
        }

        var words = createdBy[(bar + 1)..].Split(' ');
        return int.TryParse(words[0], out var count) ? words.Skip(1).Where(word => word.Contains('=', StringComparison.Ordinal)).Take(count)
            .Select(Split) : [];
    }

    private static (string Name, string Value) Split(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
    }

    private InstructionSyntax? PlaceOf(string name) => findings.Instructions.FirstOrDefault(instruction =>
        instruction is KeyValueInstruction pairs && pairs.Pairs.Any(pair => pair.Key.LiteralValue == name)
        || instruction is ArgInstruction arg && arg.Pairs.Any(pair => pair.Key.LiteralValue == name));
}
