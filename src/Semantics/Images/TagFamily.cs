using System.Buffers;

namespace Dockerlint.Semantics.Images;

/// <summary>
/// A tag without its versions: <c>3.12.1-slim-bookworm</c> is of the family <c>slim-%d</c>, where <c>%d</c> stands for a release
/// of Debian and <c>%u</c> for one of Ubuntu. The script that makes the table of images takes tags apart in the same way.
/// </summary>
/// <param name="Name">The family; empty for tags that are a version or <c>latest</c>.</param>
/// <param name="Version">The version: the first number that stands for itself, else that of the release, else one behind a word.</param>
internal readonly record struct TagFamily(string Name, TagVersion Version)
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789.");

    // In the order of their numbers; a release that is not here is a word like any other.
    private static readonly Dictionary<string, int> s_debian = new(StringComparer.Ordinal)
    {
        ["wheezy"] = 7,
        ["jessie"] = 8,
        ["stretch"] = 9,
        ["buster"] = 10,
        ["bullseye"] = 11,
        ["bookworm"] = 12,
        ["trixie"] = 13,
        ["forky"] = 14,
    };

    private static readonly Dictionary<string, TagVersion> s_ubuntu = new(StringComparer.Ordinal)
    {
        ["precise"] = new(12, 4),
        ["trusty"] = new(14, 4),
        ["xenial"] = new(16, 4),
        ["bionic"] = new(18, 4),
        ["focal"] = new(20, 4),
        ["jammy"] = new(22, 4),
        ["noble"] = new(24, 4),
        ["resolute"] = new(26, 4),
    };

    /// <summary>Takes a tag apart.</summary>
    internal static TagFamily Of(string tag)
    {
        var words = new List<string>();
        TagVersion? version = null, release = null, glued = null;
        foreach (var part in tag.ToLowerInvariant().Split('-', '_'))
        {
            var digits = part.StartsWith('v') ? part.AsSpan(1) : part;
            if (digits.Length > 0 && char.IsAsciiDigit(digits[0]))
            {
                version ??= TagVersion.TryParse(digits);
            }
            else if (s_debian.TryGetValue(part, out var number))
            {
                release ??= new TagVersion(number, TagVersion.Open);
                words.Add("%d");
            }
            else if (s_ubuntu.TryGetValue(part, out var pair))
            {
                release ??= pair;
                words.Add("%u");
            }
            else if (part is not ("latest" or "amd64" or "arm64" or "arm64v8" or "arm32v7" or "arm32v6" or "arm")
                && WordOf(part, ref glued) is { } word)
            {
                words.Add(word);
            }
        }

        return new TagFamily(string.Join('-', words), version ?? release ?? glued ?? TagVersion.Newest);
    }

    // alpine3.20 is alpine, rc1 says nothing of what is in the image.
    private static string? WordOf(string part, ref TagVersion? glued)
    {
        var end = part.AsSpan().LastIndexOfAnyExcept(s_digits) + 1;
        var word = part[..end];
        if (word is "" or "rc" or "alpha" or "beta" or "b" or "ea" or "preview")
        {
            return null;
        }

        glued ??= TagVersion.TryParse(part.AsSpan(end));
        return word;
    }
}
