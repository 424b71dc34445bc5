using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Whether what an image starts becomes another user by itself, or is told to.</summary>
internal sealed class StartUsers : IFact<StartUsers>
{
    private readonly HashSet<Stage> _switching;

    private StartUsers(BuildModel model) =>
        _switching = [.. model.StartInvocations.Where(use => MaySwitch(use.Invocation)).Select(use => use.Stage)];

    /// <inheritdoc/>
    public static StartUsers Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether that may be so of a stage, by what it or a stage below starts.</summary>
    internal bool MayChange(Stage stage) => stage.Chain.Any(_switching.Contains);

    // The daemon itself, one that is told a user, a program behind a wrapper that changes it, and whatever has an option for one.
    private static bool MaySwitch(Invocation command)
    {
        if (command.Tool is { GivesUpRoot: true } || command.Has(OptionRole.User)
            || command.Wrappers.Any(wrapper => wrapper.Tool is { SwitchesUser: true }))
        {
            return true;
        }

        foreach (var word in command.Arguments)
        {
            if (word.Text is "--user" or "--uid" or "--setuid" or "--setuser" or "--run-as" or "--drop-privileges"
                || word.Text.StartsWith("--user=", StringComparison.Ordinal) || word.Text.StartsWith("--uid=", StringComparison.Ordinal)
                || word.Text.StartsWith("--setuid=", StringComparison.Ordinal)
                || word.Text.StartsWith("--setuser=", StringComparison.Ordinal)
                || word.Text.StartsWith("--run-as=", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
