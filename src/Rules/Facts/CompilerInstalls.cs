using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Go, Cargo, Maven, Gradle and .NET, where compiling fetches the dependencies too.</summary>
internal static class CompilerInstalls
{
    private static readonly string[] s_mavenGoals = ["package", "install", "verify", "compile", "deploy", "test"];

    private static readonly string[] s_gradleTasks =
        ["build", "assemble", "jar", "bootJar", "bootWar", "war", "shadowJar", "installDist", "distZip", "distTar", "nativeCompile", "installBootDist", "fatJar"];

    internal static DependencyInstall? Go(CommandUse use, IReadOnlyList<string?> words)
    {
        if (words is ["mod", "download", ..])
        {
            return words.Count == 2 || words is [_, _, "-x"] ? new DependencyInstall("Go", use, "go.mod", "go.sum*") : null;
        }

        // Tools at a version come from outside the module; vendored dependencies come with the sources.
        return words is ["build" or "install", ..] && !words.Any(word => word is null || word.Contains('@') || word is "-mod=vendor" or "-C" or "-modfile")
            ? new DependencyInstall("Go", use, "go.mod", "go.sum*") { EarlyCommand = "go mod download", IsImplied = true }
            : null;
    }

    internal static DependencyInstall? Cargo(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "--path", "--manifest-path", "--target", "--bin", "-p", "--package", "--features", "-F", "--profile", "--recipe-path", "--jobs", "-j");
        if (arguments.Has("--offline", "--frozen", "--manifest-path"))
        {
            return null;
        }

        // Cargo reads no manifest without a target: an empty library stands in for the sources.
        const string fetch = "mkdir -p src && touch src/lib.rs && cargo fetch && rm -r src";
        return arguments.Action switch
        {
            "chef" when arguments.Operands is [_, "cook", ..] => new DependencyInstall("Cargo", use, "recipe.json"),
            "fetch" => new DependencyInstall("Cargo", use, "Cargo.toml", "Cargo.lock*") { EarlyCommand = fetch },
            "build" or "b" => new DependencyInstall("Cargo", use, "Cargo.toml", "Cargo.lock*") { EarlyCommand = fetch, IsImplied = true },
            "install" when arguments.Value("--path") is "." or "./" => new DependencyInstall("Cargo", use, "Cargo.toml", "Cargo.lock*") { EarlyCommand = fetch, IsImplied = true },
            _ => null,
        };
    }

    internal static DependencyInstall? Maven(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "-P", "-s", "--settings", "-T", "-l", "-pl", "-f", "--file", "-rf");
        if (arguments.Has("-o", "--offline", "-f", "--file", "-pl"))
        {
            return null;
        }

        var isResolved = arguments.Operands.Any(word => word?.StartsWith("dependency:", StringComparison.Ordinal) == true || word?.Contains("go-offline", StringComparison.Ordinal) == true);
        if (!isResolved && !arguments.Operands.Any(word => s_mavenGoals.Contains(word)))
        {
            return null;
        }

        var name = use.Command.Name!;
        var isWrapper = name.EndsWith("mvnw", StringComparison.Ordinal);
        return new DependencyInstall("Maven", use, isWrapper ? ["mvnw", "pom.xml"] : ["pom.xml"])
        {
            ManifestFolders = isWrapper ? [".mvn"] : [],
            EarlyCommand = isResolved ? null : $"{name} -B dependency:go-offline",
            IsImplied = !isResolved,
        };
    }

    internal static DependencyInstall? Gradle(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words, "-p", "--project-dir", "-b", "-x", "--exclude-task", "-I", "--init-script");
        if (arguments.Has("--offline", "-p", "--project-dir", "-b"))
        {
            return null;
        }

        var isResolved = arguments.Action == "dependencies";
        if (!isResolved && !arguments.Operands.Any(task => task is not null && s_gradleTasks.Contains(task[(task.LastIndexOf(':') + 1)..])))
        {
            return null;
        }

        var name = use.Command.Name!;
        var isWrapper = name.EndsWith("gradlew", StringComparison.Ordinal);
        return new DependencyInstall("Gradle", use, [.. isWrapper ? ["gradlew"] : Array.Empty<string>(), "build.gradle*", "settings.gradle*", "gradle.properties*"])
        {
            ManifestFolders = isWrapper ? ["gradle"] : [],
            EarlyCommand = isResolved ? null : $"{name} --no-daemon dependencies",
            IsImplied = !isResolved,
        };
    }

    internal static DependencyInstall? Dotnet(CommandUse use, IReadOnlyList<string?> words)
    {
        var arguments = PlainArguments.Read(words,
            "-c", "--configuration", "-o", "--output", "-r", "--runtime", "-f", "--framework", "-a", "--arch", "--os", "-v", "--verbosity", "--source", "-s", "--configfile", "--version-suffix");
        if (arguments.Action is not ("restore" or "build" or "publish") || arguments.Has("--no-restore", "--no-build"))
        {
            return null;
        }

        var operands = arguments.Operands.Skip(1).Where(word => word is null || !(word.StartsWith("/p:", StringComparison.Ordinal) || word.StartsWith("-p:", StringComparison.Ordinal))).ToList();
        if (operands.Count > 1 || operands is [null])
        {
            return null;
        }

        // A solution needs all its projects at their places, and a folder may hold anything.
        var project = operands is [{ } operand] ? operand : null;
        var isSingle = project is null || project.EndsWith("proj", StringComparison.Ordinal);
        return new DependencyInstall(".NET", use, isSingle ? [project ?? "*.csproj"] : [])
        {
            EarlyCommand = arguments.Action == "restore" ? null : project is null ? "dotnet restore" : $"dotnet restore {project}",
            IsImplied = arguments.Action != "restore",
        };
    }
}
