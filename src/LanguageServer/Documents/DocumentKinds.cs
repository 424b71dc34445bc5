using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.LanguageServer.Documents;

/// <summary>Tells what a document is.</summary>
internal static class DocumentKinds
{
    /// <summary>The kind by the name, as lint sees it; where that says nothing, by what the client calls the language.</summary>
    internal static DocumentKind Of(string path, string languageId)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.EndsWith(".dockerignore", StringComparison.Ordinal))
        {
            return DocumentKind.IgnoreFile;
        }

        if (ConfigFiles.Names.Contains(name))
        {
            return DocumentKind.Configuration;
        }

        if (BuildFile.IsOne(path) || languageId is "dockercompose" or "dockerbake")
        {
            return DocumentKind.BuildFile;
        }

        return FileFinder.IsDockerfile(name) || languageId is "dockerfile" or "containerfile" or "Dockerfile" or "Containerfile"
            ? DocumentKind.Dockerfile : DocumentKind.Other;
    }
}
