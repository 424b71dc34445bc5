namespace Dockerlint.Syntax.Grammar;

/// <summary>Checks the value of <c># check=</c> (BuildKit's linter.ParseLintOptions): a wrong one fails the build.</summary>
internal static class CheckDirective
{
    // The engine splits no further: what follows belongs to the third part.
    private const int MostParts = 3;

    /// <summary>What is wrong with the value, or null.</summary>
    internal static string? Problem(string value)
    {
        // The engine cuts the value at the first blank.
        var blank = value.AsSpan().IndexOfAny(' ', '\t');
        value = blank < 0 ? value : value[..blank];
        if (value.Length == 0)
        {
            return null;
        }

        foreach (var part in value.Split(';', MostParts))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = (equals < 0 ? part : part[..equals]).Trim();
            var text = equals < 0 ? "" : part[(equals + 1)..].Trim();
            if (equals < 0 || key is not ("skip" or "error" or "experimental"))
            {
                return $"invalid check option '{part}': expected skip=, error= or experimental=";
            }

            if (key == "error" && !IsBoolean(text))
            {
                return $"check option error expects true or false, not '{text}'";
            }
        }

        return null;
    }

    // Go's strconv.ParseBool.
    private static bool IsBoolean(string text) =>
        text is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";
}
