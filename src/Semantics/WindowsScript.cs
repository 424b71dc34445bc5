namespace Dockerlint.Semantics;

/// <summary>
/// Recognises scripts for PowerShell or cmd by their looks, where neither SHELL nor the base image say which shell reads them. What
/// stands in quotes does not count: a shell hands that on to another program.
/// </summary>
public static class WindowsScript
{
    private static readonly string[] s_programs = ["powershell", "powershell.exe", "pwsh", "pwsh.exe", "cmd", "cmd.exe"];

    // The verbs of commands, as PowerShell approves them: Get-Item, Invoke-WebRequest.
    private static readonly HashSet<string> s_verbs = new(
        [
            "Add", "Clear", "Close", "Compress", "Convert", "ConvertFrom", "ConvertTo", "Copy", "Disable", "Enable", "Enter", "Exit",
            "Expand", "Export", "Find", "ForEach", "Format", "Get", "Import", "Install", "Invoke", "Join", "Measure", "Mount", "Move",
            "New", "Out", "Push", "Pop", "Read", "Receive", "Register", "Remove", "Rename", "Resolve", "Restart", "Save", "Select", "Set",
            "Sort", "Split", "Start", "Stop", "Tee", "Test", "Uninstall", "Unregister", "Update", "Wait", "Where", "Write",
        ], StringComparer.Ordinal);

    /// <summary>Whether a script is one call of PowerShell or cmd, whatever shell makes it.</summary>
    public static bool CallsWindows(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var first = script.AsSpan().TrimStart();
        var end = first.IndexOfAny(' ', '\t', '\n');
        return s_programs.Contains((end < 0 ? first : first[..end]).ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a script is surely none for sh.</summary>
    public static bool IsLikely(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var isStart = true;
        for (var i = 0; i < script.Length;)
        {
            var c = script[i];
            if (c is '"' or '\'')
            {
                // A quote that nothing closes is left for those who read the script.
                var end = script.IndexOf(c, i + 1);
                i = end < 0 ? script.Length : end + 1;
                isStart = false;
            }
            else if (c is ';' or '|' or '&' or '(' or '{' or '\n' or '}' or ')')
            {
                isStart = true;
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else
            {
                var end = script.AsSpan(i).IndexOfAny(" \t\n;|&(){}\"'") is var length and >= 0 ? i + length : script.Length;
                end = Math.Max(end, i + 1);
                if (IsOne(script.AsSpan(i, end - i), script.AsSpan(end), isStart))
                {
                    return true;
                }

                isStart = false;
                i = end;
            }
        }

        return false;
    }

    private static bool IsOne(ReadOnlySpan<char> word, ReadOnlySpan<char> rest, bool isStart)
    {
        // In sh $env:latest is a variable with a text behind it.
        if ((word.StartsWith("$env:", StringComparison.OrdinalIgnoreCase) && word.Length > 5 && char.IsAsciiLetterUpper(word[5]))
            || (word[0] == '[' && word.Contains("]::", StringComparison.Ordinal)))
        {
            return true;
        }

        // $x = y, which sh reads as a command.
        if (!isStart || (word[0] == '$' && rest.TrimStart(" \t") is ['=', ' ' or '\t' or '\'' or '"' or '(' or '[', ..]))
        {
            return isStart;
        }

        var dash = word.IndexOf('-');
        return dash > 0 && dash + 1 < word.Length && char.IsAsciiLetterUpper(word[dash + 1])
            && word[(dash + 1)..].IndexOfAnyExceptInRange('A', 'z') < 0 && s_verbs.Contains(word[..dash].ToString());
    }
}
