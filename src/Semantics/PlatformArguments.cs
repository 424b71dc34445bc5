using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>What BuildKit predefines for every FROM, and for an ARG of the name (dockerfile2llb's defaultArgs).</summary>
internal static class PlatformArguments
{
    private const string WithoutName = "default";

    /// <summary>The arguments; their values are null where the options leave the platform open.</summary>
    internal static IEnumerable<(string Name, string? Value)> Of(BuildOptions options, SyntaxTree tree)
    {
        // The classic builder has none of them; without a platform it is nobody's build in particular.
        if (options is { Platform: not null, Builder: Builder.Classic })
        {
            yield break;
        }

        var machine = options.Platform is null ? null : options.BuildPlatform;
        foreach (var (prefix, platform) in new[] { ("BUILD", machine), ("TARGET", options.Platform) })
        {
            yield return (prefix + "PLATFORM", platform?.ToString());
            yield return (prefix + "OS", platform?.System);
            yield return (prefix + "OSVERSION", platform is null ? null : "");
            yield return (prefix + "ARCH", platform?.Architecture);
            yield return (prefix + "VARIANT", platform?.Variant);
        }

        yield return ("TARGETSTAGE", options.Platform is null ? null : options.Target ?? LastStage(tree) ?? WithoutName);
    }

    private static string? LastStage(SyntaxTree tree) =>
        tree.Root.Instructions.OfType<FromInstruction>().LastOrDefault()?.StageName?.RawText.ToLowerInvariant();
}
