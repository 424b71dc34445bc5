using System.IO.Compression;

namespace Dockerlint.Semantics.Images;

/// <summary>The table of public images that is part of the program, <c>base-images.tsv</c>; read when first asked for.</summary>
internal sealed class KnownImages
{
    private static readonly Lazy<KnownImages> s_embedded = new(() => new KnownImages(ReadEmbedded()));

    private readonly string _text;
    private readonly Dictionary<string, (int Start, int End)> _sections = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Start, int End)> _prefixes = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>Reads only where each image stands; its rows are read when they are asked for.</summary>
    internal KnownImages(string text)
    {
        _text = text;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(start);
            var line = text.AsSpan(start, end - start);
            if (line is ['@', ..])
            {
                var columns = line[1..].ToString().Split('\t');
                _sources.Add(columns[0], string.Join(' ', columns[1..]));
            }
            else if (line is ['[', .., ']'])
            {
                AddSection(line[1..^1].ToString(), Math.Min(end + 1, text.Length));
            }

            start = end + 1;
        }
    }

    /// <summary>The table in this program.</summary>
    internal static KnownImages Embedded => s_embedded.Value;

    /// <summary>The names of all images, <c>*</c> at the end of those that stand for several.</summary>
    internal IEnumerable<string> Names => _sections.Keys.Concat(_prefixes.Select(item => item.Prefix + "*"));

    /// <summary>The facts of a tag; null when the image, or this kind of tag of it, is not in the table.</summary>
    internal BaseImage? Find(string name, string tag)
    {
        if (!_sections.TryGetValue(name, out var section))
        {
            var prefix = _prefixes.Where(item => name.StartsWith(item.Prefix, StringComparison.Ordinal))
                .OrderByDescending(item => item.Prefix.Length).FirstOrDefault();
            if (prefix.Prefix is null)
            {
                return null;
            }

            section = (prefix.Start, prefix.End);
        }

        var family = TagFamily.Of(tag);
        (TagVersion From, TagVersion To, string[] Columns)? best = null;
        TagVersion? newest = null;
        var common = BaseImageReader.Nothing;
        for (var start = section.Start; start < section.End;)
        {
            var end = EndOfLine(start);
            var columns = _text[start..end].Split('\t');
            start = end + 1;
            if (columns[0] == "^")
            {
                common = columns;
            }
            else if (columns.Length >= BaseImageReader.FirstFact)
            {
                foreach (var (from, to) in SpansOf(columns[0], family.Name))
                {
                    newest = newest is { } known && known.CompareTo(to) > 0 ? known : to;
                    if (from.CompareTo(family.Version) <= 0 && (best is null || from.CompareTo(best.Value.From) >= 0))
                    {
                        best = (from, to, columns);
                    }
                }
            }
        }

        // A version between two that were read may be like either. One behind the last is most likely like the last, which is told.
        var isLatest = family.Version == TagVersion.Newest;
        var isNewer = !isLatest && newest is { } last && !Reaches(last, family.Version);
        return best is not { } row || !(isLatest || isNewer || Reaches(row.To, family.Version)) ? null
            : BaseImageReader.Read(common, row.Columns, _sources) with { IsNewerThanRead = isNewer };
    }

    private static bool Reaches(TagVersion to, TagVersion version) =>
        version.CompareTo(to) <= 0 || (version.Minor == TagVersion.Open && version.Major == to.Major);

    // 3.6-3.12 . slim; 3.8 alpine: ranges of versions, each with the families it speaks of; a point is the family without a name.
    private static List<(TagVersion From, TagVersion To)> SpansOf(string text, string family)
    {
        var found = new List<(TagVersion From, TagVersion To)>();
        foreach (var span in text.Split("; "))
        {
            var words = span.Split(' ');
            if (words.Skip(1).Any(word => word == "*" || word == (family.Length == 0 ? "." : family)))
            {
                found.Add(RangeOf(words[0]));
            }
        }

        return found;
    }

    // A minus alone: whatever the version.
    private static (TagVersion From, TagVersion To) RangeOf(string range)
    {
        if (range == "-")
        {
            return (new TagVersion(0, 0), TagVersion.Newest);
        }

        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var from = TagVersion.TryParse(dash < 0 ? range : range.AsSpan(0, dash)) ?? TagVersion.Newest;
        return (from, dash < 0 ? from : TagVersion.TryParse(range.AsSpan(dash + 1)) ?? TagVersion.Newest);
    }

    private void AddSection(string names, int start)
    {
        var next = _text.IndexOf("\n[", start - 1, StringComparison.Ordinal);
        var end = next < 0 ? _text.Length : next + 1;
        foreach (var name in names.Split(' '))
        {
            if (name.EndsWith('*'))
            {
                _prefixes.Add((name[..^1], start, end));
            }
            else
            {
                _sections.Add(name, (start, end));
            }
        }
    }

    private int EndOfLine(int start)
    {
        var end = _text.IndexOf('\n', start);
        return end < 0 ? _text.Length : end;
    }

    // Packed, because the binary is what is installed and the table repeats itself.
    private static string ReadEmbedded()
    {
        using var packed = typeof(KnownImages).Assembly.GetManifestResourceStream("base-images.tsv.gz")!;
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
