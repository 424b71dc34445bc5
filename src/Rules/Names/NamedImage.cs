using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>An image that a stage names in FROM, COPY --from or a mount: no stage, no build context, not scratch.</summary>
/// <param name="Image">The reference; null when nobody knows it, or the name is none.</param>
/// <param name="Text">The name after expansion; null when it is not known.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record NamedImage(ImageReference? Image, string? Text, TextSpan Span)
{
    private const string DefaultRegistry = "docker.io";

    /// <summary>Those of a stage, that of FROM first.</summary>
    internal static IEnumerable<NamedImage> Of(Stage stage, RuleContext context)
    {
        if (stage.Base.Kind is BaseKind.Unknown or BaseKind.Image && !ImageStages.IsBuildContext(stage.Base.Text, context))
        {
            yield return new NamedImage(stage.Base.Image, stage.Base.Text, stage.From.Image.Span);
        }

        foreach (var source in SourceNames.Of(stage, context))
        {
            if (source.Text is not { } name)
            {
                yield return new NamedImage(null, null, source.Span);
            }
            else if (SourceNames.Index(name) is null && name != "scratch" && !ImageStages.IsBuildContext(name, context)
                && !context.Model.Stages.Take(stage.Index + 1)
                    .Any(earlier => name.Equals(earlier.Name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new NamedImage(ImageReference.TryParse(name), name, source.Span);
            }
        }
    }

    /// <summary>The registry of a reference, by one name for all that the default one is called, and the whole path in it.</summary>
    internal static (string Registry, string Path) InFull(ImageReference image)
    {
        var registry = image.Registry is null or "index.docker.io" or "hub.docker.com" or "registry-1.docker.io" ? DefaultRegistry
            : image.Registry;
        return (registry, registry == DefaultRegistry && !image.Repository.Contains('/', StringComparison.Ordinal)
            ? "library/" + image.Repository : image.Repository);
    }
}
