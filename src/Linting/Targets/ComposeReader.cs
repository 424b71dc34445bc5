using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>
/// Reads the builds of a Compose file, as the Compose Specification describes them, with <c>extends</c> and <c>include</c>. A value
/// with a variable that nothing sets is unknown; <c>${X:-default}</c> gives its default. Only in the text of a Dockerfile such a variable
/// is empty, as it is to Compose.
/// </summary>
public static class ComposeReader
{
    /// <summary>The builds of all services, in the order of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages and for the files it names.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="sources">The environment and other files; null for none.</param>
    public static IReadOnlyList<BuildTarget> Read(
        string text, string path, ICollection<ConfigError> errors, BuildFileSources? sources = null)
    {
        var project = new ComposeProject(path, sources ?? BuildFileSources.None, errors);
        return [.. project.Builds(text).Select(build => build.Build.Target(build.Service, sources ?? BuildFileSources.None))];
    }
}
