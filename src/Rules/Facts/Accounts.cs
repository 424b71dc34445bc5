using Dockerlint.Commands;

namespace Dockerlint.Rules;

/// <summary>Recognises the commands that create accounts.</summary>
internal static class Accounts
{
    // Nobody calls a service so: these are made to run the program of the image, whatever kind of account they are.
    private static readonly string?[] s_ordinary =
        ["app", "appuser", "app-user", "user", "nonroot", "non-root", "nodejs", "nextjs", "myuser", "apprunner"];

    /// <summary>Whether a command creates an account for people or programs that USER could name; service accounts do not count.</summary>
    internal static bool IsCreated(Invocation command) => Created(command) is { } name
        && (s_ordinary.Contains(name.Value) || (!command.IsOpen && !command.Has(OptionRole.System) && !HasNoShell(command)));

    /// <summary>Whether it may create one: words that only a running shell knows may say anything.</summary>
    internal static bool MayBeCreated(Invocation command) => IsCreated(command)
        || (command.IsOpen && command.Effects.Any(effect => effect.Kind == EffectKind.CreatesUser));

    // A second operand of adduser is a group that the user, who is there, gets into.
    private static CommandWord? Created(Invocation command) =>
        command.Find(EffectKind.CreatesUser) is { Targets: [var name] } && command.Operands.Length == 1 ? name : null;

    private static bool HasNoShell(Invocation command) => command.Option(OptionRole.Shell) is { Value: { } shell }
        && (shell.Value is not { } path || path.EndsWith("/nologin", StringComparison.Ordinal)
            || path.EndsWith("/false", StringComparison.Ordinal));
}
