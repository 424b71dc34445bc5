using System.Text;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;

namespace Dockerlint.Cli;

/// <summary>A Compose or Bake file that is named on the command line: it stands for the Dockerfiles it builds.</summary>
internal static class BuildFile
{
    /// <summary>Whether a file is one, by its name.</summary>
    internal static bool IsOne(string path) => IsCompose(Path.GetFileName(path)) || IsBake(Path.GetFileName(path));

    /// <summary>The Dockerfiles, each once with all its builds, and what stands in the way.</summary>
    internal static IEnumerable<FoundFile> Open(string path)
    {
        if (path.EndsWith(".hcl", StringComparison.OrdinalIgnoreCase))
        {
            return [new FoundFile(path, $"cannot read {path}: Bake files are read as JSON only, which `docker buildx bake --print` writes")];
        }

        if (InputFile.TryRead(path, out var bytes) is { } problem)
        {
            return [new FoundFile(path, $"cannot read {path}: {problem}")];
        }

        var errors = new List<ConfigError>();
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var isBake = IsBake(Path.GetFileName(path));
        var sources = Sources(Path.GetDirectoryName(path) ?? "", isBake);
        var targets = isBake ? BakeReader.Read(text, path, errors, sources) : ComposeReader.Read(text, path, errors, sources);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => new FoundFile(path, error.ToString()))];
        }

        var files = new List<FoundFile>();
        foreach (var target in targets)
        {
            Add(files, Resolve(path, target, isBake));
        }

        return files.Count > 0 ? files : [new FoundFile(path, $"{path} builds nothing") { IsNotice = true }];
    }

    private static void Add(List<FoundFile> files, FoundFile file)
    {
        var same = file.Problem is null && file.Inline is null ? files.FindIndex(other => other.Path == file.Path && other.Problem is null) : -1;
        if (same < 0)
        {
            files.Add(file);
        }
        else
        {
            files[same] = files[same] with { Builds = [.. files[same].Builds!, .. file.Builds!] };
        }
    }

    private static FoundFile Resolve(string path, BuildTarget target, bool isBake)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        if (target.InlineDockerfile is not null)
        {
            return new FoundFile($"{path}#{target.Name}") { Inline = target.InlineDockerfile, Builds = [new KnownBuild(target, ContextFolder(folder, target))] };
        }

        if (target.IsRemote)
        {
            return new FoundFile(path, $"{path}: {target.Name} builds {target.Context}, which is not on this machine and not linted") { IsNotice = true };
        }

        if (target.IsUnresolved)
        {
            return new FoundFile(path, $"{path}: what {target.Name} builds depends on a variable that is not set ({target.Context}/{target.Dockerfile}), and is not linted") { IsNotice = true };
        }

        // Bake starts from the folder that it runs in, which mostly is that of its file.
        var file = Normalize(Path.Combine(folder, target.Context, target.Dockerfile!));
        if (!File.Exists(file) && isBake && Normalize(Path.Combine(target.Context, target.Dockerfile!)) is var other && File.Exists(other))
        {
            (file, folder) = (other, "");
        }

        return File.Exists(file)
            ? new FoundFile(file) { Builds = [new KnownBuild(target, ContextFolder(folder, target))] }
            : new FoundFile(path, $"{path}: {target.Name} builds {file}, and there is no such file");
    }

    // Compose reads the file .env beside its own; what the environment says is stronger.
    private static BuildFileSources Sources(string folder, bool isBake)
    {
        var file = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = !isBake && InputFile.TryRead(Path.Combine(folder, ".env"), out var bytes) is null ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
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

        return new BuildFileSources(
            name => Environment.GetEnvironmentVariable(name) ?? file.GetValueOrDefault(name),
            other => InputFile.TryRead(other, out var content) is null ? Encoding.UTF8.GetString(content).TrimStart('\uFEFF') : null);
    }

    private static string? ContextFolder(string folder, BuildTarget target) =>
        !target.IsRemote && Normalize(Path.Combine(folder, target.Context)) is var context && Directory.Exists(context) ? context : null;

    // a/./b/../c is a/c; what leads out of the current folder stays as it is told.
    private static string Normalize(string path)
    {
        if (Path.IsPathRooted(path))
        {
            return Path.GetFullPath(path);
        }

        return Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static bool IsCompose(string name) => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)
        ? name.StartsWith("docker-compose", StringComparison.Ordinal) || name.StartsWith("compose.", StringComparison.Ordinal)
        : false;

    private static bool IsBake(string name) => name.EndsWith(".hcl", StringComparison.OrdinalIgnoreCase)
        || (name.EndsWith(".json", StringComparison.Ordinal) && name.Contains("bake", StringComparison.Ordinal));
}
