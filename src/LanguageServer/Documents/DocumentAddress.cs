namespace Dockerlint.LanguageServer.Documents;

/// <summary>Addresses of documents, and paths.</summary>
internal static class DocumentAddress
{
    /// <summary>The name of a text that is no file, as the command line has it.</summary>
    internal const string NoFile = "-";

    /// <summary>The path of a file; <see cref="NoFile"/> for what is none on this machine.</summary>
    internal static string ToPath(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile && !address.IsUnc && address.LocalPath.Length > 1
            ? address.LocalPath : NoFile;

    /// <summary>The address of a file.</summary>
    internal static string ToUri(string path) =>
        Uri.TryCreate(path.StartsWith('/') ? "file://" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) : path,
            UriKind.Absolute, out var uri) ? uri.AbsoluteUri : "file:///";
}
