using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Go, Cargo, Maven, Gradle and .NET, where compiling fetches the dependencies too.</summary>
internal static class CompilerInstalls
{
    internal static DependencyInstall? Go(InvocationUse use)
    {
        var call = use.Invocation;
        if (call.VerbName == "mod download")
        {
            return call.Operands.IsEmpty && call.Options.All(option => option.MainName == "-x")
                ? new DependencyInstall("Go", use, "go.mod", "go.sum*") : null;
        }

        // Files that are named one by one are built without a module.
        if (!call.Operands.IsEmpty && call.Operands.All(operand => operand.Text.EndsWith(".go", StringComparison.Ordinal)
            && !operand.Text.Contains('/', StringComparison.Ordinal)))
        {
            return null;
        }

        // Tools at a version come from outside the module; vendored dependencies come with the sources.
        return call.VerbName is "build" or "install" && !call.IsOpen
            && call.Operands.All(operand => operand.Value is { } word && !word.Contains('@', StringComparison.Ordinal))
            && !call.Has(OptionRole.Folder) && !call.Has("-modfile") && call.Option("-mod")?.KnownValue != "vendor"
                && call.Options.All(option => option.Value is not { IsKnown: false })
            ? Compile("Go", use, "go mod download", "go.mod", "go.sum*")
            : null;
    }

    internal static DependencyInstall? Cargo(InvocationUse use)
    {
        var call = use.Invocation;
        if (call.Has(OptionRole.Offline) || call.Has("--frozen", "--manifest-path"))
        {
            return null;
        }

        // Cargo reads no manifest without a target: an empty library stands in for the sources.
        const string Fetch = "mkdir -p src && touch src/lib.rs && cargo fetch && rm -r src";
        return call.VerbName switch
        {
            "chef cook" => new DependencyInstall("Cargo", use, "recipe.json"),
            "fetch" => Compile("Cargo", use, Fetch, "Cargo.toml", "Cargo.lock*") with { IsImplied = false },
            "build" => Compile("Cargo", use, Fetch, "Cargo.toml", "Cargo.lock*"),
            "install" when call.Option("--path")?.KnownValue is "." or "./" => Compile("Cargo", use, Fetch, "Cargo.toml", "Cargo.lock*"),
            _ => null,
        };
    }

    internal static DependencyInstall? Maven(InvocationUse use)
    {
        var call = use.Invocation;
        if (call.Has(OptionRole.Offline) || call.Has("-f", "-pl"))
        {
            return null;
        }

        var isResolved = call.Operands.Any(operand => operand.Text.StartsWith("dependency:", StringComparison.Ordinal)
            || operand.Text.Contains("go-offline", StringComparison.Ordinal));
        return Wrapped(use, "Maven", isResolved, "-B dependency:go-offline", "mvnw", ".mvn", "pom.xml");
    }

    internal static DependencyInstall? Gradle(InvocationUse use)
    {
        var call = use.Invocation;
        return call.Has(OptionRole.Offline) || call.Has(OptionRole.Folder) || call.Has("-b") ? null
            : Wrapped(use, "Gradle", call.Operands is [{ Text: "dependencies" }, ..], "--no-daemon dependencies", "gradlew", "gradle",
                "build.gradle*", "settings.gradle*", "gradle.properties*");
    }

    internal static DependencyInstall? Dotnet(InvocationUse use)
    {
        var call = use.Invocation;
        if (call.VerbName is not ("restore" or "build" or "publish") || call.Has("--no-restore", "--no-build"))
        {
            return null;
        }

        if (call.Operands.Length > 1 || call.Operands.Any(operand => !operand.IsKnown))
        {
            return null;
        }

        // A solution needs all its projects at their places, and a folder may hold anything.
        var project = call.Operands is [{ Text: var operand }] ? operand : null;
        string[] manifests = project is null || project.EndsWith("proj", StringComparison.Ordinal) ? [project ?? "*.csproj"] : [];
        return call.VerbName == "restore" ? new DependencyInstall(".NET", use, manifests)
            : Compile(".NET", use, project is null ? "dotnet restore" : $"dotnet restore {project}", manifests);
    }

    // Behind a wrapper the other command would run as somebody else, or elsewhere.
    private static DependencyInstall Compile(string ecosystem, InvocationUse use, string early, params IReadOnlyList<string> manifests) =>
        new(ecosystem, use, manifests)
        {
            EarlyCommand = early,
            NeedsSources = !InstallReader.StandsAlone(use),
            IsImplied = true,
        };

    // A tool that a project may bring itself, as a script beside a folder of its own.
    private static DependencyInstall? Wrapped(
        InvocationUse use, string ecosystem, bool isResolved, string early, string script, string folder, params string[] manifests)
    {
        var call = use.Invocation;
        if (!isResolved && !call.Does(EffectKind.Compiles))
        {
            return null;
        }

        var isWrapper = call.Name == script;
        var install = Compile(ecosystem, use, $"{call.NameWord.Text} {early}", isWrapper ? [script, .. manifests] : manifests) with
        {
            ManifestFolders = isWrapper ? [folder] : [],
        };
        return isResolved ? install with { EarlyCommand = null, NeedsSources = false, IsImplied = false } : install;
    }
}
