namespace Dockerlint.Semantics;

/// <summary>The first line of a script that names its interpreter, such as <c>#!/usr/bin/env bash</c>.</summary>
public static class Shebang
{
    private const string Mark = "#!";

    /// <summary>Whether a script begins with such a line.</summary>
    public static bool IsIn(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return script.StartsWith(Mark, StringComparison.Ordinal);
    }

    /// <summary>The interpreter as it is written, behind <c>env</c> and its options; null when the script names none.</summary>
    public static string? ProgramOf(string script)
    {
        if (!IsIn(script))
        {
            return null;
        }

        var line = script.AsSpan(Mark.Length);
        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).ToString().Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word != "env" && !word.EndsWith("/env", StringComparison.Ordinal) && !word.StartsWith('-'));
    }

    /// <summary>Whether it names an interpreter that is no shell like sh.</summary>
    internal static bool NamesNoShell(string script) =>
        IsIn(script) && (ProgramOf(script) is not { } program || !RunScript.IsPosix(program));
}
