using System.Text.Json;

namespace Dockerlint.Verification;

/// <summary>The configuration of an image (opencontainers/image-spec, config.md) as far as it is looked at.</summary>
public sealed record ImageConfig
{
    /// <summary>The user, empty for root.</summary>
    public string User { get; init; } = "";

    /// <summary>The working directory, empty for the root.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>The signal that ends it; empty for SIGTERM.</summary>
    public string StopSignal { get; init; } = "";

    /// <summary>The entry point.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>The command, or the arguments of the entry point.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The environment, each <c>K=V</c>.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>The ports, each <c>80/tcp</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>The paths of volumes.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>The labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether there is a health check that does something.</summary>
    public bool HasHealthcheck { get; init; }

    /// <summary>What was done, from the bottom up, and whether it made a layer.</summary>
    public IReadOnlyList<(string CreatedBy, bool HasLayer)> History { get; init; } = [];

    /// <summary>The digests of the unpacked layers.</summary>
    public IReadOnlyList<string> DiffIds { get; init; } = [];

    /// <summary>What is run: the entry point and the command.</summary>
    public IReadOnlyList<string> Arguments => [.. Entrypoint, .. Command];

    /// <summary>Reads an image's configuration; parts that make no sense are left empty.</summary>
    public static ImageConfig Read(JsonElement root)
    {
        var config = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("config", out var inner) ? inner : default;
        var rootfs = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("rootfs", out var files) ? files : default;
        return new ImageConfig
        {
            User = Text(config, "User"),
            WorkingDirectory = Text(config, "WorkingDir"),
            StopSignal = Text(config, "StopSignal"),
            Entrypoint = Texts(config, "Entrypoint"),
            Command = Texts(config, "Cmd"),
            Environment = Texts(config, "Env"),
            Ports = Keys(config, "ExposedPorts"),
            Volumes = Keys(config, "Volumes"),
            Labels = Pairs(config, "Labels"),
            HasHealthcheck = config.ValueKind == JsonValueKind.Object && config.TryGetProperty("Healthcheck", out var health)
                && Texts(health, "Test") is [var kind, ..] && kind != "NONE",
            History = Steps(root),
            DiffIds = Texts(rootfs, "diff_ids"),
        };
    }

    private static bool Has(JsonElement parent, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value) && value.ValueKind == kind;
    }

    private static string Text(JsonElement parent, string name) =>
        Has(parent, name, JsonValueKind.String, out var value) ? value.GetString()! : "";

    private static List<string> Texts(JsonElement parent, string name) => Has(parent, name, JsonValueKind.Array, out var value)
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    private static List<string> Keys(JsonElement parent, string name) => Has(parent, name, JsonValueKind.Object, out var value)
        ? [.. value.EnumerateObject().Select(item => item.Name)]
        : [];

    private static Dictionary<string, string> Pairs(JsonElement parent, string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Has(parent, name, JsonValueKind.Object, out var value))
        {
            foreach (var item in value.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.String))
            {
                pairs[item.Name] = item.Value.GetString()!;
            }
        }

        return pairs;
    }

    private static List<(string, bool)> Steps(JsonElement root) => Has(root, "history", JsonValueKind.Array, out var value)
        ? [.. value.EnumerateArray().Select(item => (Text(item, "created_by"), !Has(item, "empty_layer", JsonValueKind.True, out _)))]
        : [];
}
