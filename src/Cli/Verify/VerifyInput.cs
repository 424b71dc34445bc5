using System.Collections.Immutable;
using System.CommandLine;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Verification;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Reads what <c>verify</c> is asked for, and the build context.</summary>
internal static class VerifyInput
{
    // The name that a Dockerfile from elsewhere gets in the context; no pattern of a COPY is likely to meet it.
    private const string OutsideName = ".dockerlint-outside.Dockerfile";

    /// <summary>Where the Dockerfile is looked for: where -f says, from the working folder, else in the context.</summary>
    internal static string DockerfileOf(VerifyOptions options, ParseResult result) =>
        result.GetValue(options.File) ?? Path.Combine(result.GetValue(options.Context)!, "Dockerfile");

    /// <summary>The request, or null and what is wrong.</summary>
    internal static VerifyRequest? Read(VerifyOptions options, ParseResult result, VerifyConfig config, out string? problem)
    {
        if (Sources(options, result) is { } clash)
        {
            problem = clash;
            return null;
        }

        if (RunSettings.Read(options, result, out problem) is not { } container
            || Expectations(options, result, config, out problem) is not { } expectations
            || Comparison(options, result, out problem, out var comparison)
            || Build(options, result, out problem) is not { } build)
        {
            return null;
        }

        if (Pairs(result.GetValue(options.ArgumentChanges) ?? [], out var changes) is { } wrong)
        {
            problem = $"--build-arg-change expects NAME=VALUE, not {wrong}";
            return null;
        }

        ImmutableArray<string> files = [.. result.GetValue(options.Changes) is { Length: > 0 } asked ? asked
            : result.GetValue(options.Scenarios) ? [.. config.Changes] : []];
        if (files.FirstOrDefault(file => IsUnknown(file, build.Build.Context)) is { } unknown)
        {
            problem = $"{unknown} is no file of the build context (after .dockerignore), so that changing it changes nothing";
            return null;
        }

        return build with
        {
            RunsScenarios = result.GetValue(options.Scenarios),
            Changes = files,
            ArgumentChanges = changes,
            ChecksReproducibility = result.GetValue(options.Reproducible),
            RunsContainer = !result.GetValue(options.NoRun),
            Container = container,
            Limits = options.ReadLimits(result),
            BuildTimeout = TimeSpan.FromSeconds(result.GetValue(options.BuildTimeout)),
            RunTimeout = TimeSpan.FromSeconds(result.GetValue(options.RunTimeout)),
            Image = result.GetValue(options.Image),
            Tag = result.GetValue(options.Tag),
            Expectations = expectations,
            Comparison = comparison,
            Accepted = config.Accepted,
            Keeps = result.GetValue(options.Keep),
        };
    }

    private static bool IsUnknown(string file, BuildContext context) => file.Replace('\\', '/').Split('/').Contains("..")
        || context.Manifest.Find(ContextPath.FromRoot(file)) is not { Kind: ContextEntryKind.File };

    private static string? Sources(VerifyOptions options, ParseResult result)
    {
        if (result.GetValue(options.Image) is null && result.GetValue(options.Archive) is null)
        {
            return null;
        }

        if (result.GetValue(options.Image) is not null && result.GetValue(options.Archive) is not null)
        {
            return "--image and --archive each name what is verified: give one of them";
        }

        Option[] building =
        [
            options.Tag, options.Scenarios, options.Changes, options.ArgumentChanges, options.Reproducible, options.BuildArguments,
            options.Target, options.Secrets, options.Pull,
        ];
        return building.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } other
            ? $"{other.Name} is about a build, and {(result.GetValue(options.Image) is null ? "--archive" : "--image")} builds nothing"
            : null;
    }

    private static ImmutableArray<Expectation>? Expectations(
        VerifyOptions options, ParseResult result, VerifyConfig config, out string? problem)
    {
        var all = config.Expectations;
        foreach (var file in result.GetValue(options.StructureTests) ?? [])
        {
            var errors = new List<ConfigError>();
            if (InputFile.TryRead(file, ReadLimit.Configuration, out var bytes) is { } unreadable)
            {
                problem = $"cannot read {file}: {unreadable}";
                return null;
            }

            all = all.AddRange(StructureTestReader.Read(SourceText.FromBytes(bytes, file).Text, file, errors));
            if (errors.Count > 0)
            {
                problem = errors[0].ToString();
                return null;
            }
        }

        problem = null;
        return all;
    }

    // Whether something is wrong.
    private static bool Comparison(VerifyOptions options, ParseResult result, out string? problem, out ComparisonRequest? comparison)
    {
        (problem, comparison) = (null, null);
        var growth = result.GetValue(options.MaxGrowth);
        if (result.GetValue(options.Compare) is not { } name)
        {
            problem = growth is null ? null : "--max-growth needs --compare: growth since what?";
            return problem is not null;
        }

        comparison = new ComparisonRequest(name)
        {
            MaxGrowth = growth is null || growth.EndsWith('%') ? null : ByteCount.Parse(growth),
            MaxGrowthPercent = growth?.EndsWith('%') == true
                ? double.Parse(growth[..^1], System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        if (!name.EndsWith(".json", StringComparison.Ordinal))
        {
            problem = result.GetValue(options.Archive) is null ? null
                : "with --archive, --compare takes a report (.json): there is no engine";
            return problem is not null;
        }

        problem = InputFile.TryRead(name, ReadLimit.Report, out var bytes) is { } unreadable ? $"cannot read {name}: {unreadable}"
            : VerificationJson.ReadInventory(bytes) is { } inventory ? With(ref comparison, inventory)
            : $"{name} is no report of dockerlint verify that tells what is in the image";
        return problem is not null;
    }

    private static string? With(ref ComparisonRequest comparison, ImageInventory inventory)
    {
        comparison = comparison with { Inventory = inventory };
        return null;
    }

    private static VerifyRequest? Build(VerifyOptions options, ParseResult result, out string? problem)
    {
        var isBuilt = result.GetValue(options.Image) is null && result.GetValue(options.Archive) is null;
        var named = result.GetResult(options.File) is { Implicit: false } || result.GetResult(options.Context) is { Implicit: false };
        if (!isBuilt && !named)
        {
            // What the history says takes its place.
            problem = null;
            var name = result.GetValue(options.Image) ?? result.GetValue(options.Archive)!;
            var empty = DockerfileParser.Parse(SourceText.From("FROM scratch\n", name));
            return new VerifyRequest(empty, new BuildRequest(BuildContext.FromMemory(
                ContextManifest.Create([]), new Dictionary<string, byte[]>()), "Dockerfile"))
            { HasDockerfile = false };
        }

        var location = result.GetValue(options.Context)!;
        var builder = CacheOptions.ToBuilder(result.GetValue(options.Builder));
        if (!DiskPath.IsFolder(location))
        {
            problem = $"there is no directory {location}";
            return null;
        }

        var path = DockerfileOf(options, result);
        var inside = Path.GetRelativePath(DiskPath.Full(location), DiskPath.Full(path)).Replace(Path.DirectorySeparatorChar, '/');
        var isInside = !inside.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(inside);
        var dockerfile = isInside ? ContextPath.FromRoot(inside) : OutsideName;
        var read = isInside ? WorkspaceReader.ReadDirectory(location, dockerfile, builder)
            : WorkspaceReader.ReadDirectoryWith(location, path, dockerfile, builder);
        if (read.Files is not { } files)
        {
            var other = result.GetValue(options.File) is { } asked && !DiskPath.Exists(asked)
                && DiskPath.Exists(Path.Combine(location, asked))
                ? $"; -f starts from the working folder, as in docker build: {Path.Combine(location, asked)} is there" : "";
            problem = read.Problem + other;
            return null;
        }

        var side = new CacheSide(location, result.GetValue(options.BuildArguments) ?? [], result.GetValue(options.Target), []);
        if (side.State(files, new BuildSettings { Builder = builder }, out problem) is not { } state)
        {
            return null;
        }

        if (SecretOption.Read(result.GetValue(options.Secrets) ?? [], out var secrets) is { } unusable)
        {
            problem = unusable;
            return null;
        }

        return new VerifyRequest(state.Dockerfile, new BuildRequest(Context(location, dockerfile, files), dockerfile)
        {
            Builder = builder,
            Target = state.Settings.Target,
            BuildArguments = state.Settings.BuildArguments,
            Secrets = secrets,
            Platform = result.GetValue(options.Platform),
            IsPulling = result.GetValue(options.Pull),
            IsMarked = result.GetValue(options.Tag) is null,
        });
    }

    // The engine reads the Dockerfile out of the context, so it is sent even where .dockerignore leaves it out.
    private static BuildContext Context(string location, string dockerfile, BuildFiles files)
    {
        var context = BuildContext.FromFiles(files.Context, path => RegularFile.Open(Path.Combine(location, path)));
        return files.Context.Find(dockerfile) is null ? context.With(dockerfile, files.Dockerfile.ToBytes()) : context;
    }

    private static string? Pairs(string[] texts, out ImmutableArray<KeyValuePair<string, string>> pairs)
    {
        pairs = [];
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                return text;
            }

            pairs = pairs.Add(new(text[..equals], text[(equals + 1)..]));
        }

        return null;
    }
}
