using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli.Config;

/// <summary>
/// Reads configuration files: the nearest one of each folder, and what it extends. Each file is read once; nothing is read, and no
/// YAML code loaded, where there is no file. May be used from several threads.
/// </summary>
/// <param name="explicitPath">The file that the command line names; null to look for one.</param>
internal sealed class ConfigLoader(string? explicitPath)
{
    // A chain of files longer than that is a mistake.
    private const int LongestChain = 20;

    private readonly ConcurrentDictionary<string, LoadedConfig> _byFolder = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LoadedConfig> _byFile = new(StringComparer.Ordinal);

    /// <summary>The configuration for a file to lint.</summary>
    /// <param name="path">The path of the file as given; <c>-</c> counts as lying in the current folder.</param>
    internal LoadedConfig For(string path)
    {
        if (explicitPath is not null)
        {
            return _byFile.GetOrAdd(explicitPath, Load);
        }

        var folder = path == "-" ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        return _byFolder.GetOrAdd(folder, found => ConfigFiles.Find(found) is { } file ? _byFile.GetOrAdd(file, Load) : LoadedConfig.None);
    }

    private static LoadedConfig Load(string file)
    {
        var layers = new List<ConfigLayer>();
        var errors = new List<ConfigError>();
        Gather(file, null, Path.GetDirectoryName(Path.GetFullPath(file))!, layers, errors, []);
        return new LoadedConfig(file, layers, errors);
    }

    // Weakest first: what a file extends stands before it. Patterns of all of them start from the folder of the file that was found,
    // so that a shared file speaks of the projects that use it.
    private static void Gather(string file, ConfigOrigin? asked, string folder, List<ConfigLayer> layers, List<ConfigError> errors, List<string> open)
    {
        if (InputFile.TryRead(file, out var bytes) is { } problem)
        {
            errors.Add(asked is null
                ? new ConfigError(file, 0, 0, $"cannot be read: {problem}")
                : new ConfigError(asked.Source, asked.Line, asked.Column, $"extends a file that cannot be read: {problem}"));
            return;
        }

        var text = SourceText.FromBytes(bytes, file).Text.TrimStart('\uFEFF');
        var layer = Read(text, file, errors) with { Folder = folder };
        open.Add(Path.GetFullPath(file));
        foreach (var parent in layer.Extends)
        {
            var path = Path.GetFullPath(parent.Value, Path.GetDirectoryName(Path.GetFullPath(file))!);
            if (open.Contains(path) || open.Count >= LongestChain)
            {
                errors.Add(new ConfigError(file, parent.Origin.Line, parent.Origin.Column, $"extends {parent.Value}, which extends this file again"));
                continue;
            }

            Gather(path, parent.Origin, folder, layers, errors, open);
        }

        open.RemoveAt(open.Count - 1);
        layers.Add(layer);
    }

    private static ConfigLayer Read(string text, string file, List<ConfigError> errors)
    {
        if (IsHadolint(text, file))
        {
            return HadolintConfigReader.Read(text, file, errors);
        }

        return ConfigReader.Read(text, file, [.. RuleCatalog.All.Select(rule => rule.Info), .. BudgetRules.All, .. VerificationRules.Create()], errors);
    }

    /// <summary>What hadolint would pass over in a file of its own; nothing for one of ours or one that cannot be read.</summary>
    internal static IReadOnlyList<ConfigError> PassedOver(string file)
    {
        if (InputFile.TryRead(file, out var bytes) is not null)
        {
            return [];
        }

        var text = SourceText.FromBytes(bytes, file).Text.TrimStart('\uFEFF');
        return IsHadolint(text, file) ? HadolintConfigReader.UnknownKeys(text, file) : [];
    }

    private static bool IsHadolint(string text, string file) => ConfigFiles.IsHadolintName(file) || (!IsOurName(file) && HadolintConfigReader.LooksLikeIt(text));

    private static bool IsOurName(string file) => Path.GetFileName(file).Contains("dockerlint", StringComparison.OrdinalIgnoreCase);
}
