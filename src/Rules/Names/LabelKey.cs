namespace Dockerlint.Rules;

/// <summary>What Docker's guidelines say of label keys.</summary>
internal static class LabelKey
{
    private static readonly string[] s_reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    /// <summary>What is wrong with the form of a key, or null.</summary>
    internal static string? Problem(string key) =>
        key.Length == 0 || !char.IsAsciiLetterLower(key[0]) ? "does not begin with a lower-case letter"
        : !char.IsAsciiLetterLower(key[^1]) && !char.IsAsciiDigit(key[^1]) ? "ends with neither a lower-case letter nor a digit"
        : key.FirstOrDefault(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '/' or '-')) is not '\0'
            and var bad ? $"holds {bad}"
        : key.Contains("..", StringComparison.Ordinal) || key.Contains("--", StringComparison.Ordinal) ? "holds a separator twice in a row"
        : null;

    /// <summary>Whether Docker keeps the name space of the key to itself.</summary>
    internal static bool IsReserved(string key) => Array.Exists(s_reserved, prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
