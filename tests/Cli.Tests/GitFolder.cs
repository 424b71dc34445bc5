namespace Dockerlint.Tests.Cli;

/// <summary>Runs git in a folder, with an author of its own.</summary>
internal static class GitFolder
{
    public static void Run(string folder, params IReadOnlyList<string> commands)
    {
        foreach (var command in commands)
        {
            var outcome = CommandLine.Start(
                ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main",
                    .. command.Split(' ')], folder, [],
                ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null"));
            if (outcome.ExitCode != 0)
            {
                throw new InvalidOperationException($"git {command}: {outcome.Error}");
            }
        }
    }
}
