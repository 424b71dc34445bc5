namespace Dockerlint.Cache;

/// <summary>
/// The words of a Dockerfile that may be names of files. A file that covers the unforeseeable result of a command must be listed in an
/// excerpt of a context where a later step takes just that file from the stage. Such a step has its name, so every word that can be one
/// counts.
/// </summary>
public static class DockerfileWords
{
    /// <summary>Adds the words of a text.</summary>
    public static void AddTo(ISet<string> names, string text)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] is '.' or '_' or '-' or '+' or '@'))
            {
                names.Add(text[start..i]);
                start = i + 1;
            }
        }
    }
}
