using System.CommandLine;
using Dockerlint.Cli;
using Dockerlint.Cli.Config;

var root = new RootCommand("Reads Dockerfiles as BuildKit does and tells what is wrong with them.")
{
    LintCommand.Create(),
    ParseCommand.Create(),
    RulesCommand.Create(),
    ConfigCommand.Create(),
    ConfigCommand.CreateMigrate(),
    CacheCommand.Create(),
    VerifyCommand.Create(),
};
try
{
    var parsed = root.Parse(args);
    return parsed.Errors.Count > 0
        ? UsageErrors.Report(parsed)
        : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (OutputException exception)
{
    Problems.Tell($"cannot write the output: {exception.Message}");
    return ExitCode.BadInput;
}
catch (Exception exception)
{
    Console.Error.WriteLine($"dockerlint: internal error, this is a bug: {exception}");
    return ExitCode.InternalError;
}
