namespace Dockerlint.Rules;

/// <summary>Recognises the commands that create accounts.</summary>
internal static class Accounts
{
    // Nobody calls a service so: these are made to run the program of the image, whatever kind of account they are.
    private static readonly string?[] s_ordinary = ["app", "appuser", "app-user", "user", "nonroot", "non-root", "nodejs", "nextjs", "myuser", "apprunner"];

    /// <summary>Whether a command creates an account for people or programs that USER could name; service accounts do not count.</summary>
    internal static bool IsCreated(CommandLine line) => (line.Name is "useradd" or "adduser" && line.Arguments.Any(word => s_ordinary.Contains(word))) || line.Name switch
    {
        "useradd" => !line.Arguments.Any(IsNoShell) && !line.Arguments.Any(word => word == "--system" || CommandArguments.HasShort(word, 'r') || CommandArguments.HasShort(word, 'D')),
        "adduser" => !line.Arguments.Any(IsNoShell) && !line.Arguments.Any(word => word is "--system" or "-S" || (CommandArguments.HasShort(word, 'S') && !word!.Contains('h', StringComparison.Ordinal)))
            && line.Arguments.Count(word => word is not ['-', ..]) < 3,
        _ => false,
    };

    private static bool IsNoShell(string? word) => word is not null && (word.EndsWith("/nologin", StringComparison.Ordinal) || word.EndsWith("/false", StringComparison.Ordinal));
}
