using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A comment that was meant to switch rules off, read with a generous eye.</summary>
/// <param name="Program">hadolint, dockerlint, or check for BuildKit's comments.</param>
/// <param name="Scope">The scope with a blank behind it, or nothing.</param>
/// <param name="Names">The rules as written, without commas.</param>
/// <param name="Reason">What else it says.</param>
/// <param name="Span">The comment.</param>
internal sealed record SuppressionAttempt(string Program, string Scope, IReadOnlyList<string> Names, string Reason, TextSpan Span)
{
    private static readonly string[] s_programs = ["hadolint", "dockerlint"];

    // Other programs with a notation of their own, which are near by their letters alone.
    private static readonly string[] s_others = ["dockerfilelint", "dockerfile-lint", "dockerfile_lint", "adolint", "pylint", "eslint"];

    private static readonly string[] s_verbs =
    [
        "ignore", "ignored", "disable", "disabled", "skip", "suppress", "exclude", "off", "noqa", "nolint", "ignore-line",
        "ignore-next-line", "disable-line", "disable-next-line", "ignore-file", "disable-file",
    ];

    /// <summary>The text that does what was meant; null when a name in it is not known.</summary>
    internal string? Proper()
    {
        var names = Names.Select(name => RuleNames.IsKnown(name) ? [RuleNames.Proper(name)] : RuleNames.Near(name)).ToList();
        if (!names.TrueForAll(near => near.Count == 1))
        {
            return null;
        }

        var list = string.Join(',', names.Select(near => near[0]).Distinct(StringComparer.Ordinal));
        return Program == "check" ? $"# check=skip={list}" + (Reason.Length > 0 ? " // " + Reason : "")
            : Program == "hadolint" && names.TrueForAll(near => RuleNames.IsHadolint(near[0]))
                ? $"# hadolint {Scope}ignore={list}" + (Reason.Length > 0 ? " # " + Reason : "")
            : $"# dockerlint {Scope}ignore={list}" + (Reason.Length > 0 ? " -- " + Reason : "");
    }

    /// <summary>Reads a comment that is no suppression as it stands; null when it was hardly meant to be one.</summary>
    internal static SuppressionAttempt? Read(ReadOnlySpan<char> text, TextSpan span)
    {
        var reader = new LooseReader(text.ToString());
        reader.Skip("# \t");
        var program = reader.Word();
        if (s_programs.FirstOrDefault(known => program.StartsWith(known + "-", StringComparison.OrdinalIgnoreCase)) is { } prefix)
        {
            reader.Back(program.Length - prefix.Length);
            program = prefix;
        }

        if (program.Equals("check", StringComparison.OrdinalIgnoreCase) || program.Equals("buildkit", StringComparison.OrdinalIgnoreCase))
        {
            return ReadCheck(reader, span);
        }

        var isTold = s_programs.Contains(program, StringComparer.OrdinalIgnoreCase);
        var near = isTold ? program.ToLowerInvariant()
            : s_others.Contains(program, StringComparer.OrdinalIgnoreCase) ? null
            : Spelling.Nearest(program.ToLowerInvariant(), s_programs);
        if (near is null)
        {
            // ignore=DL3008: nobody is addressed.
            return program.ToLowerInvariant() is "ignore" or "disable" && reader.Skip(" \t") is var _ && reader.Skip("=:").Length > 0
                ? Finish(reader, "dockerlint", "", span, isStrict: true) : null;
        }

        reader.Skip(" \t:,;@-");
        var scope = "";
        var word = reader.Word();
        if (word.ToLowerInvariant() is "global" or "globally" or "file" or "stage")
        {
            scope = word.Equals("stage", StringComparison.OrdinalIgnoreCase) ? "stage " : "global ";
            reader.Skip(" \t:");
            word = reader.Word();
        }

        if (RuleNames.IsCode(word))
        {
            reader.Back(word.Length);
            return Finish(reader, near, scope, span, isStrict: true);
        }

        var verb = word.ToLowerInvariant();
        scope = verb.EndsWith("-file", StringComparison.Ordinal) ? "global " : scope;
        var isVerb = s_verbs.Contains(verb);
        if (!isVerb && Spelling.Nearest(verb, ["ignore", "disable", "global", "stage"]) is not { } guess)
        {
            return null;
        }

        reader.Skip(" \t");
        if (!isVerb && Spelling.Nearest(verb, ["ignore", "disable", "global", "stage"]) is "global" or "stage")
        {
            scope = Spelling.Nearest(verb, ["global", "stage"]) + " ";
            isVerb = reader.Word() is var real && s_verbs.Contains(real.ToLowerInvariant());
            reader.Skip(" \t");
        }

        var sign = reader.Skip("=:([ \t");
        return Finish(reader, near, scope, span, isStrict: !isVerb && sign.Length == 0);
    }

    private static SuppressionAttempt? ReadCheck(LooseReader reader, TextSpan span)
    {
        reader.Skip(" \t:=");
        var word = reader.Word();
        if (!s_verbs.Contains(word.ToLowerInvariant()) && Spelling.Nearest(word.ToLowerInvariant(), ["skip", "ignore"]) is null)
        {
            reader.Back(word.Length);
        }

        var sign = reader.Skip(" \t:=([");
        return Finish(reader, "check", "", span, isStrict: !sign.Contains('='), isCheck: true);
    }

    // The names and the reason. Where the rest is prose without a mark, it was prose from the beginning.
    private static SuppressionAttempt? Finish(
        LooseReader reader, string program, string scope, TextSpan span, bool isStrict, bool isCheck = false)
    {
        var names = new List<string>();
        while (true)
        {
            reader.Skip(" \t,;&|\"'");
            var word = reader.Name();
            if (word.Equals("and", StringComparison.OrdinalIgnoreCase) && names.Count > 0)
            {
                continue;
            }

            var isName = isCheck ? RuleNames.IsKnown(word) || (names.Count == 0 && !isStrict && word.Length > 4
                && RuleNames.Near(word).Count == 1) : RuleNames.LooksLikeOne(word)
                || (!isStrict && names.Count == 0 && word.Equals("all", StringComparison.OrdinalIgnoreCase));
            if (!isName)
            {
                reader.Back(word.Length);
                break;
            }

            names.Add(word);
        }

        var mark = reader.Skip(" \t)]\"'");
        var sign = reader.Skip("-#/:;(,.\u2013\u2014 \t");
        var reason = reader.Rest().Trim().TrimEnd(')');
        return names.Count == 0 || (isStrict && reason.Length > 0 && sign.Trim().Length == 0 && !mark.Contains(')')) ? null
            : new SuppressionAttempt(program, scope, names, reason, span);
    }
}
