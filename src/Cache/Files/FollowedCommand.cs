using System.Collections.Immutable;
using Dockerlint.Commands;

namespace Dockerlint.Cache;

/// <summary>A command all of whose words are known.</summary>
/// <param name="Use">The command behind its wrappers.</param>
/// <param name="Words">All its words, those of its wrappers included.</param>
/// <param name="Scene">What is in force where it stands.</param>
internal sealed record FollowedCommand(Invocation Use, ImmutableArray<string> Words, CommandScene Scene)
{
    /// <summary>Whose files it makes.</summary>
    internal string Owner => IsAsRoot ? Scene.AsRoot().Owner : Scene.Owner;

    /// <summary>
    /// Whether it does what the manual says: no wrapper changes that, no variable leads to another program, its file is the system's.
    /// </summary>
    internal bool IsPlain => Use is { Tool: not null, HasEmptyEnvironment: false } && IsOfSystem(Use) && Use.Wrappers.All(IsTransparent)
        && !Use.Environment.Any(setting => setting is { Value: null, IsUnset: false } or { Name: "PATH" }
            || setting.Name.StartsWith("LD_", StringComparison.Ordinal));

    private bool IsAsRoot => Use.Wrappers.Any(wrapper => wrapper.Tool?.Runs is { IsAsRoot: true });

    /// <summary>What is in force in a script that it runs.</summary>
    internal CommandScene Inner()
    {
        var scene = IsAsRoot ? Scene.AsRoot() : Scene;
        if (Use.Environment.IsEmpty)
        {
            return scene;
        }

        var environment = new Dictionary<string, string>(scene.Environment, StringComparer.Ordinal);
        foreach (var setting in Use.Environment)
        {
            environment.Remove(setting.Name);
            if (setting.Value is { } value)
            {
                environment[setting.Name] = value;
            }
        }

        return scene with { Environment = environment };
    }

    private static bool IsTransparent(Invocation wrapper) => IsOfSystem(wrapper) && wrapper.Tool?.Runs is { IsTransparent: true } runs
        && !wrapper.IsOpen && wrapper.Options.All(option => option.Role switch
        {
            OptionRole.Folder or OptionRole.Unset => true,
            OptionRole.User => option.KnownValue is "root" or "0" or "#0",
            _ => option.Spec is { } spec && runs.TransparentOptions.Any(spec.Names.Contains),
        });

    // Somebody's own program may have the name of a tool.
    private static bool IsOfSystem(Invocation use)
    {
        var path = use.NameWord.Text;
        var slash = path.LastIndexOf('/');
        return slash < 0 || path[..slash] is "/bin" or "/usr/bin" or "/sbin" or "/usr/sbin";
    }
}
