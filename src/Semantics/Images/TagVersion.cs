namespace Dockerlint.Semantics.Images;

/// <summary>The version in a tag as far as images are told apart by it. A part that the tag leaves open is the newest there is.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
internal readonly record struct TagVersion(int Major, int Minor) : IComparable<TagVersion>
{
    /// <summary>A part that the tag leaves open.</summary>
    internal const int Open = int.MaxValue;

    private const int FirstDay = 10_000_000;

    /// <summary>The version of <c>latest</c>.</summary>
    internal static TagVersion Newest { get; } = new(Open, Open);

    /// <summary>Reads <c>3</c> or <c>3.12</c>, and the beginning of <c>3.12.1-rc1</c>; null when no number is there, or a day.</summary>
    internal static TagVersion? TryParse(ReadOnlySpan<char> text)
    {
        // A day such as 20240612 is no version.
        if (ReadNumber(ref text) is not { } major || major >= FirstDay)
        {
            return null;
        }

        if (text is ['.', ..])
        {
            text = text[1..];
            return new TagVersion(major, ReadNumber(ref text) ?? Open);
        }

        return new TagVersion(major, Open);
    }

    /// <inheritdoc/>
    public int CompareTo(TagVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    private static int? ReadNumber(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? text.Length : length;
        var number = int.TryParse(text[..length], out var value) ? (int?)value : null;
        text = text[length..];
        return number;
    }
}
