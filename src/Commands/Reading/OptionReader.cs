using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>Reads the options of a tool in the style the tool reads them.</summary>
internal sealed class OptionReader(ArgumentReader arguments)
{
    private ToolSpec? _tool;
    private VerbSpec? _verb;
    private ImmutableArray<CommandWord> _words;
    private int _last;

    /// <summary>The index of the first argument.</summary>
    internal int Offset { get; set; }

    /// <summary>Reads the word of that index; the index of the last word that belongs to it, or -1 when it is no option.</summary>
    internal int Read(ToolSpec? tool, VerbSpec? verb, ImmutableArray<CommandWord> words, int index)
    {
        (_tool, _verb, _words, _last) = (tool, verb, words, index);
        var word = words[index];
        var style = tool?.Style ?? ToolStyle.Clusters;
        if (tool is { HasPlusOptions: true } && word.Text is ['+', _, ..] && (tool.Verbs.IsEmpty || arguments.IsVerbPending))
        {
            return ReadPlus(word);
        }

        if (style == ToolStyle.Slash && word.Text is ['/', _, ..])
        {
            ReadWhole(word, ':');
            return _last;
        }

        if (tool is { HasBareOptions: true } && word.Text.Length > 0 && word.Text[0] != '-' && FindBare(word.Text) is { } bare)
        {
            Add(bare.Length == word.Text.Length ? word.Text : word.Text[..bare.Length], bare.Spec, word.Span,
                bare.Length < word.Text.Length ? word.From(bare.Length) : null, true);
            return _last;
        }

        if (word.Text is not ['-', _, ..])
        {
            if (word.Text == "-" && Find("-") is { } dash)
            {
                Add("-", dash, word.Span, null, false);
                return _last;
            }

            return -1;
        }

        switch (style)
        {
            case ToolStyle.Clusters when tool is { UnknownIsOperand: true } && Find(word.Text.AsSpan(0, 2)) is null:
                return -1;
            case ToolStyle.Clusters when word.Text[1] == '-':
                ReadLong(word);
                break;
            case ToolStyle.Clusters:
                ReadCluster(word, 1);
                break;
            case ToolStyle.Go when word.Text.StartsWith("--", StringComparison.Ordinal):
                ReadWhole(word.From(1), '=');
                break;
            case ToolStyle.PowerShell:
                ReadWhole(word, ':');
                break;
            default:
                ReadWhole(word, '=');
                break;
        }

        return _last;
    }

    /// <summary>The letters of tar's first word; their values are the next words, in the order of the letters.</summary>
    internal int ReadBareCluster(ToolSpec tool, ImmutableArray<CommandWord> words, int index)
    {
        (_tool, _verb, _words, _last) = (tool, null, words, index);
        var word = words[index];
        for (var i = 0; i < word.Text.Length; i++)
        {
            var name = "-" + word.Text[i];
            var spec = Find(name);
            Add(name, spec, word.From(i).Span, spec?.Value == OptionValue.Required ? TakeNext() : null, false);
        }

        return _last;
    }

    // The table has the name already.
    private static string NameOf(OptionSpec? spec, ReadOnlySpan<char> written)
    {
        foreach (var name in spec?.Names ?? [])
        {
            if (written.SequenceEqual(name))
            {
                return name;
            }
        }

        return written.ToString();
    }

    private OptionSpec? Find(ReadOnlySpan<char> name)
    {
        if (_tool is null)
        {
            return null;
        }

        if (_verb?.Options.Find(name) is { } own)
        {
            return own;
        }

        if (_tool.HasStrictPlaces && arguments.VerbName is not null)
        {
            return null;
        }

        var prefix = arguments.Prefix;
        return (prefix is null || !_tool.HasStrictPlaces ? _tool.Options.Find(name) : null)
            ?? (arguments.IsVerbPending && (prefix is not null || !_tool.HasStrictPlaces) ? _tool.FindOfAnyVerb(name, prefix) : null);
    }

    /// <summary>
    /// An option that does not begin with a dash: the marks of find, the switches of MSBuild, with their value behind a colon.
    /// </summary>
    private (OptionSpec Spec, int Length)? FindBare(string text)
    {
        if (Find(text) is { } exact)
        {
            return (exact, text.Length);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Find(text.AsSpan(0, colon + 1)) is { } valued ? (valued, colon + 1) : null;
    }

    private OptionSpec? FindShortened(ReadOnlySpan<char> name, bool ignoresCase) =>
        _verb?.Options.FindShortened(name, ignoresCase) ?? _tool!.Options.FindShortened(name, ignoresCase);

    private int ReadPlus(CommandWord word)
    {
        var spec = Find(word.Text.AsSpan(0, 2));
        var isSwitch = spec is not null && word.Text.Length == 2;
        spec ??= Find("+");
        Add(isSwitch ? word.Text : "+", spec, word.Span, spec?.Value == OptionValue.Required && isSwitch ? TakeNext() : isSwitch ? null
            : word.From(1), !isSwitch);
        return _last;
    }

    private void ReadLong(CommandWord word)
    {
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        var spec = Find(equals < 0 ? word.Text : word.Text.AsSpan(0, equals));
        var name = equals < 0 ? word.Text : NameOf(spec, word.Text.AsSpan(0, equals));
        if (spec is null && _tool is { Abbreviates: true } && name.Length > 3)
        {
            spec = FindShortened(name, false);
        }

        if (spec is null && name.Contains(CommandWord.UnknownText, StringComparison.Ordinal))
        {
            arguments.IsOpen = true;
        }

        AddWithValue(name, spec, word, equals);
    }

    private void ReadCluster(CommandWord word, int start)
    {
        if (_tool is { HasNumberOption: true } && char.IsAsciiDigit(word.Text[1]))
        {
            Add(word.Text, null, word.Span, null, false);
            return;
        }

        Span<char> letters = ['-', ' ', ' '];
        for (var i = start; i < word.Text.Length; i++)
        {
            if (word.Text[i] == CommandWord.UnknownText)
            {
                arguments.IsOpen = true;
                return;
            }

            letters[1] = word.Text[i];
            var length = 1;
            OptionSpec? spec = null;
            if (i + 1 < word.Text.Length)
            {
                // wget has options of two letters behind one dash, such as -nv.
                letters[2] = word.Text[i + 1];
                spec = Find(letters);
                length = spec is null ? 1 : 2;
            }

            spec ??= Find(letters[..2]);
            var name = NameOf(spec, letters[..(1 + length)]);
            var span = new TextSpan(word.From(i).Span.Start, length);
            var rest = i + length;
            var isEqual = rest < word.Text.Length && word.Text[rest] == '=' && _tool is not { Abbreviates: true };
            if (rest == word.Text.Length)
            {
                Add(name, spec, span, spec is null ? null : TakeValue(spec), false);
                return;
            }

            if (isEqual || spec is { Value: not OptionValue.None })
            {
                Add(name, spec, span, word.From(isEqual ? rest + 1 : rest), true);
                Run(spec, word.From(isEqual ? rest + 1 : rest));
                return;
            }

            Add(name, spec, span, null, false);
            i += length - 1;
        }
    }

    /// <summary>
    /// Reads a word that is one option, whose value stands behind the separator, directly behind the name or in the next word.
    /// </summary>
    private void ReadWhole(CommandWord word, char separator)
    {
        var isNamed = _tool!.Style is ToolStyle.PowerShell or ToolStyle.Slash;
        var spec = Find(word.Text);
        var at = word.Text.IndexOf(separator, StringComparison.Ordinal);
        if (spec is not null)
        {
            AddWithValue(word.Text, spec, word, -1);
            return;
        }

        if (at > 0)
        {
            var name = word.Text[..at];
            spec = Find(name) ?? (isNamed && name.Length > 1 ? FindShortened(name, true) : null);
            if (spec is not null)
            {
                AddWithValue(name, spec, word, at);
                return;
            }
        }
        else if (isNamed && FindShortened(word.Text, true) is { } shortened)
        {
            AddWithValue(word.Text, shortened, word, -1);
            return;
        }

        for (var length = Math.Min(word.Text.Length - 1, 16); _tool.Style == ToolStyle.Words && length >= 2; length--)
        {
            if (Find(word.Text.AsSpan(0,
                length)) is { Value: OptionValue.Required or OptionValue.Optional or OptionValue.Number } attached
                && length < LongestAttached(word.Text))
            {
                Add(word.Text[..length], attached, word.Span, word.From(length), true);
                return;
            }
        }

        if (_tool.UnknownIsOperand)
        {
            _last = -1;
            return;
        }

        arguments.IsOpen |= word.Text.AsSpan(0, at < 0 ? word.Text.Length : at).Contains(CommandWord.UnknownText);
        AddWithValue(at < 0 ? word.Text : word.Text[..at], null, word, at);
    }

    // A long name with two dashes has its value behind an equals sign only.
    private static int LongestAttached(string text) => text.StartsWith("--", StringComparison.Ordinal) ? 0 : int.MaxValue;

    private void AddWithValue(string name, OptionSpec? spec, CommandWord word, int separator)
    {
        var span = word.Text.Length == word.Span.Length || separator < 0 ? new TextSpan(word.Span.Start, Math.Min(name.Length,
            word.Span.Length)) : word.Span;
        if (separator >= 0)
        {
            Add(name, spec, span, word.From(separator + 1), true);
            Run(spec, word.From(separator + 1));
            return;
        }

        Add(name, spec, span, spec is null ? null : TakeValue(spec), false);
        while (spec is { Value: OptionValue.UntilOption } && _last + 1 < _words.Length && _words[_last + 1] is
            {
                IsOpen: false,
                Text: not ['-', _, ..]
            })
        {
            Add(name, spec, span, TakeNext(), false);
        }
    }

    private void Add(string name, OptionSpec? spec, TextSpan span, CommandWord? value, bool isAttached)
    {
        arguments.Options.Add(new InvocationOption(name, spec, span, value, isAttached));
        if (spec is { Role: OptionRole.Split } && value is { } text && arguments.Runs is not null)
        {
            arguments.InnerWords = [.. text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => text
                with { Text = part, Syntax = null })];
            arguments.InnerStart = _last + 1;
        }
    }

    private CommandWord? TakeNext() => _last + 1 < _words.Length ? _words[++_last] : null;

    private CommandWord? TakeValue(OptionSpec spec)
    {
        switch (spec.Value)
        {
            case OptionValue.Required:
                return TakeNext();
            case OptionValue.Number:
                return _last + 1 < _words.Length && (_words[_last + 1].IsOpen || _words[_last + 1].Text is [>= '0' and <= '9', ..])
                    ? TakeNext() : null;
            case OptionValue.Placed:
                return _last + 1 < _words.Length && _words[_last + 1] is { IsOpen: false, Text: not ['-', ..] } ? TakeNext() : null;
            case OptionValue.Two:
                TakeNext();
                return TakeNext();
            case OptionValue.UntilOption:
                return TakeNext();
            case OptionValue.Rest:
                return TakeRest(spec);
            case OptionValue.None when _tool is { TakesTrueFalse: true } && _last + 1 < _words.Length
                && _words[_last + 1].Text is "true" or "false":
                return TakeNext();
            default:
                return null;
        }
    }

    // python -m NAME: the words behind are those of another tool. find -exec: up to a semicolon or plus sign. Else it takes all there are.
    private CommandWord? TakeRest(OptionSpec spec)
    {
        var first = _last + 1;
        if (first >= _words.Length)
        {
            return null;
        }

        switch (arguments.Runs)
        {
            case { Kind: RunsKind.Module } module when module.Options.Contains(spec.Name):
                arguments.InnerStart = first;
                _last = first;
                return _words[first];
            case { Kind: RunsKind.Exec } exec when exec.Options.Contains(spec.Name):
                var end = first;
                while (end < _words.Length && _words[end].Text is not (";" or "+"))
                {
                    end++;
                }

                arguments.InnerRanges.Add(new Range(first - Offset, end - Offset));
                _last = Math.Min(end, _words.Length - 1);
                return _words[first];
            default:
                // java -jar x, python -c x: the words behind are for what it runs.
                arguments.EndOptions();
                return TakeNext();
        }
    }

    // python -mNAME
    private void Run(OptionSpec? spec, CommandWord value)
    {
        if (spec is not { Value: OptionValue.Rest })
        {
            return;
        }

        if (arguments.Runs is { Kind: RunsKind.Module } module && module.Options.Contains(spec.Name))
        {
            arguments.InnerWords = [value];
            arguments.InnerStart = _last + 1;
            return;
        }

        arguments.EndOptions();
    }
}
