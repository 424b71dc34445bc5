using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>Rules that replace the one of the same id where BuildKit's verdict is asked for and differs from ours.</summary>
internal static class BuildKitVariants
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new IgnoredSourceCopiedAsBuildKit(),
        new InvalidDefaultBaseAsBuildKit(),
        new UndefinedVariableAsBuildKit(),
        new RelativeFirstWorkdirAsBuildKit(),
    ];
}
