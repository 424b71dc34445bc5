using System.CommandLine;
using Dockerlint.Cli;
using Dockerlint.Cli.Config;
using Dockerlint.Workspace;

StandardStreams.Prepare();
args = DockerPlugin.Own(Environment.GetCommandLineArgs() is [var program, ..] ? program : null, CommandLineText.Of(args));
if (DockerPlugin.IsAsked(args))
{
    return DockerPlugin.Answer();
}

var root = new RootCommand("Reads Dockerfiles as BuildKit does and tells what is wrong with them.")
{
    LintCommand.Create(),
    LintCommand.CreateCheck(),
    LintCommand.CreateFix(),
    FormatCommand.Create(),
    ParseCommand.Create(),
    RulesCommand.Create(),
    RulesCommand.CreateExplain(),
    InitCommand.Create(),
    ConfigCommand.Create(),
    ConfigCommand.CreateMigrate(),
    CacheCommand.Create(),
    VerifyCommand.Create(),
    LanguageServerCommand.Create(),
    CompletionCommand.Create(),
};
HelpPage.AddTo(root);
var allowsOutside = new Option<bool>("--allow-outside")
{
    Description = $"Let what files name, and where links lead, lie outside of the tree of those files; {SourceTree.Variable}=1 does so "
        + "too.",
    Recursive = true,
};
root.Options.Add(allowsOutside);
var color = new Option<string?>("--color") { Description = "auto, always or never: whether the output has colours.", HelpName = "WHEN", Recursive = true };
color.TakeOneOf(TerminalStyle.Choices);
root.Options.Add(color);
try
{
    if (CompletionCommand.TrySuggest(root, args))
    {
        return ExitCode.Clean;
    }

    args = EnvironmentOptions.Complete(root, CommandWord.Complete(root, args), Environment.GetEnvironmentVariable);
    var parsed = root.Parse(args);
    TerminalStyle.Choose(parsed.GetValue(color) ?? "auto");
    if (parsed.GetValue(allowsOutside))
    {
        SourceTree.Open();
    }

    return parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true }
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
    // Its message may quote the file.
    foreach (var line in $"internal error, this is a bug: {exception}".Split('\n'))
    {
        Problems.Tell(line.TrimEnd('\r'));
    }

    return ExitCode.InternalError;
}
