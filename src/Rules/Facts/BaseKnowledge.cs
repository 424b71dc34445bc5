using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>How sure an answer can be that depends on what the base image sets.</summary>
internal static class BaseKnowledge
{
    private static readonly string[] s_registries =
        ["mcr.microsoft.com", "public.ecr.aws", "mirror.gcr.io", "gcr.io", "registry.access.redhat.com", "registry.redhat.io", "cgr.dev"];

    private static readonly string[] s_publishers = ["library/", "nvidia/", "rocm/", "redhat/", "amazon/", "opensuse/"];

    /// <summary>
    /// Certain for the empty image; likely for an official one and those of publishers that many know, whatever its tag; a hint for one of
    /// somebody's own, and for one that an argument of the build names.
    /// </summary>
    internal static Confidence Of(Stage stage) => stage.Root.Base switch
    {
        { Kind: BaseKind.Scratch } => Confidence.Certain,
        { Kind: BaseKind.Image, Image: { } image } when IsKnown(image)
            && stage.Root.From.Image.Parts is not [VariableReferenceSyntax] => Confidence.Likely,
        _ => Confidence.Hint,
    };

    /// <summary>How sure an answer is that follows from a known fact of the base image.</summary>
    internal static Confidence OfFact(Stage stage) => stage.Root.Base.Kind == BaseKind.Scratch ? Confidence.Certain : Confidence.Likely;

    private static bool IsKnown(ImageReference image) => image.Registry is null or "docker.io"
        ? !image.Repository.Contains('/', StringComparison.Ordinal) || Array.Exists(s_publishers, image.Repository.StartsWith)
        : s_registries.Contains(image.Registry);
}
