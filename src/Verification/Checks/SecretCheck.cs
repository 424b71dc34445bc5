using Dockerlint.Linting.Secrets;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Looks into history, environment and labels for what looks like a secret. A value is never shown.</summary>
internal sealed class SecretCheck(ImageConfig config, FindingList findings)
{
    /// <summary>Reports; gives what the base image shows, which is its owner's business.</summary>
    internal IEnumerable<string> Run()
    {
        var remarks = new List<string>();
        foreach (var (name, value) in config.Environment.Select(Split).Concat(config.Labels.Select(pair => (pair.Key, pair.Value))))
        {
            if (SecretName.Holds(name, value))
            {
                Report(name, $"the configuration of the image has a value for {name}", remarks);
            }
        }

        foreach (var name in config.History.SelectMany(step => Arguments(step.CreatedBy))
            .Where(pair => SecretName.Holds(pair.Name, pair.Value)).Select(pair => pair.Name).Distinct())
        {
            Report(name, $"the history of the image has the value of build argument {name}", remarks);
        }

        return remarks;
    }

    private void Report(string name, string message, List<string> remarks)
    {
        if (PlaceOf(name) is { } place)
        {
            findings.Add(VerificationRules.SecretInHistory, place, message);
        }
        else
        {
            remarks.Add("the base image: " + message);
        }
    }

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
