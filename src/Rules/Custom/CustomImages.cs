using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The images that a stage names, for custom rules.</summary>
internal static class CustomImages
{
    /// <summary>The images of FROM, COPY --from and mounts; no stages, build contexts and scratch.</summary>
    internal static IEnumerable<CustomThing> Of(Stage stage, CustomMatch match, RuleContext context)
    {
        var flag = stage.From.Flag("platform");
        var platform = flag?.Value is not { } value ? CustomValue.None
            : value.Contains('$', StringComparison.Ordinal) ? CustomValue.Unknown : CustomValue.Of(value);
        return NamedImage.Of(stage, context).Select(named =>
            Thing(named, named.Span == stage.From.Image.Span ? platform : CustomValue.None, match, context));
    }

    private static CustomThing Thing(NamedImage named, CustomValue platform, CustomMatch match, RuleContext context)
    {
        if (named is not { Image: { } image, Text: { } text })
        {
            return new CustomThing(named.Span, [], match.Conditions.Count == 0 ? true : null);
        }

        var holds = CustomThings.And(match.Holds("platform", platform), CustomThings.And(
            match.Holds("tag", image.Tag is null ? CustomValue.None : CustomValue.Of(image.Tag)),
            match.Holds("digest", image.Digest is null ? CustomValue.None : CustomValue.Of(image.Digest))));
        return new CustomThing(named.Span, Names(image, text), holds)
        {
            Value = image.Tag ?? "",
            Replace = CustomThing.InPlaceOf(context.Tree.Source, named.Span, text),
        };
    }

    // As it is written, in full, and both without tag and digest. The registry's name stands for all it has been called.
    private static List<string> Names(ImageReference image, string text)
    {
        var (registry, path) = NamedImage.InFull(image);
        var rest = (image.Tag is null ? image.Digest is null ? ":latest" : "" : ":" + image.Tag)
            + (image.Digest is null ? "" : "@" + image.Digest);
        var written = image.Registry is null ? image.Repository : $"{image.Registry}/{image.Repository}";
        return [.. new[] { text, $"{registry}/{path}{rest}", $"{registry}/{path}", written + rest, written }.Distinct()];
    }
}
