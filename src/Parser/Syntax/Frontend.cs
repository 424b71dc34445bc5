using System.Globalization;

namespace Dockerlint.Syntax;

/// <summary>The program that reads a Dockerfile, as its <c># syntax=</c> directive names it.</summary>
/// <param name="Image">The image as written.</param>
/// <param name="IsDocker">Whether it is docker/dockerfile, a mirror of it, or a build of the same sources.</param>
/// <param name="Channel">What stands behind the version in the tag, such as <c>labs</c>; empty for a stable release.</param>
/// <param name="Minor">The second number of a version 1.x; null where the tag says less, or something else.</param>
public sealed record Frontend(string Image, bool IsDocker, string Channel, int? Minor)
{
    /// <summary>The frontend that a file asks for; null when it asks for none.</summary>
    public static Frontend? Of(DockerfileSyntax root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var directive = root.Directives.FirstOrDefault(directive => directive.Name == "syntax");
        return directive is null ? null : Read(directive.Value.Trim().Split(' ', '\t')[0]);
    }

    private static Frontend Read(string image)
    {
        var name = image.Split('@')[0];
        var slash = name.LastIndexOf('/');
        var colon = name.IndexOf(':', slash + 1);
        var tag = colon < 0 ? "" : name[(colon + 1)..];
        var last = name[(slash + 1)..(colon < 0 ? name.Length : colon)];
        var isDocker = last is "dockerfile" or "dockerfile-upstream" or "dockerfile-experimental";
        var hyphen = tag.IndexOf('-', StringComparison.Ordinal);
        var numbers = (hyphen < 0 ? tag : tag[..hyphen]).Split('.');
        var isVersion = numbers[0].Length > 0 && Array.TrueForAll(
            numbers, number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return new Frontend(
            image, isDocker, isVersion ? hyphen < 0 ? "" : tag[(hyphen + 1)..] : tag,
            isVersion && numbers is ["1", var minor, ..] ? int.Parse(minor, CultureInfo.InvariantCulture) : null);
    }
}
