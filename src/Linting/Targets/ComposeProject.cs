using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>A Compose file with the files that it includes and extends.</summary>
internal sealed class ComposeProject(string path, BuildFileSources sources, ICollection<ConfigError> errors)
{
    // A chain of files or services longer than that is a mistake.
    private const int LongestChain = 30;

    // So are that many files; there are many ways to write the path of one.
    private const int MostFiles = 300;

    private readonly Dictionary<string, ConfigMapping?> _files = new(StringComparer.Ordinal);
    private readonly HashSet<(string File, string Folder)> _included = [];

    /// <summary>The builds of all services.</summary>
    internal IEnumerable<(string Service, ComposeBuild Build)> Builds(string text)
    {
        var root = ConfigYaml.Read(text, path, errors, mayHaveMore: true) as ConfigMapping;
        _files[path] = root;
        return Builds(path, root, "", 0).DistinctBy(build => build.Service);
    }

    private IEnumerable<(string Service, ComposeBuild Build)> Builds(string file, ConfigMapping? root, string folder, int depth)
    {
        foreach (var (name, node) in (root?.Find("services") as ConfigMapping)?.Entries ?? [])
        {
            if (node is ConfigMapping service && Build(file, name.Text, service, depth) is { } build)
            {
                yield return (name.Text, build.Below(folder));
            }
        }

        foreach (var item in (root?.Find("include") as ConfigSequence)?.Items ?? [])
        {
            foreach (var included in Included(item).Where(_ => depth < LongestChain))
            {
                // What was included once is there, and files that include each other more than once are many ways and not many builds.
                if (Open(file, included) is { } other && Folder(file, other, folder) is var below && _included.Add((other, below)))
                {
                    foreach (var build in Builds(other, _files[other], below, depth + 1))
                    {
                        yield return build;
                    }
                }
            }
        }
    }

    // The build of a service over the one that it extends; null when neither builds anything.
    private ComposeBuild? Build(string file, string name, ConfigMapping service, int depth)
    {
        ComposeBuild? own = null;
        if (service.Find("build") is { } node && (own = ComposeBuild.From(node)) is null)
        {
            errors.Add(new ConfigError(file, node.Line, node.Column, $"build of {name} is a path or a mapping, not {node.Kind}"));
        }

        var extended = Extended(file, service, depth);
        return own is null ? extended : extended is null ? own : own.Over(extended);
    }

    private ComposeBuild? Extended(string file, ConfigMapping service, int depth)
    {
        var node = service.Find("extends");
        var name = (node as ConfigScalar ?? (node as ConfigMapping)?.Find("service") as ConfigScalar)?.Text;
        var named = ((node as ConfigMapping)?.Find("file") as ConfigScalar)?.Text;
        if (name is null || depth >= LongestChain)
        {
            return null;
        }

        var other = named is null ? file : Open(file, named);
        return other is not null && (_files[other]?.Find("services") as ConfigMapping)?.Find(name) is ConfigMapping parent
            ? Build(other, name, parent, depth + 1)?.Below(Folder(file, other, ""))
            : null;
    }

    private static IEnumerable<string> Included(ConfigNode item) => item switch
    {
        ConfigScalar { IsNull: false } scalar => [scalar.Text],
        ConfigMapping mapping when mapping.Find("path") is { } paths => Included(paths),
        ConfigSequence list => list.Items.OfType<ConfigScalar>().Select(scalar => scalar.Text),
        _ => [],
    };

    // What cannot be read is passed over: it may be made before the build.
    private string? Open(string file, string name)
    {
        if (ComposeVariables.Expand(name, sources.Variable) is not { } expanded)
        {
            return null;
        }

        var folder = FolderOf(file);
        var other = expanded.StartsWith('/') || folder.Length == 0 ? expanded : $"{folder}/{expanded}";
        if (!_files.ContainsKey(other))
        {
            if (_files.Count >= MostFiles || sources.Read(other) is not { } text)
            {
                return null;
            }

            _files[other] = ConfigYaml.Read(text, other, errors, mayHaveMore: true) as ConfigMapping;
        }

        return other;
    }

    // The folder of another file as seen from that of this one, below what leads here.
    private static string Folder(string file, string other, string above)
    {
        var (from, to) = (FolderOf(file), FolderOf(other));
        var relative = to == from ? "" : from.Length == 0 || to.StartsWith('/') ? to : to.StartsWith(from + "/", StringComparison.Ordinal)
            ? to[(from.Length + 1)..] : to;
        return above.Length == 0 || relative.StartsWith('/') ? relative : relative.Length == 0 ? above : $"{above}/{relative}";
    }

    private static string FolderOf(string file) => file.LastIndexOf('/') is var slash && slash < 0 ? "" : file[..slash];
}
