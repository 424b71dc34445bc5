using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What comments in a script switch off, and where.</summary>
internal sealed class ScriptDirectives
{
    private const string Name = "shellcheck";
    private readonly List<(int First, int Last, TextSpan Span)> _disabled = [];
    private readonly bool _isUnreadable;

    internal ScriptDirectives(CheckedScript script, IReadOnlyList<string> forAll)
    {
        _isUnreadable = !script.IsReadable;
        foreach (var directive in forAll)
        {
            Add(directive, new TextSpan(0, script.Text.Length));
        }

        if (script.Tree.Comments.IsEmpty || !script.Text.Contains(Name, StringComparison.Ordinal))
        {
            return;
        }

        // A comment speaks of the next list of commands.
        var lists = script.All<AndOrList>().OrderBy(list => list.Span.Start).ThenByDescending(list => list.Span.Length).ToList();
        var gaps = Gaps(lists);
        var next = 0;
        foreach (var comment in script.Tree.Comments)
        {
            while (next < lists.Count && lists[next].Span.Start < comment.End)
            {
                next++;
            }

            var text = script.Slice(comment)[1..].Trim();
            if (text.StartsWith(Name, StringComparison.Ordinal))
            {
                IsBroken |= IsWithin(gaps, comment)
                    || (next < lists.Count && (!Add(text, lists[next].Span) || !IsInPlace(script, comment)));
            }
        }
    }

    /// <summary>Whether a comment is not as it should be, so that nothing can be told of the script.</summary>
    internal bool IsBroken { get; }

    /// <summary>Whether a finding is switched off.</summary>
    internal bool Disables(int code, TextSpan span) => IsBroken || _isUnreadable
        || _disabled.Any(range => range.First <= code && code <= range.Last && range.Span.Start <= span.Start
            && span.Start <= range.Span.End);

    // Behind a command on its line, or within a list, a comment speaks of nothing.
    private static bool IsWithin(TextSpan[] gaps, TextSpan comment)
    {
        var (low, high) = (0, gaps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = gaps[middle].Start <= comment.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && comment.End <= gaps[low - 1].End;
    }

    // What lies between two pipelines of a list, in the order of the script.
    private static TextSpan[] Gaps(IEnumerable<AndOrList> lists) =>
    [
        .. lists.Where(list => list.Pipelines.Length > 1)
            .SelectMany(list => list.Pipelines.Zip(list.Pipelines.Skip(1)))
            .Where(pair => pair.First.Span.End <= pair.Second.Span.Start)
            .Select(pair => TextSpan.FromBounds(pair.First.Span.End, pair.Second.Span.Start)).OrderBy(gap => gap.Start),
    ];

    private static bool IsInPlace(CheckedScript script, TextSpan comment)
    {
        var start = script.Text.LastIndexOf('\n', Math.Max(0, comment.Start - 1)) + 1;
        var before = script.Text.AsSpan(start, Math.Max(0, comment.Start - start)).Trim();
        return before.IsEmpty || before is "{" or "(" or "if" or "then" or "do" or "else" or "while" or "until" || before.EndsWith(";")
            || before.EndsWith(")") || before.EndsWith("{") || before.EndsWith("then") || before.EndsWith("do");
    }

    private bool Add(string directive, TextSpan span)
    {
        var words = directive[Name.Length..].Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !char.IsWhiteSpace(directive, Name.Length))
        {
            return words.Length == 0;
        }

        foreach (var word in words)
        {
            if (word.Split('=', 2) is not [var key, var value])
            {
                return false;
            }

            if (key == "disable" && !value.Trim('"').Split(',').All(item => Disable(item, span)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Disable(string item, TextSpan span)
    {
        if (item == "all")
        {
            _disabled.Add((0, int.MaxValue, span));
            return true;
        }

        var ends = item.Split('-').Select(end => end.StartsWith("SC", StringComparison.Ordinal) ? end[2..] : end).ToArray();
        if (ends.Length > 2 || !int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last))
        {
            return false;
        }

        _disabled.Add((first, last, span));
        return true;
    }
}
