using Dockerlint.Testing;

namespace Dockerlint.FixProof;

/// <summary>The tables beside the program.</summary>
internal static class ProofData
{
    /// <summary>The lines of a table, each taken apart at its tabs; a line that begins with # is a comment.</summary>
    internal static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(RepositoryRoot.Combine("tests", "FixProof", folder, file)).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));
}
