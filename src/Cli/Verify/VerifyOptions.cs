using System.CommandLine;
using System.Globalization;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>The arguments and options of <c>verify</c>.</summary>
internal sealed class VerifyOptions
{
    internal Argument<string> Context { get; } =
        new("CONTEXT") { Description = "The directory of the build context.", DefaultValueFactory = _ => "." };

    internal Option<string> File { get; } = CacheOptions.Dockerfile();

    internal Option<string?> Host { get; } =
        new("--host") { Description = "The engine, such as unix:///run/docker.sock or tcp://build:2376." };

    internal Option<string> Builder { get; } = CacheOptions.Builder();

    internal Option<string[]> BuildArguments { get; } =
        CacheOptions.Pairs("--build-arg", "NAME=VALUE; NAME alone takes the value from the environment.");

    internal Option<string[]> Secrets { get; } =
        CacheOptions.Pairs("--secret", "id=NAME,src=FILE or id=NAME,env=VARIABLE: a secret for RUN --mount=type=secret.");

    internal Option<string?> Target { get; } = new("--target") { Description = "The stage to build." };

    internal Option<string?> Platform { get; } = new("--platform") { Description = "The platform to build for." };

    internal Option<bool> Pull { get; } = new("--pull") { Description = "Ask for base images anew." };

    internal Option<bool> Scenarios { get; } =
        new("--scenarios") { Description = "Change one file of each COPY source and compare the rebuild with the prediction." };

    internal Option<string[]> Changes { get; } =
        CacheOptions.Pairs("--change", "PATH: a file of the context to change; compare the rebuild with the prediction.");

    internal Option<string[]> ArgumentChanges { get; } =
        CacheOptions.Pairs("--build-arg-change", "NAME=VALUE: a build argument to change; compare the rebuild with the prediction.");

    internal Option<bool> Reproducible { get; } = new("--reproducible") { Description = "Compare two builds without cache." };

    internal Option<bool> NoRun { get; } = new("--no-run") { Description = "Build and read the image, and do not run it." };

    internal Option<int?> ExpectExit { get; } =
        new("--expect-exit") { Description = "The exit code the container has to end with; without it, it has to keep running." };

    internal Option<double> Wait { get; } = Seconds("--wait", "Seconds the container has to keep running, and ports may take.", 3);

    internal Option<double> HealthTimeout { get; } = Seconds("--health-timeout", "Seconds until HEALTHCHECK has to succeed.", 30);

    internal Option<double> StopTimeout { get; } =
        Seconds("--stop-timeout", "Seconds the container may take to end after its stop signal.", 10);

    internal Option<double> BuildTimeout { get; } = Seconds("--build-timeout", "Seconds one build may take.", 1800);

    internal Option<double> RunTimeout { get; } = Seconds("--run-timeout", "Seconds that running or reading the image may take.", 300);

    internal Option<string> Network { get; } =
        new("--network") { Description = "The network of the container.", DefaultValueFactory = _ => "none" };

    internal Option<string> Memory { get; } =
        new("--memory") { Description = "The memory of the container.", DefaultValueFactory = _ => "512MB" };

    internal Option<long> Processes { get; } =
        new("--pids") { Description = "The processes of the container.", DefaultValueFactory = _ => 256 };

    internal Option<double> Processors { get; } =
        new("--cpus") { Description = "The processors of the container.", DefaultValueFactory = _ => 1 };

    internal Option<string[]> Capabilities { get; } = CacheOptions.Pairs("--cap-add", "A capability the container keeps.");

    internal Option<bool> NewPrivileges { get; } =
        new("--allow-new-privileges") { Description = "Let set-user-ID programs raise privileges." };

    internal Option<bool> Writable { get; } = new("--writable") { Description = "Give the container a writable root file system." };

    internal Option<string[]> Temporary { get; } = CacheOptions.Pairs("--tmpfs", "A directory that is writable, in memory.");

    internal Option<string[]> Environment { get; } = CacheOptions.Pairs("--env", "NAME=VALUE for the container.");

    internal Option<string?> MaxSize { get; } = new("--max-size") { Description = "The most bytes the image may have, such as 200MB." };

    internal Option<string?> MaxWasted { get; } =
        new("--max-wasted") { Description = "The most bytes in files that later layers delete or replace; 1MB unless given." };

    internal Option<string?> Config { get; } = new("--config", "-c") { Description = "The configuration file; looked for unless given." };

    internal Option<bool> Keep { get; } = new("--keep") { Description = "Keep the image and the containers." };

    internal Option<bool> Prune { get; } =
        new("--prune") { Description = "Remove what earlier runs left in the engine, and do nothing else." };

    internal Option<string> Format { get; } =
        new("--format") { Description = string.Join(", ", ReporterCatalog.Names) + ".", DefaultValueFactory = _ => "text" };

    internal Option<string?> Threshold { get; } = new("--failure-threshold",
        "-t")
    { Description = "The least severity that makes the exit code 1: error, warning, info, style, ignore." };

    internal Option<string?> Report { get; } = new("--report") { Description = "A file for everything that was observed, as JSON." };

    internal Option<string?> Html { get; } = new("--html") { Description = "A file for everything that was observed, as a page." };

    internal Option<string?> Timings { get; } = new("--timings") { Description = "A file for the times of the steps, as JSON." };

    internal void AddTo(Command command)
    {
        Threshold.TakeOneOf([.. ConfigNames.Severities.Keys]);
        Format.TakeOneOf([.. ReporterCatalog.Names]);
        command.Arguments.Add(Context);
        Option[] options =
        [
            File, Host, Builder, BuildArguments, Secrets, Target, Platform, Pull, Scenarios, Changes, ArgumentChanges, Reproducible, NoRun,
                ExpectExit, Wait,
            HealthTimeout, StopTimeout, BuildTimeout, RunTimeout, Network, Memory, Processes, Processors, Capabilities, NewPrivileges,
                Writable, Temporary,
            Environment, Config, MaxSize, MaxWasted, Keep, Prune, Format, Threshold, Report, Html, Timings,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        foreach (var option in new Option[] { Memory, MaxSize, MaxWasted })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && ByteCount.Parse(token.Value) is null)
                {
                    result.AddError($"{option.Name} expects a size such as 200MB, not {token.Value}.");
                }
            });
        }
    }

    internal ContainerOptions ReadContainer(ParseResult result) => new()
    {
        Wait = TimeSpan.FromSeconds(result.GetValue(Wait)),
        ExpectedExit = result.GetValue(ExpectExit),
        HealthTimeout = TimeSpan.FromSeconds(result.GetValue(HealthTimeout)),
        StopGrace = TimeSpan.FromSeconds(result.GetValue(StopTimeout)),
        Network = result.GetValue(Network)!,
        Memory = ByteCount.Parse(result.GetValue(Memory)!)!.Value,
        Processes = result.GetValue(Processes),
        Processors = result.GetValue(Processors),
        Capabilities = result.GetValue(Capabilities) ?? [],
        AllowsNewPrivileges = result.GetValue(NewPrivileges),
        IsWritable = result.GetValue(Writable),
        TemporaryDirectories = result.GetValue(Temporary) ?? [],
        Environment = result.GetValue(Environment) ?? [],
    };

    /// <summary>The limits of the command line, else of the configuration, else our own.</summary>
    internal ImageLimits ReadLimits(ParseResult result, ImageLimits configured) => new()
    {
        MaxSize = result.GetValue(MaxSize) is { } size ? ByteCount.Parse(size) : configured.MaxSize,
        MaxWasted = result.GetValue(MaxWasted) is { } wasted ? ByteCount.Parse(wasted)!.Value : configured.MaxWasted,
    };

    private static Option<double> Seconds(string name, string description, double seconds)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => seconds };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0
                    and < 1e6))
            {
                result.AddError($"{name} expects a number of seconds, not {token.Value}.");
            }
        });
        return option;
    }
}
