using Dockerlint.Rules;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Optimizer;

/// <summary>
/// Looks into the manifests of a project for anything that makes an installation depend on other files of it. What is not
/// recognised as harmless is a doubt.
/// </summary>
internal static class ManifestProof
{
    /// <summary>What speaks against installing from the manifests alone; null when nothing does.</summary>
    /// <param name="step">The installation.</param>
    /// <param name="input">The project.</param>
    /// <param name="copied">The folder of the context that lies where the installation runs; null to find the copy that brought it.</param>
    internal static string? Doubt(InstallStep step, OptimizerInput input, string? copied = null)
    {
        foreach (var install in step.Installs)
        {
            if (EcosystemFiles.Of(install.Ecosystem) is not { } files)
            {
                return $"what {install.Ecosystem} reads is not known";
            }

            if (step.FolderOf(install) is not { } folder || (copied ?? Copy(step, folder)) is not { } copy)
            {
                return "it is not known which folder of the build context the dependencies are installed in";
            }

            if (Doubt(install, files, copy, input) is { } doubt)
            {
                return doubt;
            }
        }

        return null;
    }

    private static string? Doubt(DependencyInstall install, EcosystemFiles files, string folder, OptimizerInput input)
    {
        string At(string name) => ContextPath.Join(folder, name);
        if (files.AlsoRead.FirstOrDefault(name => input.Context.Find(At(name)) is not null
            && !install.ManifestFolders.Any(below => name == below || name.StartsWith(below + "/", StringComparison.Ordinal))) is { } extra)
        {
            return $"{install.Ecosystem} reads {At(extra)} too";
        }

        if (files.Written.FirstOrDefault(name => input.Context.Find(At(name)) is not null) is { } written)
        {
            return $"{At(written)} of the build context would be copied over what the installation wrote";
        }

        if (Named(install, At, input.Context) is { } named)
        {
            return named;
        }

        foreach (var manifest in install.Manifests)
        {
            var paths = Matches(At(manifest), input.Context);
            if (paths.Count == 0 && !manifest.EndsWith('*'))
            {
                return $"{At(manifest)} is not in the build context";
            }

            foreach (var path in paths)
            {
                if (input.Read(path) is not { } text)
                {
                    return $"{path} cannot be read";
                }

                if (ContextPath.Base(path) == "package-lock.json" && text.Replace(" ", "", StringComparison.Ordinal)
                    .Contains("\"link\":true", StringComparison.Ordinal))
                {
                    return $"{path} links to a folder of the project";
                }

                if (!IsLock(path) && Words(install.Ecosystem, text, files, folder.Length == 0) is { } word)
                {
                    return $"{path} has {word.Trim().Trim('"')}, which may need other files";
                }
            }
        }

        return null;
    }

    // A file or folder of the project that the command line names beside the manifests, or a manifest whose name comes from a variable.
    private static string? Named(DependencyInstall install, Func<string, string> at, ContextManifest context)
    {
        var call = install.Use.Invocation;
        foreach (var word in call.Arguments.ToArray().Where(word => word != call.VerbWord).Select(word => word.Value).OfType<string>())
        {
            var name = ContextPath.FromRoot(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (name.Length > 0 && context.Find(at(name)) is not null && !install.Manifests.Concat(install.ManifestFolders).Any(manifest =>
                PathGlob.IsMatch(manifest, name) || manifest.StartsWith(name + "/", StringComparison.Ordinal)))
            {
                return $"{call.NameWord.Text} is told of {at(name)} too";
            }
        }

        return call.Command is { } command && call.Text.Text.AsSpan(command.Span.Start, command.Span.Length).Contains('$')
            && install.Ecosystem == "pip" ? "a variable says what is installed, and a build argument may change it" : null;
    }

    private static bool IsLock(string path) =>
        path.EndsWith(".lock", StringComparison.Ordinal) || path.EndsWith(".sum", StringComparison.Ordinal)
        || ContextPath.Base(path) is "package-lock.json" or "pnpm-lock.yaml" or "bun.lockb" or "mvnw" or "gradlew";

    private static string? Words(string ecosystem, string text, EcosystemFiles files, bool isAtRoot)
    {
        if (ecosystem == "pip")
        {
            return text.Split('\n').Select(line => line.Trim()).FirstOrDefault(IsLocalRequirement);
        }

        // A manifest that is JSON may write a colon with or without a blank; the names in quotes are found either way.
        return files.Suspicious.Where(word => !(word == "<parent>" && isAtRoot))
            .FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal));
    }

    private static bool IsLocalRequirement(string line) => line.Length > 0 && !line.StartsWith('#') && (
        line.StartsWith('-') && !line.StartsWith("--index-url", StringComparison.Ordinal)
            && !line.StartsWith("--extra-index-url", StringComparison.Ordinal)
            && !line.StartsWith("--hash", StringComparison.Ordinal) && !line.StartsWith("-i ", StringComparison.Ordinal)
                && !line.StartsWith("--trusted-host", StringComparison.Ordinal)
            && !line.StartsWith("--only-binary", StringComparison.Ordinal) && !line.StartsWith("--no-binary", StringComparison.Ordinal)
                && !line.StartsWith("--prefer-binary", StringComparison.Ordinal)
            && !line.StartsWith("--require-hashes", StringComparison.Ordinal)
        || line.StartsWith('.') || line.StartsWith('/') || line.Contains("file:", StringComparison.Ordinal)
            || line.Contains("@ .", StringComparison.Ordinal)
        || line.Split([' ', ';', '['])[0].Contains('/', StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal));

    private static IReadOnlyList<string> Matches(string manifest, ContextManifest context)
    {
        var pattern = ContextPath.FromRoot(manifest);
        return PathGlob.IsPattern(pattern)
            ? [.. context.Entries.Where(entry => entry.Kind == ContextEntryKind.File && PathGlob.IsMatch(pattern, entry.Path))
                .Select(entry => entry.Path)]
            : context.Resolve(pattern) is { } path && context.Find(path) is { Kind: ContextEntryKind.File } ? [path] : [];
    }

    // The folder of the context that was copied to a folder of the stage; null when no copy says so.
    private static string? Copy(InstallStep step, string folder) => ContextCopy.OfStage(step.Stage)
        .Where(copy => copy.Index < step.Index && copy.IsBroad && copy.Target is not null)
        .Select(copy => BuildPath.Below(copy.Target!, folder)).LastOrDefault(below => below is not null);
}
