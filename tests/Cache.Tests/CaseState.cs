using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Tests;

/// <summary>The state of a case in memory, changed by the operations of its mutations.</summary>
internal sealed class CaseState
{
    private readonly SortedDictionary<string, ContextEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly bool _isTar;
    private readonly ImageStore _store;
    private ImmutableArray<string> _extra = [];
    private readonly Builder _builder;
    private readonly string _name;
    private string _dockerfile;
    private string? _target;
    private ImmutableDictionary<string, string> _arguments;
    private ImmutableArray<string> _flags;
    private ImmutableDictionary<string, string> _images;

    internal CaseState(MeasuredCase measured)
    {
        var json = measured.Json;
        _builder = measured.Builder == "classic" ? Builder.Classic : Builder.BuildKit;
        // What has no store was measured on a BuildKit of its own where it counts.
        _store = MeasuredCase.Text(json, "store") == "graphdriver" ? ImageStore.GraphDriver : ImageStore.Containerd;
        _isTar = MeasuredCase.Text(json, "transport") == "tar";
        _name = MeasuredCase.Text(json, "dockerfileName") ?? "Dockerfile";
        _dockerfile = MeasuredCase.Text(json, "dockerfile")!;
        _target = MeasuredCase.Text(json, "target");
        _arguments = Pairs(json.GetProperty("buildArgs"));
        _flags = json.TryGetProperty("flags", out var flags) ? Words(flags) : [];
        _images = json.TryGetProperty("images", out var images) ? Pairs(images)
            : ImmutableDictionary<string, string>.Empty.Add("base:1", "plain").Add("base:2", "other");
        if (json.GetProperty("files") is { ValueKind: JsonValueKind.Object } files)
        {
            foreach (var file in files.EnumerateObject())
            {
                Put(file.Name, file.Value);
            }
        }

        PutDockerfile();
    }

    internal void Apply(JsonElement operation)
    {
        var path = MeasuredCase.Text(operation, "path") ?? "";
        switch (MeasuredCase.Text(operation, "op"))
        {
            case "write" or "add":
                Put(path, operation);
                break;
            case "chmod":
                _entries[path] = _entries[path] with { Mode = Convert.ToInt32(MeasuredCase.Text(operation, "mode"), 8) };
                break;
            case "chown":
                _entries[path] = Owned(_entries[path], operation);
                break;
            case "rename":
                Rename(path, MeasuredCase.Text(operation, "to")!);
                break;
            case "delete":
                Delete(path);
                break;
            case "mkdir":
                Parents(path);
                _entries[path] = new ContextEntry(path, ContextEntryKind.Directory) { Mode = 0x1ED };
                break;
            case "symlink":
                _entries[path] =
                    new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = MeasuredCase.Text(operation, "target") };
                break;
            case "dockerfile":
                _dockerfile = MeasuredCase.Text(operation, "content")!;
                PutDockerfile();
                break;
            case "buildArgs":
                _arguments = Pairs(operation.GetProperty("value"));
                break;
            case "target":
                _target = MeasuredCase.Text(operation, "value");
                break;
            case "image":
                _images = _images.SetItem(MeasuredCase.Text(operation, "ref")!, MeasuredCase.Text(operation, "variant")!);
                break;
            case "env":
                _arguments = _arguments.SetItems(Pairs(operation.GetProperty("value")));
                break;
            case "flags":
                _flags = Words(operation.GetProperty("value"));
                break;
        }
    }

    /// <summary>What one build of a history changes, and the flags of that build alone.</summary>
    internal void Prepare(JsonElement build)
    {
        if (build.TryGetProperty("ops", out var operations))
        {
            foreach (var operation in operations.EnumerateArray())
            {
                Apply(operation);
            }
        }

        _extra = build.TryGetProperty("extra", out var extra) ? Words(extra) : [];
    }

    internal BuildState State()
    {
        var name = _builder == Builder.BuildKit && _texts.ContainsKey(_name + ".dockerignore") ? _name + ".dockerignore" : ".dockerignore";
        var rules = !_isTar && _texts.TryGetValue(name, out var ignore) ? IgnoreRules.Parse(ignore, _builder) : IgnoreRules.None;
        return new BuildState(DockerfileParser.Parse(_dockerfile), ContextManifest.Create(_entries.Values, rules), Settings())
        {
            Images = _images.ToImmutableDictionary(pair => pair.Key, pair => CaseImages.Find(pair.Value))
                .Add("127.0.0.1:5000/mbase:1", CaseImages.Find("plain")) // with the same layers on each platform
                .Add("127.0.0.1:5000/mbase2:1", CaseImages.Find("plain") with { Layers = null, Digest = "sha256:index" }),
        };
    }

    private BuildSettings Settings()
    {
        var settings = new BuildSettings
        {
            Builder = _builder,
            Target = string.IsNullOrEmpty(_target) ? null : _target,
            BuildArguments = _arguments,
            IsUpload = !_isTar,
            Tags = ["cachelab-case"],
            Store = _store,
        };
        ImmutableArray<string> all = [.. _flags, .. _extra];
        for (var i = 0; i < all.Length; i++)
        {
            var value = i + 1 < all.Length ? all[i + 1] : "";
            settings = all[i] switch
            {
                "--network" => settings with { Network = value },
                "--add-host" => settings with { ExtraHosts = settings.ExtraHosts.Add(value) },
                "--ulimit" => settings with { Ulimits = settings.Ulimits.Add(value) },
                "--shm-size" => settings with { SharedMemory = value },
                "--cache-from" => settings with { CacheFrom = settings.CacheFrom.Add(value) },
                "--platform" => settings with { Platform = value },
                "--no-cache" => settings with { NoCache = true },
                "--no-cache-filter" => settings with { NoCacheStages = [.. value.Split(',')] },
                "--cgroup-parent" => settings with { CgroupParent = value },
                "--build-arg" => settings with { BuildArguments = Passed(settings.BuildArguments, value) },
                _ => settings,
            };
        }

        return settings;
    }

    private static ImmutableDictionary<string, string> Passed(ImmutableDictionary<string, string> all, string pair) =>
        all.SetItem(pair.Split('=')[0], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private void PutDockerfile()
    {
        _texts[_name] = _dockerfile;
        _entries[_name] = File(_name, Encoding.UTF8.GetBytes(_dockerfile));
    }

    private static ContextEntry File(string path, byte[] bytes) =>
        new(path, ContextEntryKind.File) { Mode = 0x1A4, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };

    private void Put(string path, JsonElement spec)
    {
        Parents(path);
        if (MeasuredCase.Text(spec, "symlink") is { } target)
        {
            _entries[path] = new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = target };
            return;
        }

        if (MeasuredCase.Text(spec, "hardlink") is { } first)
        {
            _entries[path] = _entries[first] with { Path = path, HardLinkTo = first };
            return;
        }

        var isDirectory = spec.TryGetProperty("dir", out _);
        var text = spec.TryGetProperty("tar", out var tar)
            ? $"tar {tar.GetRawText()} {(spec.TryGetProperty("tarmtime", out var time) ? time.GetRawText() : "")}"
            : MeasuredCase.Text(spec, "content") ?? "";
        _texts[path] = text;
        var entry = isDirectory ? new ContextEntry(path, ContextEntryKind.Directory) { Mode = 0x1ED }
            : File(path, Encoding.UTF8.GetBytes(text));
        entry = MeasuredCase.Text(spec, "mode") is { } mode ? entry with { Mode = Convert.ToInt32(mode, 8) } : entry;
        _entries[path] = Owned(entry, spec);
    }

    // The docker command sends every file as root's; a tar keeps its owners.
    private ContextEntry Owned(ContextEntry entry, JsonElement spec) => !_isTar ? entry : entry with
    {
        UserId = spec.TryGetProperty("uid", out var user) ? user.GetInt32() : entry.UserId,
        GroupId = spec.TryGetProperty("gid", out var group) ? group.GetInt32() : entry.GroupId,
    };

    private void Parents(string path)
    {
        for (var above = ContextPath.Parent(path); above.Length > 0; above = ContextPath.Parent(above))
        {
            _entries.TryAdd(above, new ContextEntry(above, ContextEntryKind.Directory) { Mode = 0x1ED });
        }
    }

    private void Rename(string from, string to)
    {
        Parents(to);
        foreach (var path in _entries.Keys.Where(path => path == from || path.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
        {
            var moved = to + path[from.Length..];
            var entry = _entries[path] with { Path = moved };
            _entries.Remove(path);
            _entries[moved] = entry;
            if (_texts.Remove(path, out var text))
            {
                _texts[moved] = text;
            }
        }
    }

    private void Delete(string path)
    {
        foreach (var gone in _entries.Keys.Where(key => key == path || key.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
        {
            _entries.Remove(gone);
            _texts.Remove(gone);
        }
    }

    private static ImmutableDictionary<string, string> Pairs(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().ToImmutableDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "")
        : ImmutableDictionary<string, string>.Empty;

    private static ImmutableArray<string> Words(JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetString()!)];
}
