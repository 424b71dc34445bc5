namespace Dockerlint.Verification;

/// <summary>Something that the owner of an image expects of it.</summary>
/// <param name="Name">Its name for people.</param>
public abstract record Expectation(string Name)
{
    /// <summary>The paths of files whose contents are asked for.</summary>
    internal static IReadOnlyList<string> Paths(IEnumerable<Expectation> all) =>
        [.. all.OfType<FileExpectation>().Where(file => !file.Contents.IsEmpty || !file.Lacks.IsEmpty)
            .Select(file => file.Path).Distinct()];
}
