using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Which options of a program take a value from the next argument; reads arguments as getopt_long does.</summary>
/// <param name="shortWithValue">The letters of short options with a value.</param>
/// <param name="longWithValue">The names of long options with a value, without dashes.</param>
internal sealed class OptionTable(string shortWithValue, params string[] longWithValue)
{
    /// <summary>Whether one dash begins a long name, as in Go's tools.</summary>
    internal bool HasSingleDashNames { get; init; }

    /// <summary>The first letter of short options that have two, as the n of <c>-nv</c> in wget.</summary>
    internal char PairLetter { get; init; }

    /// <summary>The options and operands of a program.</summary>
    internal ParsedArguments Read(ProgramUse use)
    {
        var options = new List<ParsedOption>();
        var operands = new List<ProgramArgument>();
        for (var i = 0; i < use.Arguments.Length; i++)
        {
            var argument = use.Arguments[i];
            if (argument.Value == "--")
            {
                operands.AddRange(use.Arguments[(i + 1)..]);
                break;
            }

            if (argument.Value is not ['-', _, ..] word)
            {
                operands.Add(argument);
            }
            else if (Read(word, argument, options))
            {
                i++;
                var value = i < use.Arguments.Length ? use.Arguments[i] : default;
                options[^1] = options[^1] with { Value = value.Value, IsValueKnown = value.Word is not null && value.Value is not null };
            }
        }

        return new ParsedArguments(options, operands, use.HasUnknown);
    }

    /// <summary>Reads one word of options; true when the last one takes the next word as its value.</summary>
    private bool Read(string word, ProgramArgument argument, List<ParsedOption> options)
    {
        if (word.StartsWith("--", StringComparison.Ordinal) || HasSingleDashNames)
        {
            var name = word.TrimStart('-');
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            options.Add(new ParsedOption(equals < 0 ? name : name[..equals], equals < 0 ? null : name[(equals + 1)..], equals >= 0, argument));
            return equals < 0 && longWithValue.Contains(name);
        }

        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == PairLetter && i + 1 < word.Length)
            {
                options.Add(new ParsedOption(word.Substring(i++, 2), null, false, argument));
                continue;
            }

            var takesValue = shortWithValue.Contains(word[i], StringComparison.Ordinal);
            var rest = word[(i + 1)..];
            var isAttached = rest.StartsWith('=') || (takesValue && rest.Length > 0);
            options.Add(new ParsedOption(word[i].ToString(), isAttached ? rest.TrimStart('=') : null, isAttached, argument));
            if (isAttached || takesValue)
            {
                return !isAttached;
            }
        }

        return false;
    }
}
