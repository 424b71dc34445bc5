using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Recognises commands that install the dependencies of a project, one method a family of tools.</summary>
internal static class InstallReader
{
    private const int MostFiles = 8;

    /// <summary>The installation that a command is, or null.</summary>
    internal static DependencyInstall? Read(CommandUse use)
    {
        var name = use.Command.Name;
        if (name is null)
        {
            return null;
        }

        name = name[(name.LastIndexOf('/') + 1)..];
        IReadOnlyList<string?> words = use.Arguments;
        if ((name.StartsWith("python", StringComparison.Ordinal) || name is "py" or "php") && words is [.., _])
        {
            // python -m pip, php composer.phar
            var skipped = words[0] == "-m" ? 1 : 0;
            if (words.Count <= skipped || words[skipped] is not { } module || (skipped == 0 && name != "php"))
            {
                return null;
            }

            (name, words) = (module[(module.LastIndexOf('/') + 1)..], [.. words.Skip(skipped + 1)]);
        }

        return name switch
        {
            "uv" => PythonInstalls.Uv(use, words),
            "poetry" => PythonInstalls.Poetry(use, words),
            "pipenv" => PythonInstalls.Pipenv(use, words),
            _ when name.StartsWith("pip", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExcept("0123456789.") < 0 => PythonInstalls.Pip(use, words),
            "npm" or "yarn" or "pnpm" or "bun" => NodeInstalls.Read(use, name, words),
            "bundle" or "bundler" => Bundler(use, words),
            "composer" or "composer.phar" => Composer(use, words),
            "xargs" or "apt-get" or "apt" or "apk" => PackageList(use, name),
            "mix" => words.Contains("deps.get") ? new DependencyInstall("Mix", use, "mix.exs", "mix.lock*") : null,
            "dart" or "flutter" or "pub" => Pub(use, name, words),
            "go" => CompilerInstalls.Go(use, words),
            "cargo" => CompilerInstalls.Cargo(use, words),
            "mvn" or "mvnw" => CompilerInstalls.Maven(use, words),
            "gradle" or "gradlew" => CompilerInstalls.Gradle(use, words),
            "dotnet" => CompilerInstalls.Dotnet(use, words),
            _ => null,
        };
    }

    /// <summary>The command as it is written, when that is known exactly and fits a line of its own.</summary>
    internal static string? Text(CommandUse use) => use.Text.IsExact(use.Command.Span) && !use.Text.Text.AsSpan(use.Command.Span.Start, use.Command.Span.Length).Contains('\n')
        ? use.Text.Text.Substring(use.Command.Span.Start, use.Command.Span.Length)
        : null;

    private static DependencyInstall? Bundler(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "--jobs", "-j", "--retry", "--path", "--without", "--with");
        return arguments.Operands.Count == 0 || arguments.Action == "install" ? new DependencyInstall("Bundler", use, "Gemfile", "Gemfile.lock*") : null;
    }

    private static DependencyInstall? Composer(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "-d", "--working-dir");
        if (arguments.Action is not ("install" or "i"))
        {
            return null;
        }

        // Scripts and the class map need the sources: the early command leaves them out, and the command itself still follows.
        string[] skips = [.. new[] { "--no-scripts", "--no-autoloader" }.Where(flag => !arguments.Has(flag))];
        return new DependencyInstall("Composer", use, "composer.json", "composer.lock*")
        {
            Folder = arguments.Value("-d", "--working-dir"),
            EarlyCommand = skips.Length == 0 ? null : Text(use) is { } text ? string.Join(' ', [text, .. skips]) : null,
            NeedsSources = skips.Length > 0 && Text(use) is null,
        };
    }

    // System packages named in a file: xargs apt-get install < packages.txt, apt-get install $(cat packages.txt).
    private static DependencyInstall? PackageList(CommandUse use, string name)
    {
        var words = use.Arguments;
        var manager = name == "xargs" ? words.FirstOrDefault(word => word is "apt-get" or "apt" or "apk") : name;
        if (manager is null || !words.Any(word => word == (manager == "apk" ? "add" : "install")))
        {
            return null;
        }

        // A substitution is part of the command; what xargs reads comes from anywhere in the script, and of many files nobody knows which.
        var cats = name == "xargs" ? use.Script.Commands.Where(other => other.Command.Name == "cat").Take(MostFiles + 1).ToList()
            : use.Command.SimpleCommands().Where(other => other.Name == "cat" && other.Words.Length > 0).Select(other => new CommandUse(use.Script, other));
        if (cats is List<CommandUse> { Count: > MostFiles })
        {
            return null;
        }

        var files = cats.SelectMany(other => other.Arguments)
            .Concat(use.Command.Redirects.Where(redirect => redirect.Operator.Text == "<").Select(redirect => use.Script.Resolve(redirect.Target))).ToList();
        return files.Count > 0 && files.TrueForAll(file => file is not null && !file.StartsWith('-')) ? new DependencyInstall($"{manager} list", use, [.. files.OfType<string>()]) : null;
    }

    private static DependencyInstall? Pub(CommandUse use, string name, IReadOnlyList<string?> words) =>
        (name == "pub" && words is ["get", ..]) || words is ["pub", "get", ..] ? new DependencyInstall("Pub", use, "pubspec.yaml", "pubspec.lock*") : null;
}
