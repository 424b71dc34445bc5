using System.Collections.Immutable;
using Dockerlint.Semantics.Conversion;

namespace Dockerlint.Linting.Config;

/// <summary>
/// The keys of <c>verify</c>. Each but the mappings is an option of the command of the same name, which says what its values are; an option
/// that is given there counts more.
/// </summary>
internal static class VerifyKeys
{
    internal const string Run = "run";
    internal const string Expect = "expect";
    internal const string Accept = "accept";

    /// <summary>The keys besides run, expect and accept.</summary>
    internal static IReadOnlyList<(string Name, string Summary, ConfigShape Shape)> All { get; } =
    [
        ("max-size", "The most bytes the image may have, such as 200MB.", ConfigShape.Text),
        ("max-wasted", "The most bytes in files that later layers delete or replace.", ConfigShape.Text),
        ("max-growth", "How much the image may grow, such as 5MB or 10%.", ConfigShape.Text),
        ("compare", "An image of the engine or a report that the image is compared with.", ConfigShape.Text),
        ("structure-test", "Files of container-structure-test.", ConfigShape.Texts),
        ("target", "The stage to build.", ConfigShape.Text),
        ("platform", "The platform to build for.", ConfigShape.Text),
        ("build-arg", "Build arguments, each NAME=VALUE.", ConfigShape.Texts),
    ];

    /// <summary>The keys of run: how the container is run.</summary>
    internal static IReadOnlyList<(string Name, string Summary, ConfigShape Shape)> Running { get; } =
    [
        ("sandbox", "hardened, or docker for what docker run gives.", ConfigShape.OneOf(["hardened", "docker"])),
        ("env", "Variables, each NAME=VALUE.", ConfigShape.Texts),
        ("env-file", "Files of variables.", ConfigShape.Texts),
        ("tmpfs", "Directories that are writable, in memory.", ConfigShape.Texts),
        ("volume", "Paths of volumes, or folders of the machine as ./here:/there:ro.", ConfigShape.Texts),
        ("cap-add", "Capabilities that it keeps.", ConfigShape.Texts),
        ("user", "The user.", ConfigShape.Text),
        ("init", "Whether an init is process 1.", ConfigShape.Bool),
        ("command", "Words in place of CMD.", ConfigShape.Texts),
        ("network", "The network.", ConfigShape.Text),
        ("memory", "The memory, such as 512m or 1g.", ConfigShape.Text),
        ("pids", "How many processes it may have.", ConfigShape.Number),
        ("cpus", "How many processors it may use.", ConfigShape.Text),
        ("writable", "Whether its root file system can be written.", ConfigShape.Bool),
        ("allow-new-privileges", "Whether set-user-ID programs may raise privileges.", ConfigShape.Bool),
        ("wait", "Seconds it has to keep running.", ConfigShape.Text),
        ("wait-for-log", "What a line of its log has to match before it is ready.", ConfigShape.Text),
        ("probe", "Requests it has to answer before it is ready, such as GET:/health=200.", ConfigShape.Texts),
        ("expect-exit", "The code it has to end with.", ConfigShape.Number),
        ("health-timeout", "Seconds until it has to be ready.", ConfigShape.Text),
        ("stop-timeout", "Seconds it may take to end after its stop signal.", ConfigShape.Text),
    ];

    internal static ConfigLayer Apply(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        foreach (var (key, value) in reading.Mapping(node, "verify"))
        {
            if (key.Text == Run)
            {
                foreach (var (inner, setting) in reading.Mapping(value, Run))
                {
                    layer = Add(layer, inner, setting, Running, Run, reading);
                }
            }
            else if (key.Text is Expect or Accept)
            {
                var setting = reading.Setting(new VerifySetting(key.Text, [], value), key);
                layer = layer with { VerifySettings = layer.VerifySettings.Add(setting) };
            }
            else
            {
                layer = Add(layer, key, value, All, "verify", reading);
            }
        }

        return layer;
    }

    private static ConfigLayer Add(
        ConfigLayer layer, ConfigScalar key, ConfigNode value, IReadOnlyList<(string Name, string Summary, ConfigShape Shape)> keys,
        string holder, ConfigReading reading)
    {
        if (keys.FirstOrDefault(known => known.Name == key.Text) is not { Name: { } name } known)
        {
            reading.Error(key, $"{holder} has no {key.Text}; it has {string.Join(", ", keys.Select(known => known.Name))}"
                + (holder == Run ? "" : $", {Run}, {Expect}, {Accept}"));
            return layer;
        }

        if (name.StartsWith("max-", StringComparison.Ordinal) && reading.Text(value, name) is { } size && !ByteSize.IsValid(size)
            && !(name == "max-growth" && size.EndsWith('%')))
        {
            reading.Error(value, $"{name} takes a size such as 200MB, not {size}");
            return layer;
        }

        ImmutableArray<string> texts = known.Shape.Kind switch
        {
            ConfigShapeKind.Bool => reading.Bool(value, name) switch { true => ["true"], false => ["false"], _ => [] },
            ConfigShapeKind.Texts => Texts(value, name, reading),
            ConfigShapeKind.Choice => reading.Name(value, name, known.Shape.Choices) is { } choice ? [choice] : [],
            _ => reading.Text(value, name) is { } text ? [text] : [],
        };
        return layer with { VerifySettings = layer.VerifySettings.Add(reading.Setting(new VerifySetting(name, texts, value), key)) };
    }

    // Variables may stand as a mapping, too.
    private static ImmutableArray<string> Texts(ConfigNode node, string key, ConfigReading reading) => key is "env" or "build-arg"
        && node is ConfigMapping pairs
        ? [.. pairs.Entries.Select(pair => $"{pair.Key.Text}={reading.Text(pair.Value, key)}")]
        : [.. reading.List(node, key).Select(item => item.Text)];
}
