using System.CommandLine;
using Dockerlint.Semantics;

namespace Dockerlint.Cli;

/// <summary>Options that the cache commands share.</summary>
internal static class CacheOptions
{
    internal static Option<string> Dockerfile() => new("--file", "-f")
    {
        Description = "The path of the Dockerfile inside the context.",
        DefaultValueFactory = _ => "Dockerfile",
    };

    internal static Option<string> Builder()
    {
        var option = new Option<string>("--builder") { Description = "buildkit or classic.", DefaultValueFactory = _ => "buildkit" };
        option.TakeOneOf(["buildkit", "classic"]);
        return option;
    }

    internal static Option<string[]> Pairs(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = false };

    internal static Builder ToBuilder(string? name) => name == "classic" ? Semantics.Builder.Classic : Semantics.Builder.BuildKit;
}
