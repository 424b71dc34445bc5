using System.Globalization;
using System.Text;
using Dockerlint.Testing;

namespace Dockerlint.Fuzz;

/// <summary>Where inputs that fail are kept: the bytes, and beside them what is wrong.</summary>
internal static class FailureFile
{
    internal static string Folder => RepositoryRoot.Combine("artifacts", "fuzz");

    /// <summary>Writes an input; gives its path.</summary>
    internal static string Write(FuzzKind kind, byte[] input, FuzzFailure failure, string origin)
    {
        var folder = Path.Combine(Folder, kind.ToString().ToLowerInvariant());
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FuzzRandom.HashOf([.. input, .. Encoding.UTF8.GetBytes(failure.Kind)])
            .ToString("x16", CultureInfo.InvariantCulture)[..10] + ".input");
        File.WriteAllBytes(path, input);
        File.WriteAllText(Path.ChangeExtension(path, ".txt"), $"{failure.Kind}\n{origin}\n\n{failure.Message}\n");
        return path;
    }
}
