using System.CommandLine;
using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli.Config;

/// <summary><c>dockerlint config check|show|schema</c> and <c>dockerlint migrate</c>.</summary>
internal static class ConfigCommand
{
    internal static Command Create() => new("config", "Checks and shows configuration.") { CreateCheck(), CreateShow(), CreateSchema() };

    internal static Command CreateMigrate()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "hadolint's configuration; looked for like hadolint does unless given.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var output = new Option<string?>(
            "--output", "-o")
        { Description = "Where to write; standard output unless given. An existing file is not overwritten." };
        var command = new Command("migrate", "Writes a .dockerlint.yaml from hadolint's configuration.") { file, output };
        command.SetAction(result => Migrate(result.GetValue(file), result.GetValue(output)));
        return command;
    }

    private static Command CreateCheck()
    {
        var files = new Argument<string[]>(
            "FILE")
        { Description = "Configuration files; the one in force here unless given.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Tells what is wrong in configuration files. Exit code 0: nothing, 2: something.") { files };
        command.SetAction(result => Check(result.GetValue(files)!));
        return command;
    }

    private static Command CreateShow()
    {
        var path = new Argument<string>("PATH")
        {
            Description = "The Dockerfile whose configuration is wanted.",
            DefaultValueFactory = _ =>
            "Dockerfile"
        };
        var config = new Option<string?>("--config", "-c") { Description = "The configuration file; looked for unless given." };
        var command = new Command(
            "show", "Prints the configuration in force for a Dockerfile, each value with where it comes from.") { path, config };
        command.SetAction(result => Show(result.GetValue(path)!, result.GetValue(config)));
        return command;
    }

    private static Command CreateSchema()
    {
        var command = new Command("schema", "Prints the JSON Schema of .dockerlint.yaml.");
        command.SetAction(_ => Print(writer => writer.Write(ConfigSchema.Write([.. RuleCatalog.All.Select(rule => rule.Info)]))));
        return command;
    }

    private static int Check(string[] files)
    {
        if (files.Length == 0)
        {
            if (ConfigFiles.Find(DiskPath.CurrentFolder) is not { } found)
            {
                return Print(static writer => writer.Write("no configuration file; the defaults are in force\n"));
            }

            files = [found];
        }

        var isBroken = false;
        foreach (var file in files)
        {
            var loaded = Configurations.Loader(file).For("-");
            isBroken |= loaded.Errors.Count > 0;
            Tell(loaded.Errors);
            var passedOver = ConfigLoader.PassedOver(file);
            Tell(passedOver);
            if (loaded.Errors.Count == 0)
            {
                Print(writer => writer.Write(passedOver.Count == 0 ? $"{file}: nothing wrong\n"
                    : $"{file}: works, without what is passed over\n"));
            }
        }

        return isBroken ? ExitCode.BadInput : ExitCode.Clean;
    }

    private static int Show(string path, string? explicitConfig)
    {
        var loader = Configurations.Loader(explicitConfig);
        var pool = new LinterPool(
            loader, HadolintEnvironment.Read(Environment.GetEnvironmentVariable), ConfigLayer.Empty, TimeProvider.System);
        if (pool.For(path, out var errors) is not { } linter)
        {
            Tell(errors);
            return ExitCode.BadInput;
        }

        return Print(writer => ConfigPrinter.Write(writer, loader.For(path), linter.Config));
    }

    private static int Migrate(string? file, string? output)
    {
        file ??= ConfigFiles.FindHadolint();
        if (file is null)
        {
            Problems.Tell("no configuration of hadolint was found; name it");
            return ExitCode.BadInput;
        }

        if (InputFile.TryRead(file, ReadLimit.Configuration, out var bytes) is { } problem)
        {
            Problems.Tell($"cannot read {file}: {problem}");
            return ExitCode.BadInput;
        }

        var errors = new List<ConfigError>();
        var layer = HadolintConfigReader.Read(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), file, errors);
        if (errors.Count > 0)
        {
            Tell(errors);
            return ExitCode.BadInput;
        }

        var text = ConfigMigration.Write(layer, [.. RuleCatalog.All.Select(rule => rule.Info)]);
        if (output is null)
        {
            return Print(writer => writer.Write(text));
        }

        var failure = RegularFile.IsStream(output) ? AtomicFile.TryWrite(output, stream => stream.Write(Encoding.UTF8.GetBytes(text)))
            : DiskPath.Exists(output) ? "it is there already"
            : AtomicFile.TryCreate(output, Encoding.UTF8.GetBytes(text));
        if (failure is not null)
        {
            Problems.Tell($"cannot write {output}: {failure}");
        }

        return failure is null ? ExitCode.Clean : ExitCode.BadInput;
    }

    private static void Tell(IEnumerable<ConfigError> errors)
    {
        foreach (var error in errors)
        {
            Problems.Tell(error.ToString());
        }
    }

    private static int Print(Action<TextWriter> write)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
        return ExitCode.Clean;
    }
}
