using System.Text;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;

namespace Dockerlint.Workspace;

/// <summary>A Compose or Bake file that is named on the command line: it stands for the Dockerfiles it builds.</summary>
public static class BuildFile
{
    /// <summary>Whether a file is one, by its name.</summary>
    public static bool IsOne(string path) => IsCompose(Path.GetFileName(path)) || IsBake(Path.GetFileName(path));

    /// <summary>The Dockerfiles, each once with all its builds, and what stands in the way.</summary>
    public static IEnumerable<FoundFile> Open(string path)
    {
        if (path.EndsWith(".hcl", StringComparison.OrdinalIgnoreCase))
        {
            return [new FoundFile(
                path, $"cannot read {path}: Bake files are read as JSON only, which `docker buildx bake --print` writes")];
        }

        if (InputFile.TryRead(path, ReadLimit.BuildFile, out var bytes) is { } problem)
        {
            return [new FoundFile(path, $"cannot read {path}: {problem}")];
        }

        return Open(path, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
    }

    /// <summary>The same of a text that stands for the file, as an editor has it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    public static IEnumerable<FoundFile> Open(string path, string text)
    {
        var errors = new List<ConfigError>();
        var isBake = IsBake(Path.GetFileName(path));
        var tree = SourceTree.Around(path);
        var refused = new List<FoundFile>();
        var sources = Sources(path, tree, isBake, refused);
        var targets = isBake ? BakeReader.Read(text, path, errors, sources) : ComposeReader.Read(text, path, errors, sources);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => new FoundFile(path, error.ToString()))];
        }

        var files = new List<FoundFile>(refused.DistinctBy(file => file.Problem));
        foreach (var target in targets)
        {
            Add(files, Resolve(path, target, isBake, tree));
        }

        return files.Count > 0 ? files : [new FoundFile(path, $"{path} builds nothing") { IsNotice = true }];
    }

    private static void Add(List<FoundFile> files, FoundFile file)
    {
        var same = file.Problem is null && file.Inline is null ? files.FindIndex(other => other.Path == file.Path && other.Problem is null)
            : -1;
        if (same < 0)
        {
            files.Add(file);
        }
        else
        {
            files[same] = files[same] with { Builds = [.. files[same].Builds!, .. file.Builds!] };
        }
    }

    private static FoundFile Resolve(string path, BuildTarget target, bool isBake, SourceTree tree)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        if (target.IsRemote && target.InlineDockerfile is null)
        {
            return new FoundFile(path, $"{path}: {target.Name} builds {target.WrittenContext}, which is not on this machine and not "
                + "linted")
            { IsNotice = true };
        }

        if (target.IsUnresolved && target.InlineDockerfile is null)
        {
            return new FoundFile(path, $"{path}: what {target.Name} builds depends on a variable that is not set "
                + $"({target.WrittenPlace ?? $"{target.Context}/{target.Dockerfile}"}), and is not linted")
            { IsNotice = true };
        }

        // Bake starts from the folder that it runs in, which mostly is that of its file.
        var file = Normalize(Path.Combine(folder, target.Context, target.Dockerfile ?? ""));
        if (!DiskPath.Exists(file) && isBake && Normalize(Path.Combine(target.Context, target.Dockerfile ?? "")) is var other
            && DiskPath.Exists(other))
        {
            (file, folder) = (other, "");
        }

        // Nothing is told of what lies elsewhere, not even whether it is there.
        var context = target.IsRemote || target.IsUnresolved ? null : Normalize(Path.Combine(folder, target.Context));
        if ((context is null ? null : tree.Refuse(context)) is { } outside)
        {
            return new FoundFile(path, $"{path}: {target.Name} builds the context {target.WrittenContext}: {outside}");
        }

        var builds = (KnownBuild[])[new KnownBuild(target, context is not null && DiskPath.IsFolder(context) ? context : null)];
        if (target.InlineDockerfile is not null)
        {
            return new FoundFile($"{path}#{target.Name}") { Inline = target.InlineDockerfile, Builds = builds };
        }

        var shown = target.WrittenPlace ?? file;
        return tree.Refuse(file) is { } reason ? new FoundFile(path, $"{path}: {target.Name} builds {shown}: {reason}")
            : DiskPath.Exists(file) ? new FoundFile(file) { Builds = builds }
            : new FoundFile(path, $"{path}: {target.Name} builds {shown}, and there is no such file");
    }

    // Compose reads the file .env beside its own; what the environment says is stronger.
    private static BuildFileSources Sources(string path, SourceTree tree, bool isBake, List<FoundFile> refused)
    {
        string? Read(string other)
        {
            byte[] bytes = [];
            var problem = tree.Refuse(other) ?? RegularFile.TryRead(other, ReadLimit.BuildFile, out bytes);
            if (problem is not null && DiskPath.Exists(other))
            {
                refused.Add(new FoundFile(path, $"{path}: cannot read {other}: {problem}"));
            }

            return problem is null ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : null;
        }

        var file = new Dictionary<string, string>(StringComparer.Ordinal);
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", ".env");
        var lines = !isBake && DiskPath.Kind(beside) is not (DiskKind.None or DiskKind.Folder) ? Read(beside)?.Split('\n') ?? [] : [];
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                var value = line[(equals + 1)..].Trim();
                var isQuoted = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
                file[line[..equals].Trim()] = isQuoted ? value[1..^1] : value;
            }
        }

        string? Variable(string name) => Environment.GetEnvironmentVariable(name) ?? file.GetValueOrDefault(name);
        return new BuildFileSources(Variable, Read) { IsPrivate = name => Variable(name) is not null };
    }

    // a/./b/../c is a/c; what leads out of the current folder stays as it is told.
    private static string Normalize(string path)
    {
        if (Path.IsPathRooted(path))
        {
            return DiskPath.Full(path);
        }

        return DiskPath.Relative(".", path).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static bool IsCompose(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)
        ? name.StartsWith("docker-compose", StringComparison.Ordinal) || name.StartsWith("compose.", StringComparison.Ordinal)
        : false;

    private static bool IsBake(string name) => name.EndsWith(".hcl", StringComparison.OrdinalIgnoreCase)
        || (name.EndsWith(".json", StringComparison.Ordinal) && name.Contains("bake", StringComparison.Ordinal));
}
