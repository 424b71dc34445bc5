using System.Collections.Frozen;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>The instruction keywords.</summary>
internal static class Instructions
{
    private static readonly FrozenSet<string> s_names = FrozenSet.ToFrozenSet(
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN",
        "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ]);

    /// <summary>All keywords in upper case.</summary>
    internal static IEnumerable<string> Names => s_names.Order(StringComparer.Ordinal);

    internal static bool IsKnown(string name) => s_names.Contains(name);

    /// <summary>Whether a line starts with an upper-case keyword and a blank.</summary>
    internal static bool StartsWithKeyword(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && char.IsAsciiLetterUpper(line[length]))
        {
            length++;
        }

        return length is > 2 and < 12 && length < line.Length && GrammarText.IsBlank(line[length])
            && s_names.Contains(line[..length].ToString());
    }

    /// <summary>The keyword nearest to a misspelt one, or null when none is near.</summary>
    internal static string? Nearest(string name) => Spelling.Nearest(name, Names);
}
