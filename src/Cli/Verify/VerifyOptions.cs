using System.CommandLine;
using System.Globalization;
using Dockerlint.Linting.Config;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>The arguments and options of <c>verify</c>.</summary>
internal sealed class VerifyOptions
{
    internal Argument<string> Context { get; } =
        new("CONTEXT") { Description = "The directory of the build context.", DefaultValueFactory = _ => "." };

    internal Option<string?> File { get; } =
        new("--file", "-f")
        {
            Description = "The path of the Dockerfile, from the working folder as in docker build; Dockerfile in the context unless given.",
        };

    internal Option<string?> Image { get; } =
        new("--image") { Description = "Verify an image of the engine, by name or id, and build nothing." };

    internal Option<string?> Archive { get; } = new("--archive")
    {
        Description = "Verify what is inside a docker save archive, an OCI archive or a folder with an OCI layout; no engine is needed.",
    };

    internal Option<string?> Tag { get; } =
        new("--tag") { Description = "A name for the built image if every promise is kept: what is pushed is what was verified." };

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

    internal Option<double> Wait { get; } = Seconds("--wait", "Seconds the container has to keep running.", 10);

    internal Option<double> HealthTimeout { get; } =
        Seconds("--health-timeout", "Seconds until HEALTHCHECK succeeds, ports are listened on, log and probes answer.", 30);

    internal Option<double> StopTimeout { get; } =
        Seconds("--stop-timeout", "Seconds the container may take to end after its stop signal.", 10);

    internal Option<double> BuildTimeout { get; } = Seconds("--build-timeout", "Seconds one build may take.", 1800);

    internal Option<double> RunTimeout { get; } = Seconds("--run-timeout", "Seconds that running or reading the image may take.", 300);

    internal Option<string> Sandbox { get; } = new("--sandbox")
    {
        Description = "hardened, or docker for what docker run gives.",
        DefaultValueFactory = _ => "hardened",
    };

    internal Option<string?> Network { get; } =
        new("--network") { Description = "The network of the container; none unless given, and with --sandbox docker the engine's." };

    internal Option<string?> Memory { get; } =
        new("--memory") { Description = "The memory of the container, as 1g or 512m; 0 for no limit, 512m unless given." };

    internal Option<long?> Processes { get; } =
        new("--pids") { Description = "The processes of the container; 0 for no limit, 256 unless given." };

    internal Option<double?> Processors { get; } =
        new("--cpus") { Description = "The processors of the container; 0 for no limit, 1 unless given." };

    internal Option<string[]> EnvironmentFiles { get; } = CacheOptions.Pairs("--env-file", "A file of NAME=VALUE lines for the container.");

    internal Option<string[]> Volumes { get; } =
        CacheOptions.Pairs("--volume", "/path for a volume that begins with what the image has there, or /here:/there[:ro].");

    internal Option<string?> User { get; } = new("--user") { Description = "The user of the container." };

    internal Option<bool> Init { get; } = new("--init") { Description = "Make the engine's init process 1." };

    internal Option<string[]> Arguments { get; } = CacheOptions.Pairs("--command", "A word in place of CMD; once for each.");

    internal Option<string?> WaitForLog { get; } =
        new("--wait-for-log") { Description = "A regular expression that a line of the log has to match before the container is ready." };

    internal Option<string[]> Probes { get; } = CacheOptions.Pairs("--probe",
        "GET:/health=200 or GET:8080/health=200: a request that is answered before the container is ready; no port of the machine is used.");

    internal Option<string[]> StructureTests { get; } =
        CacheOptions.Pairs("--structure-test", "A test file of container-structure-test, schema 2.0.0.");

    internal Option<string?> Compare { get; } =
        new("--compare") { Description = "An image of the engine, or a report of an earlier run, that the image is compared with." };

    internal Option<string?> MaxGrowth { get; } =
        new("--max-growth") { Description = "How much the image may have grown since, such as 5MB or 10%." };

    internal Option<string[]> Capabilities { get; } = CacheOptions.Pairs("--cap-add", "A capability the container keeps.");

    internal Option<bool> NewPrivileges { get; } =
        new("--allow-new-privileges") { Description = "Let set-user-ID programs raise privileges." };

    internal Option<bool> Writable { get; } = new("--writable") { Description = "Give the container a writable root file system." };

    internal Option<string[]> Temporary { get; } = CacheOptions.Pairs("--tmpfs", "A directory that is writable, in memory.");

    internal Option<string[]> Environment { get; } =
        CacheOptions.Pairs("--env", "NAME=VALUE for the container; NAME alone takes the value from the environment.");

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
        Sandbox.TakeOneOf(["hardened", "docker"]);
        Context.Validators.Add(UsageErrors.RefuseUnknownOptions);
        Threshold.TakeOneOf([.. ConfigNames.Severities.Keys]);
        Format.TakeOneOf([.. ReporterCatalog.Names]);
        command.Arguments.Add(Context);
        Option[] options =
        [
            File, Image, Archive, Tag, Host, Builder, BuildArguments, Secrets, Target, Platform, Pull, Scenarios, Changes, ArgumentChanges,
            Reproducible, NoRun, ExpectExit, Wait, HealthTimeout, StopTimeout, BuildTimeout, RunTimeout, WaitForLog, Probes, Sandbox,
            Network, Memory, Processes, Processors, Capabilities, NewPrivileges,
                Writable, Temporary,
            Volumes, Environment, EnvironmentFiles, User, Init, Arguments, StructureTests, Compare, MaxGrowth, Config,
            MaxSize, MaxWasted, Keep, Prune, Format, Threshold, Report, Html, Timings,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        Check(MaxSize, text => ByteCount.Parse(text) is not null, "a size such as 200MB");
        Check(MaxWasted, text => ByteCount.Parse(text) is not null, "a size such as 200MB");
        Check(Memory, text => MemorySize.Parse(text) is not null, "a size such as 1g or 512m");
        Check(MaxGrowth, text => text.EndsWith('%')
            ? double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            : ByteCount.Parse(text) is not null, "a size such as 5MB or a part such as 10%");
        Check(Capabilities, CapabilityName.IsKnown, "a capability such as NET_BIND_SERVICE");
        Check(Probes, text => HttpProbe.Parse(text) is not null, "a request such as GET:/health=200 or GET:8080/health=200");
        Check(WaitForLog, text => RunSettings.Pattern(text) is not null, "a regular expression");
        Check(Volumes, RunSettings.IsVolume, "/path, or /here:/there[:ro]; volumes with a name would be left behind");
        Check(Tag, text => ImageReference.TryParse(text) is { Digest: null }, "the name of an image");
    }

    private static void Check(Option option, Func<string, bool> isGood, string expected) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !isGood(token.Value)))
        {
            result.AddError($"{option.Name} expects {expected}, not {token.Value}.");
        }
    });

    internal ImageLimits ReadLimits(ParseResult result) => new()
    {
        MaxSize = result.GetValue(MaxSize) is { } size ? ByteCount.Parse(size) : null,
        MaxWasted = result.GetValue(MaxWasted) is { } wasted ? ByteCount.Parse(wasted)!.Value : new ImageLimits().MaxWasted,
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
