using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>
/// Reads configuration files: the nearest one of each folder, and what it extends. Each file is read once; nothing is read, and no
/// YAML code loaded, where there is no file. May be used from several threads.
/// </summary>
/// <param name="explicitPath">The file that the user names; null to look for one.</param>
/// <param name="others">The rules of other commands than lint, which a configuration may speak of, too; asked for when a file is
/// read.</param>
public sealed class ConfigLoader(string? explicitPath, Func<IEnumerable<RuleInfo>> others)
{
    // A chain of files longer than that is a mistake.
    private const int LongestChain = 20;
    private const int MostFiles = 100;

    private readonly ConcurrentDictionary<string, LoadedConfig> _byFolder = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LoadedConfig> _byFile = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadFileResult> _layers = new(StringComparer.Ordinal);

    /// <summary>The configuration for a file to lint.</summary>
    /// <param name="path">The path of the file as given; <c>-</c> counts as lying in the current folder.</param>
    public LoadedConfig For(string path)
    {
        if (explicitPath is not null)
        {
            return _byFile.GetOrAdd(explicitPath, Load);
        }

        var folder = path == "-" ? DiskPath.CurrentFolder : Path.GetDirectoryName(DiskPath.Full(path)) ?? "/";
        return _byFolder.GetOrAdd(folder, found => ConfigFiles.Find(found) is { } file ? _byFile.GetOrAdd(file, Load) : LoadedConfig.None);
    }

    private LoadedConfig Load(string file)
    {
        var layers = new List<ConfigLayer>();
        var errors = new List<ConfigError>();
        var tree = SourceTree.Around(file);

        // A file that was found belongs to its tree; one that the user named, or that is the user's own, may be a link to anywhere.
        var isFree = file == explicitPath || ConfigFiles.IsOfUser(file);
        if ((isFree ? null : tree.Refuse(file)) is { } outside)
        {
            errors.Add(new ConfigError(file, 0, 0, $"cannot be read: {outside}"));
            return new LoadedConfig(file, layers, errors);
        }

        Gather(file, new Reading(Path.GetDirectoryName(DiskPath.Full(file))!, tree, layers, errors));
        return new LoadedConfig(file, layers, errors);
    }

    // Weakest first: what a file extends stands before it, and each file once, where it is weakest, however many extend it. Patterns of
    // all of them start from the folder of the file that was found, so that a shared file speaks of the projects that use it.
    private void Gather(string file, Reading reading)
    {
        if (_layers.GetOrAdd(DiskPath.Full(file), _ => ReadFile(file)) is not { Layer: { } layer } read)
        {
            reading.Errors.AddRange(_layers[DiskPath.Full(file)].Errors);
            return;
        }

        var identity = DiskPath.Real(file) ?? DiskPath.Full(file);
        reading.Errors.AddRange(read.Errors);
        reading.Seen.Add(identity);
        reading.Open.Add((identity, file));
        foreach (var parent in layer.Extends)
        {
            var problem = parent.Value.Contains('\0', StringComparison.Ordinal) ? "is no path" : null;
            var path = problem is null ? Path.GetFullPath(parent.Value, Path.GetDirectoryName(DiskPath.Full(file))!) : parent.Value;
            var real = DiskPath.Real(path) ?? path;
            var from = reading.Open.FindIndex(open => open.Identity == real);
            problem ??= reading.Tree.Refuse(path) is { } outside ? $"extends {parent.Value}: {outside}"
                : from >= 0 ? $"extends {parent.Value}, which extends this file again{reading.Chain(from)}"
                : reading.Open.Count >= LongestChain ? $"extends {parent.Value}, more than {LongestChain} files deep"
                : reading.Seen.Count >= MostFiles ? $"extends {parent.Value}, more than {MostFiles} files in all"
                : null;
            if (problem is null && reading.Seen.Contains(real))
            {
                continue;
            }

            if (problem is null && _layers.GetOrAdd(path, _ => ReadFile(path)).Unreadable is { } unreadable)
            {
                problem = $"extends a file that cannot be read: {unreadable}";
            }

            if (problem is not null)
            {
                reading.Errors.Add(new ConfigError(file, parent.Origin.Line, parent.Origin.Column, problem));
                continue;
            }

            Gather(path, reading);
        }

        reading.Open.RemoveAt(reading.Open.Count - 1);
        reading.Layers.Add(layer with { Folder = reading.Folder });
    }

    private ReadFileResult ReadFile(string file)
    {
        // Only what the user names may be a stream.
        var problem = file == explicitPath ? InputFile.TryRead(file, ReadLimit.Configuration, out var bytes)
            : RegularFile.TryRead(file, ReadLimit.Configuration, out bytes);
        if (problem is not null)
        {
            return new ReadFileResult(null, [new ConfigError(file, 0, 0, $"cannot be read: {problem}")], problem);
        }

        var errors = new List<ConfigError>();
        return new ReadFileResult(Read(SourceText.FromBytes(bytes, file).Text.TrimStart('\uFEFF'), file, errors), errors, null);
    }

    private ConfigLayer Read(string text, string file, List<ConfigError> errors)
    {
        if (IsHadolint(text, file))
        {
            return HadolintConfigReader.Read(text, file, errors);
        }

        return ConfigReader.Read(text, file, [.. RuleCatalog.All.Select(rule => rule.Info), .. others()], errors);
    }

    /// <summary>What hadolint would pass over in a file of its own; nothing for one of ours or one that cannot be read.</summary>
    public static IReadOnlyList<ConfigError> PassedOver(string file)
    {
        if (RegularFile.TryRead(file, ReadLimit.Configuration, out var bytes) is not null)
        {
            return [];
        }

        var text = SourceText.FromBytes(bytes, file).Text.TrimStart('\uFEFF');
        return !IsHadolint(text, file) ? []
            : [.. HadolintConfigReader.UnknownKeys(text, file),
                .. HadolintConfigReader.UnknownCodes(text, file, [.. RuleCatalog.All.Select(rule => rule.Info)])];
    }

    private static bool IsHadolint(string text, string file) =>
        ConfigFiles.IsHadolintName(file) || (!IsOurName(file) && HadolintConfigReader.LooksLikeIt(text));

    private static bool IsOurName(string file) => Path.GetFileName(file).Contains("dockerlint", StringComparison.OrdinalIgnoreCase);

    // What one file says; null and why when it cannot be read.
    private sealed record ReadFileResult(ConfigLayer? Layer, IReadOnlyList<ConfigError> Errors, string? Unreadable);

    private sealed record Reading(string Folder, SourceTree Tree, List<ConfigLayer> Layers, List<ConfigError> Errors)
    {
        internal HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        internal List<(string Identity, string File)> Open { get; } = [];

        // What leads from a file that is being read back to it; a file that extends itself needs no words.
        internal string Chain(int from) => from == Open.Count - 1 ? ""
            : $": {string.Join(" -> ", Open.Skip(from).Append(Open[from]).Select(open => Path.GetFileName(open.File)))}";
    }
}
