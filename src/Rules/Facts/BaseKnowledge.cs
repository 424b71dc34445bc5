using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>How sure an answer can be that depends on what the base image sets.</summary>
internal static class BaseKnowledge
{
    /// <summary>
    /// Certain for the empty image; likely for an official one, which many know; a hint for one of somebody's own and for one that an
    /// argument of the build names.
    /// </summary>
    internal static Confidence Of(Stage stage) => stage.Root.Base switch
    {
        { Kind: BaseKind.Scratch } => Confidence.Certain,
        { Kind: BaseKind.Image, Image: { Registry: null or "docker.io" or "public.ecr.aws" or "mirror.gcr.io", Repository: var name } }
            when IsOfficial(name) && !stage.Root.From.Image.RawText.Contains('$', StringComparison.Ordinal) => Confidence.Likely,
        _ => Confidence.Hint,
    };

    private static bool IsOfficial(string name) =>
        !name.Contains('/', StringComparison.Ordinal) || name.StartsWith("library/", StringComparison.Ordinal)
        || name.StartsWith("docker/library/", StringComparison.Ordinal);
}
