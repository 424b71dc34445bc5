using System.IO.Compression;
using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ImageTableTests
{
    private static readonly string[] s_lines =
        File.ReadAllText(RepositoryRoot.Combine("src", "Semantics", "Images", "base-images.tsv")).TrimEnd('\n').Split('\n');

    private static readonly string[] s_keys =
        ["os", "pm", "sh", "user", "dir", "shell", "entry", "cmd", "ports", "vols", "onbuild", "health", "has", "lacks", "env"];

    [Fact]
    public void The_program_carries_the_table_of_the_repository()
    {
        using var packed = File.OpenRead(RepositoryRoot.Combine("src", "Semantics", "Images", "base-images.tsv.gz"));
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal(string.Join('\n', s_lines) + "\n", reader.ReadToEnd());
        Assert.True(packed.Length < 60_000, $"the packed table has {packed.Length} bytes");
    }

    [Fact]
    public void Every_row_names_a_public_file_with_commit_and_date()
    {
        var sources = s_lines.Where(line => line[0] == '@').Select(line => line[1..].Split('\t'))
            .ToDictionary(columns => columns[0], columns => string.Join(' ', columns[1..]));
        Assert.All(Rows(), row =>
        {
            var colon = row[1].IndexOf(':', StringComparison.Ordinal);
            var source = colon > 0 && sources.TryGetValue(row[1][..colon], out var known) ? $"{known} {row[1][(colon + 1)..]}" : row[1];
            Assert.Matches(@"^[\w.-]+/[\w.-]+ [0-9a-f]{12} ([0-9]{4}-[0-9]{2}-[0-9]{2}|\?) \S+$", source);
        });
    }

    [Fact]
    public void Every_fact_is_one_the_reader_knows()
    {
        Assert.All(
            s_lines.Where(line => line[0] is not ('#' or '@' or '[')),
            line => Assert.All(line.Split('\t').Skip(2), fact => Assert.Contains(fact.Split('=')[0], s_keys)));
        Assert.All(ValuesOf("os"), value => Assert.Contains(value, BaseImage.Systems));
        Assert.All(ValuesOf("pm"), value => Assert.Contains(value, BaseImage.PackageManagers));
        Assert.All(ValuesOf("sh"), value => Assert.Contains(value, BaseImage.SystemShells));
    }

    [Fact]
    public void No_kind_of_tag_has_two_rows_for_one_version()
    {
        foreach (var (names, rows) in Sections())
        {
            var seen = new HashSet<(string, string)>();
            foreach (var span in rows.SelectMany(row => row.Split('\t')[0].Split("; ")))
            {
                var words = span.Split(' ');
                Assert.All(words.Skip(1), family =>
                    Assert.True(seen.Add((words[0].Split('-')[0], family)), $"{names}: {words[0]} {family}"));
            }
        }
    }

    [Fact]
    public void Every_image_of_the_table_is_found_by_its_name()
    {
        var count = 0;
        foreach (var (names, rows) in Sections())
        {
            foreach (var name in names.Split(' '))
            {
                var family = rows[^1].Split('\t')[0].Split("; ")[^1].Split(' ');
                var tag = (family[1] is "." or "*" ? "" : family[1].Replace("%d", "bookworm", StringComparison.Ordinal)
                    .Replace("%u", "noble", StringComparison.Ordinal)) is { Length: > 0 } word ? word : "latest";
                var version = family[0].Split('-')[0];
                var reference = ImageReference.TryParse(
                    $"{name.Replace("*", "", StringComparison.Ordinal)}:{(version is "latest" or "" ? "" : version + "-")}{tag}");
                Assert.NotNull(reference);
                Assert.NotNull(ImageCatalog.Public.Find(reference));
                count++;
            }
        }

        Assert.True(count >= 100, $"{count} images");
    }

    private static IEnumerable<string[]> Rows() =>
        s_lines.Where(line => line[0] is not ('#' or '@' or '[' or '^')).Select(line => line.Split('\t'));

    private static IEnumerable<string> ValuesOf(string key) => s_lines.SelectMany(line => line.Split('\t'))
        .Where(fact => fact.StartsWith(key + "=", StringComparison.Ordinal))
        .Select(fact => fact[(key.Length + 1)..]).Where(value => value != "?").Distinct();

    private static IEnumerable<(string Names, List<string> Rows)> Sections()
    {
        (string Names, List<string> Rows)? section = null;
        foreach (var line in s_lines)
        {
            if (line[0] == '[')
            {
                if (section is { } done)
                {
                    yield return done;
                }

                section = (line[1..^1], []);
            }
            else if (section is { } open && line[0] != '^')
            {
                open.Rows.Add(line);
            }
        }

        yield return section!.Value;
    }
}
