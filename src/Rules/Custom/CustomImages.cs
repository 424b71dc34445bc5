using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The images that a stage names, for custom rules.</summary>
internal static class CustomImages
{
    private const string DefaultRegistry = "docker.io";

    /// <summary>The images of FROM, COPY --from and mounts; no stages, build contexts and scratch.</summary>
    internal static IEnumerable<CustomThing> Of(Stage stage, CustomMatch match, RuleContext context)
    {
        if (stage.Base.Kind is BaseKind.Unknown
            || (stage.Base.Kind == BaseKind.Image && !ImageStages.IsBuildContext(stage.Base.Text, context)))
        {
            var flag = stage.From.Flag("platform");
            var platform = flag?.Value is not { } value ? CustomValue.None
                : value.Contains('$', StringComparison.Ordinal) ? CustomValue.Unknown : CustomValue.Of(value);
            yield return Thing(stage.Base.Image, stage.Base.Text, stage.From.Image.Span, platform, match, context);
        }

        foreach (var source in SourceNames.Of(stage, context))
        {
            if (source.Text is null)
            {
                yield return Thing(null, null, source.Span, CustomValue.None, match, context);
            }
            else if (SourceNames.Index(source.Text) is null && source.Text != "scratch" && !ImageStages.IsBuildContext(source.Text, context)
                && !context.Model.Stages.Take(stage.Index + 1).Any(earlier =>
                    source.Text.Equals(earlier.Name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Thing(ImageReference.TryParse(source.Text), source.Text, source.Span, CustomValue.None, match, context);
            }
        }
    }

    private static CustomThing Thing(
        ImageReference? image, string? text, TextSpan span, CustomValue platform, CustomMatch match, RuleContext context)
    {
        if (image is null || text is null)
        {
            return new CustomThing(span, [], match.Conditions.Count == 0 ? true : null);
        }

        var holds = CustomThings.And(match.Holds("platform", platform), CustomThings.And(
            match.Holds("tag", image.Tag is null ? CustomValue.None : CustomValue.Of(image.Tag)),
            match.Holds("digest", image.Digest is null ? CustomValue.None : CustomValue.Of(image.Digest))));
        return new CustomThing(span, Names(image, text), holds)
        {
            Value = image.Tag ?? "",
            Replace = CustomThing.InPlaceOf(context.Tree.Source, span, text),
        };
    }

    // As it is written, in full, and both without tag and digest. The registry's name stands for all it has been called.
    private static List<string> Names(ImageReference image, string text)
    {
        var registry = image.Registry is null or "index.docker.io" or "registry-1.docker.io" ? DefaultRegistry : image.Registry;
        var path = registry == DefaultRegistry && !image.Repository.Contains('/', StringComparison.Ordinal)
            ? "library/" + image.Repository : image.Repository;
        var rest = (image.Tag is null ? image.Digest is null ? ":latest" : "" : ":" + image.Tag)
            + (image.Digest is null ? "" : "@" + image.Digest);
        var written = image.Registry is null ? image.Repository : $"{image.Registry}/{image.Repository}";
        return [.. new[] { text, $"{registry}/{path}{rest}", $"{registry}/{path}", written + rest, written }.Distinct()];
    }
}
