namespace Dockerlint.Rules;

/// <summary>Writes the owner that chown takes as <c>COPY --chown</c> reads it.</summary>
internal static class CopyOwner
{
    /// <summary>
    /// The value that gives copied files the same owner and group; null when there is none. COPY splits at the colon only, looks both names
    /// up, and takes the number of the user for a group that is not named, where chown leaves the group alone: that of a copy is 0.
    /// </summary>
    internal static string? Of(string owner)
    {
        if (owner.Length == 0 || !owner.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':'))
        {
            return null;
        }

        return owner.Split(':') switch
        {
            [var user, var group] => IsName(user) && IsName(group) ? owner : null,
            [var user] when IsName(user) => $"{user}:0",
            [var user] when user.Split('.') is [var name, var group] && (name == group || (IsNumber(name) && IsNumber(group))) =>
                $"{name}:{group}",
            _ => null,
        };
    }

    // A dot may be part of a name or an old way to write the colon.
    private static bool IsName(string text) => text.Length > 0 && !text.Contains('.', StringComparison.Ordinal) && text[0] != '-';

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
