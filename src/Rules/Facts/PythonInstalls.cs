using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>pip, uv, Poetry and Pipenv.</summary>
internal static class PythonInstalls
{
    private static readonly string[] s_pipWithValue =
    [
        "-c", "--constraint", "-e", "--editable", "-t", "--target", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--trusted-host", "--prefix", "--root",
        "--progress-bar", "--timeout", "--retries", "--proxy", "--cache-dir", "--platform", "--python-version", "--src", "--no-binary", "--only-binary", "-r", "--requirement",
        "--python", "--index", "--default-index", "--index-strategy", "--link-mode", "--upgrade-strategy", "--use-feature", "--group", "--extra",
    ];

    internal static DependencyInstall? Pip(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, s_pipWithValue);
        if (arguments.Action != "install")
        {
            return null;
        }

        var manifests = new List<string>();
        foreach (var (name, value) in arguments.Options)
        {
            var file = name is "-r" or "--requirement" or "-c" or "--constraint" ? value : name is ['-', 'r' or 'c', ..] && name.Length > 2 ? name[2..] : "";
            if (file is null)
            {
                return null;
            }

            if (file.Length > 0 && !file.Contains("://", StringComparison.Ordinal))
            {
                manifests.Add(file);
            }
        }

        // A constraint alone installs nothing; a project of its own needs its sources.
        var isProject = arguments.Has("-e", "--editable") || arguments.Operands.Skip(1).Any(IsLocal);
        return arguments.Options.Any(option => option.Name is "-r" or "--requirement" || option.Name.StartsWith("-r", StringComparison.Ordinal)) && manifests.Count > 0
            ? new DependencyInstall("pip", use, [.. manifests.Distinct(StringComparer.Ordinal)]) { NeedsSources = isProject }
            : null;
    }

    internal static DependencyInstall? Uv(CommandUse use, IReadOnlyList<string?> words)
    {
        if (words is ["pip", ..])
        {
            return Pip(use, [.. words.Skip(1)]);
        }

        var arguments = PlainArguments.Read(words, "--directory", "--project", "--group", "--extra", "--package", "--python", "-p");
        if (arguments.Action != "sync" || arguments.Has("--project", "--package", "--all-packages"))
        {
            return null;
        }

        var isLocked = arguments.Has("--frozen", "--locked");
        return Early(use, arguments, "uv", "--no-install-project", "pyproject.toml", isLocked ? "uv.lock" : "uv.lock*") with { Folder = arguments.Value("--directory") };
    }

    internal static DependencyInstall? Poetry(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "-C", "--directory", "--with", "--without", "--only", "-E", "--extras");
        return arguments.Action is not ("install" or "sync") || arguments.Has("--only-root") ? null
            : Early(use, arguments, "Poetry", "--no-root", "pyproject.toml", "poetry.lock*") with { Folder = arguments.Value("-C", "--directory") };
    }

    internal static DependencyInstall? Pipenv(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "--python", "-r", "--requirements", "--categories");
        return arguments.Operands is ["install" or "sync"] && !arguments.Has("-r", "--requirements", "-e")
            ? new DependencyInstall("Pipenv", use, "Pipfile", "Pipfile.lock*")
            : null;
    }

    // The project itself is installed too, unless a flag says no: then the command must run again behind the sources.
    private static DependencyInstall Early(CommandUse use, PlainArguments arguments, string ecosystem, string flag, params IReadOnlyList<string> manifests)
    {
        var text = InstallReader.Text(use);
        var isComplete = arguments.Has(flag);
        return new DependencyInstall(ecosystem, use, manifests)
        {
            EarlyCommand = isComplete || text is null ? null : $"{text} {flag}",
            NeedsSources = !isComplete && text is null,
        };
    }

    private static bool IsLocal(string? operand) =>
        operand is null || operand.StartsWith('.') || operand.StartsWith('/') || operand.EndsWith(".whl", StringComparison.Ordinal) || operand.Contains(".[", StringComparison.Ordinal);
}
