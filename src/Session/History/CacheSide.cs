using System.Collections.Immutable;
using Dockerlint.Cache;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>What the user says of one of the states that are compared.</summary>
/// <param name="Location">A directory or a git revision.</param>
/// <param name="Arguments"><c>K=V</c>; a lone K takes the value of the environment.</param>
/// <param name="Target">The stage, or null.</param>
/// <param name="Images"><c>IMAGE=DIGEST</c>.</param>
public sealed record CacheSide(string Location, IReadOnlyList<string> Arguments, string? Target, IReadOnlyList<string> Images)
{
    /// <summary>The state, or null and what is wrong with it.</summary>
    public BuildState? State(BuildFiles files, BuildSettings build, out string? problem)
    {
        var tree = Syntax.DockerfileParser.Parse(files.Dockerfile);
        if (tree.Errors is [var error, ..])
        {
            var position = tree.Source.Lines.GetPosition(error.Span.Start);
            problem = $"{Location}: {tree.Source.Path}:{position.Line}:{position.Column}: {error.Message}";
            return null;
        }

        if (Table(Images, out var images) is { } image)
        {
            problem = $"--base expects IMAGE=DIGEST, not {image}";
            return null;
        }

        if (BuildArguments(out problem) is not { } arguments)
        {
            return null;
        }

        var state = new BuildState(tree, files.Context, build with { Target = Target, BuildArguments = arguments })
        {
            Images = images.ToImmutableDictionary(pair => pair.Key, pair => new BaseImage { Digest = pair.Value }),
        };
        problem = LayerPlan.Create(state).Problem is { } wrong ? $"{Location}: {wrong}" : null;
        return problem is null ? state : null;
    }

    /// <summary>The build arguments, or null and what is wrong with them.</summary>
    public ImmutableDictionary<string, string>? BuildArguments(out string? problem)
    {
        problem = null;
        var arguments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var argument in Arguments)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals == 0)
            {
                problem = $"--build-arg expects NAME=VALUE, not {argument}";
                return null;
            }

            if ((equals < 0 ? Environment.GetEnvironmentVariable(argument) : argument[(equals + 1)..]) is { } value)
            {
                arguments[equals < 0 ? argument : argument[..equals]] = value;
            }
        }

        return arguments.ToImmutable();
    }

    private static string? Table(IReadOnlyList<string> pairs, out Dictionary<string, string> table)
    {
        table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == pair.Length - 1)
            {
                return pair;
            }

            table[pair[..equals]] = pair[(equals + 1)..];
        }

        return null;
    }
}
