using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Dockerlint.Verification;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Reads how the container is run.</summary>
internal static class RunSettings
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The options, or null and what is wrong.</summary>
    internal static ContainerOptions? Read(VerifyOptions options, ParseResult result, out string? problem)
    {
        var environment = new List<string>();
        foreach (var file in result.GetValue(options.EnvironmentFiles) ?? [])
        {
            if (InputFile.TryRead(file, ReadLimit.Secret, out var bytes) is { } unreadable)
            {
                problem = $"cannot read {file}: {unreadable}";
                return null;
            }

            foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r').TrimStart()))
            {
                if (line.Length > 0 && line[0] != '#'
                    && (line.Contains('=', StringComparison.Ordinal) ? line : OfProcess(line)) is { } pair)
                {
                    environment.Add(pair);
                }
            }
        }

        foreach (var text in result.GetValue(options.Environment) ?? [])
        {
            if ((text.IndexOf('=', StringComparison.Ordinal) > 0 ? text : OfProcess(text)) is not { } pair)
            {
                problem = $"--env {text} has no value, and there is no environment variable {text}";
                return null;
            }

            environment.Add(pair);
        }

        problem = null;
        return new ContainerOptions
        {
            IsHardened = result.GetValue(options.Sandbox) != "docker",
            Wait = TimeSpan.FromSeconds(result.GetValue(options.Wait)),
            ExpectedExit = result.GetValue(options.ExpectExit),
            HealthTimeout = TimeSpan.FromSeconds(result.GetValue(options.HealthTimeout)),
            StopGrace = TimeSpan.FromSeconds(result.GetValue(options.StopTimeout)),
            Network = result.GetValue(options.Network),
            Memory = result.GetValue(options.Memory) is { } memory ? MemorySize.Parse(memory) : null,
            Processes = result.GetValue(options.Processes),
            Processors = result.GetValue(options.Processors),
            Capabilities = result.GetValue(options.Capabilities) ?? [],
            AllowsNewPrivileges = result.GetValue(options.NewPrivileges),
            IsWritable = result.GetValue(options.Writable),
            TemporaryDirectories = result.GetValue(options.Temporary) ?? [],
            Volumes = [.. (result.GetValue(options.Volumes) ?? []).Select(Absolute)],
            Environment = environment,
            User = result.GetValue(options.User),
            HasInit = result.GetValue(options.Init),
            Arguments = result.GetValue(options.Arguments) is { Length: > 0 } words ? words : null,
            ReadyLog = result.GetValue(options.WaitForLog) is { } pattern ? Pattern(pattern) : null,
            Probes = [.. (result.GetValue(options.Probes) ?? []).Select(HttpProbe.Parse).OfType<HttpProbe>()],
        };
    }

    internal static Regex? Pattern(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant, s_patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static bool IsVolume(string text) => text.Split(':') switch
    {
        [['/', ..]] => true,
        [[('/' or '.'), ..], ['/', ..]] or [[('/' or '.'), ..], ['/', ..], "ro" or "rw"] => true,
        _ => false,
    };

    private static string Absolute(string volume) =>
        volume.StartsWith('.') && volume.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? Path.GetFullPath(volume[..colon]) + volume[colon..] : volume;

    private static string? OfProcess(string name) => name.Length > 0 && name[0] != '='
        && Environment.GetEnvironmentVariable(name) is { } value ? $"{name}={value}" : null;
}
