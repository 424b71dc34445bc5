using System.Collections.Concurrent;
using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>
/// The style of each file: what the configuration says, over what <c>.editorconfig</c> files say. May be used from several threads.
/// </summary>
public sealed class FormatStyles
{
    private readonly ConcurrentDictionary<string, EditorConfigFile?> _files = new(StringComparer.Ordinal);

    /// <summary>The style of a file; null when its configuration is broken.</summary>
    public FormatStyle? For(string path, LoadedConfig config)
    {
        if (config.Errors.Count > 0)
        {
            return null;
        }

        var resolved = ConfigResolver.Resolve(config.Layers, static _ => [], (layer, item) => ConfigPaths.Applies(layer, item, path));
        return For(path, resolved);
    }

    /// <summary>The style of a file under a configuration.</summary>
    public FormatStyle For(string path, ResolvedConfig config) => config.FormatStyleOver(FromEditorConfig(path));

    // The files of the folders above, the nearest last: it is the strongest.
    private FormatStyle FromEditorConfig(string path)
    {
        var full = DiskPath.Full(path == "-" ? "Dockerfile" : path);
        var found = new Stack<(EditorConfigFile File, string Folder)>();
        for (var folder = Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (_files.GetOrAdd(folder, Read) is { } file)
            {
                found.Push((file, folder));
                if (file.IsRoot)
                {
                    break;
                }
            }
        }

        var style = FormatStyle.Default;
        while (found.TryPop(out var next))
        {
            style = next.File.Apply(style, DiskPath.Relative(next.Folder, full).Replace('\\', '/'));
        }

        return style;
    }

    private static EditorConfigFile? Read(string folder)
    {
        var path = Path.Combine(folder, ".editorconfig");
        return DiskPath.IsFile(path) && RegularFile.TryRead(path, ReadLimit.Configuration, out var bytes) is null
            ? EditorConfigFile.Parse(SourceText.FromBytes(bytes, path).Text) : null;
    }
}
