using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ImageDocumentTests
{
    [Fact]
    public void The_table_of_the_document_is_that_of_the_program()
    {
        var rows = KnownImageNames().Select(names => $"| {string.Join(", ", names.Split(' ').Select(name => $"`{name}`"))} | "
            + $"{Summary(names.Split(' ')[0])} |\n");
        Snapshot.MatchPart(
            $"\n| image | system, package manager, `/bin/sh` | user | ENTRYPOINT |\n|---|---|---|---|\n{string.Concat(rows)}\n",
            "<!-- images: begin -->\n", "<!-- images: end -->", "docs", "base-images.md");
    }

    // What holds for the newest of the tags without a word, where there is one.
    private static string Summary(string name)
    {
        var image = ImageCatalog.Public.Find(ImageReference.TryParse(name.Replace("*", "", StringComparison.Ordinal))!);
        return image is null ? "by tag | | " : $"{Shown(image.System)}, {Shown(image.PackageManager)}, {Shown(image.SystemShell)} | "
            + $"{(image.User is "" ? "" : $"`{Shown(image.User)}`")} | "
                + $"{(image.Entrypoint is null ? "?" : image.Entrypoint.Count == 0 ? "" : $"`{string.Join(' ', image.Entrypoint)}`")}";
    }

    private static string Shown(string? fact) => fact ?? "?";

    private static IEnumerable<string> KnownImageNames() =>
        File.ReadLines(RepositoryRoot.Combine("src", "Semantics", "Images", "base-images.tsv"))
        .Where(line => line.StartsWith('[')).Select(line => line[1..^1]);
}
