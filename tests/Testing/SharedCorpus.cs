namespace Dockerlint.Testing;

/// <summary>
/// Dockerfiles that are not part of the repository: an optional folder <c>shared</c> beside it. Tests that need it skip
/// when <see cref="Missing"/> is not null.
/// </summary>
public static class SharedCorpus
{
    private static readonly string Corpus =
        Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "corpus"));

    /// <summary>Why there is no corpus, for <c>Assert.Skip</c>; null if there is one.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Corpus) ? null : "the folder ../shared/corpus beside the repository is absent";

    /// <summary>Every real-world Dockerfile, one folder a repository, sorted by path; empty without the corpus.</summary>
    public static IReadOnlyList<string> TrainFiles()
    {
        var folder = Path.Combine(Corpus, "train");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder)
                .Where(repository => Path.GetFileName(repository) != "LICENSES")
                .SelectMany(repository => Directory.EnumerateFiles(repository, "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>What hadolint reports on the files: file, line, code and level, separated by tabs, below a line of headings.</summary>
    public static string HadolintFindings { get; } = Path.Combine(Corpus, "hadolint-findings.tsv");

    /// <summary>The path of one of <see cref="TrainFiles"/> as the lists of findings have it.</summary>
    public static string RelativePath(string file) => Path.GetRelativePath(Path.Combine(Corpus, "train"), file).Replace('\\', '/');

    /// <summary>The full path of a file of the corpus, for example <c>buildkit-checks.tsv</c> or <c>train</c>.</summary>
    public static string At(string path) => Path.Combine(Corpus, path);

    /// <summary>The full path of a file or folder of BuildKit's own parser data, for example <c>words.jsonl</c>.</summary>
    public static string BuildKitParserData(string path) => Path.Combine(Corpus, "buildkit-parser", path);
}
