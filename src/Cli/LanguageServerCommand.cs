using System.CommandLine;
using Dockerlint.Cli.Config;
using Dockerlint.LanguageServer;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint lsp</c>: serves an editor on standard input and output.</summary>
internal static class LanguageServerCommand
{
    internal static Command Create()
    {
        var command = new Command("lsp", "Serves an editor over the Language Server Protocol, on standard input and output.");

        // Clients of other servers say so; there is no other way here.
        command.Options.Add(new Option<bool>("--stdio") { Description = "Accepted for clients that name the way; there is no other." });
        command.SetAction(static _ => Run());
        return command;
    }

    private static int Run()
    {
        var host = new ServerHost(ProgramVersion.Short, Open, Configurations.OtherRules, new DiskHistory(), TimeProvider.System);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return LanguageServerProgram.Run(input, output, host);
    }

    private static DiskFiles Open(string? configFile, ConfigLayer? settings)
    {
        var environment = HadolintEnvironment.Read(Environment.GetEnvironmentVariable);
        var pool = new LinterPool(Configurations.Loader(configFile), environment, new ConfigLayer(), TimeProvider.System, settings);
        return new DiskFiles(pool, new BuildContexts(null), Configurations.OtherRules);
    }
}
