using System.Collections.Immutable;
using System.CommandLine;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Session;
using Dockerlint.Verification;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Reads what <c>verify</c> is asked for, and the build context.</summary>
internal static class VerifyInput
{
    /// <summary>The request, or null and what is wrong.</summary>
    internal static VerifyRequest? Read(VerifyOptions options, ParseResult result, VerifyConfig config, out string? problem)
    {
        var location = result.GetValue(options.Context)!;
        var dockerfile = ContextPath.FromRoot(result.GetValue(options.File)!.Replace('\\', '/'));
        var builder = CacheOptions.ToBuilder(result.GetValue(options.Builder));
        if (!DiskPath.IsFolder(location))
        {
            problem = $"there is no directory {location}";
            return null;
        }

        var read = WorkspaceReader.ReadDirectory(location, dockerfile, builder);
        if (read.Files is not { } files)
        {
            problem = read.Problem;
            return null;
        }

        var side = new CacheSide(location, result.GetValue(options.BuildArguments) ?? [], result.GetValue(options.Target), []);
        if (side.State(files, new BuildSettings { Builder = builder }, out problem) is not { } state)
        {
            return null;
        }

        if (Pairs(result.GetValue(options.ArgumentChanges) ?? [], out var changes) is { } wrong)
        {
            problem = $"--build-arg-change expects NAME=VALUE, not {wrong}";
            return null;
        }

        if (SecretOption.Read(result.GetValue(options.Secrets) ?? [], out var secrets) is { } unusable)
        {
            problem = unusable;
            return null;
        }

        var build = new BuildRequest(Context(location, dockerfile, files), dockerfile)
        {
            Builder = builder,
            Target = state.Settings.Target,
            BuildArguments = state.Settings.BuildArguments,
            Secrets = secrets,
            Platform = result.GetValue(options.Platform),
            IsPulling = result.GetValue(options.Pull),
        };
        return new VerifyRequest(state.Dockerfile, build)
        {
            RunsScenarios = result.GetValue(options.Scenarios),
            Changes = [.. result.GetValue(options.Changes) is { Length: > 0 } asked ? asked : result.GetValue(options.Scenarios)
                ? [.. config.Changes] : []],
            ArgumentChanges = changes,
            ChecksReproducibility = result.GetValue(options.Reproducible),
            RunsContainer = !result.GetValue(options.NoRun),
            Container = options.ReadContainer(result),
            Limits = options.ReadLimits(result, config.Limits),
            BuildTimeout = TimeSpan.FromSeconds(result.GetValue(options.BuildTimeout)),
            RunTimeout = TimeSpan.FromSeconds(result.GetValue(options.RunTimeout)),
            Keeps = result.GetValue(options.Keep),
        };
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
