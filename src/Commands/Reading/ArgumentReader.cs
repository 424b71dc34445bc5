using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>Tells verb, options and operands of one tool apart. It is used for one command after another.</summary>
internal sealed class ArgumentReader
{
    private readonly OptionReader _options;
    private ToolSpec? _tool;
    private ImmutableArray<CommandWord> _words;
    private CommandWord _prefixWord;
    private bool _isVerbUnknown;
    private bool _isEnded;

    internal ArgumentReader() => _options = new OptionReader(this);

    internal List<InvocationOption> Options { get; } = [];

    internal List<CommandWord> Operands { get; } = [];

    internal List<EnvironmentSetting> Settings { get; } = [];

    /// <summary>The commands that options hold, as ranges of the arguments.</summary>
    internal List<Range> InnerRanges { get; } = [];

    internal VerbSpec? Verb { get; private set; }

    internal string? VerbName { get; private set; }

    internal CommandWord? VerbWord { get; private set; }

    /// <summary>The first words of a verb that has more.</summary>
    internal string? Prefix { get; private set; }

    internal bool IsOpen { get; set; }

    internal RunsSpec? Runs => Verb?.Runs ?? _tool?.Runs;

    /// <summary>The index of the first word of the command that this one runs; null when it runs none.</summary>
    internal int? InnerStart { get; set; }

    /// <summary>Words in front of those at <see cref="InnerStart"/> that an option gives.</summary>
    internal ImmutableArray<CommandWord>? InnerWords { get; set; }

    internal CommandWord? ScriptWord { get; private set; }

    internal bool IsVerbPending => _tool is { Verbs.IsEmpty: false, HasOptionVerbs: false, HasManyVerbs: false } && Verb is null
        && VerbName is null && !_isVerbUnknown;

    /// <summary>No word behind this one is an option.</summary>
    internal void EndOptions() => _isEnded = true;

    internal void Read(ToolSpec? tool, ImmutableArray<CommandWord> words, int start)
    {
        Reset(tool, words);
        _options.Offset = start;
        for (var i = start; i < words.Length && InnerStart is null; i++)
        {
            i = ReadWord(i, i == start);
        }

        EndVerb();
        FindOptionVerb();
        FindScript();
    }

    private void Reset(ToolSpec? tool, ImmutableArray<CommandWord> words)
    {
        Options.Clear();
        Operands.Clear();
        Settings.Clear();
        InnerRanges.Clear();
        (Verb, VerbName, VerbWord, InnerStart, InnerWords, ScriptWord) = (null, null, null, null, null, null);
        (_tool, _words, Prefix, _isVerbUnknown, _isEnded, IsOpen) = (tool, words, null, false, false, false);
    }

    /// <summary>Reads the word of that index and the values that belong to it; the index of the last word read.</summary>
    private int ReadWord(int index, bool isFirst)
    {
        var word = _words[index];
        if (_isEnded || word.Text.Length == 0)
        {
            ReadOperand(word, index);
            return index;
        }

        if (word.IsOpen)
        {
            IsOpen = true;
            _isVerbUnknown |= IsVerbPending;
            ReadOperand(word, index);
            return index;
        }

        if (word.Text == "--" && _tool is not { IgnoresDoubleDash: true })
        {
            _isEnded = true;
            // cargo test -- --nocapture: what follows is for what it runs.
            return _tool is { PassesBehindDashes: true } ? _words.Length - 1 : index;
        }

        if (isFirst && _tool is { HasBareCluster: true } && word.Text[0] is not ('-' or '/' or '.'))
        {
            return _options.ReadBareCluster(_tool, _words, index);
        }

        var last = _options.Read(_tool, Verb, _words, index);
        if (last < 0)
        {
            ReadOperand(word, index);
            return index;
        }

        return last;
    }

    private void ReadOperand(CommandWord word, int index)
    {
        // corepack yarn runs another tool, corepack enable is a verb of its own.
        var runs = Runs is { Kind: RunsKind.Words } words ? words : null;
        if (runs is { Only.IsEmpty: false } && TryRun(runs, word, index))
        {
            return;
        }

        if (IsVerbPending && !_isEnded && TryVerb(word))
        {
            return;
        }

        if (runs is { Only.IsEmpty: true } && TryRun(runs, word, index))
        {
            return;
        }

        Operands.Add(word);
        if (_tool is { StopsAtOperand: true } || Verb is { StopsAtOperand: true })
        {
            _isEnded |= Runs is not { Kind: RunsKind.Words } || Operands.Count > Runs.Skip;
        }
    }

    private bool TryVerb(CommandWord word)
    {
        if (word.Value is not { } text)
        {
            _isVerbUnknown = true;
            return false;
        }

        // bundle _2.1.4_ install: a version of the tool itself.
        if (text is ['_', _, .., '_'])
        {
            Options.Add(new InvocationOption("_", null, word.Span, word, true));
            return true;
        }

        var name = Prefix is null ? text : Prefix + " " + text;
        if (_tool!.LeadsOn(name))
        {
            (Prefix, _prefixWord) = (name, word);
            return true;
        }

        if (_tool.FindVerb(name) is null && Prefix is not null)
        {
            EndVerb();
            return false;
        }

        Set(_tool.FindVerb(name), name, word);
        return true;
    }

    private void Set(VerbSpec? verb, string name, CommandWord? word)
    {
        (Verb, VerbName, VerbWord, Prefix) = (verb, verb?.NameOf(name) ?? name, word, null);
        _isEnded |= verb is { StopsAtOnce: true };
    }

    private void EndVerb()
    {
        if (Prefix is not null)
        {
            Set(_tool!.FindVerb(Prefix), Prefix, _prefixWord);
        }
        else if (IsVerbPending && _tool!.DefaultVerb is { } name && !AsksForHelp())
        {
            Set(_tool.FindVerb(name), name, null);
        }
    }

    private bool AsksForHelp()
    {
        foreach (var option in Options)
        {
            if (option.Name is "--version" or "--help" || (option.Spec is { } spec && (spec.Names.Contains("--version")
                || spec.Names.Contains("--help"))))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRun(RunsSpec runs, CommandWord word, int index)
    {
        var isTold = runs.Options.IsEmpty;
        foreach (var option in Options)
        {
            isTold |= runs.Options.Contains(option.Name);
            if (runs.Unless.Contains(option.Name) || (option.Spec is { } spec && runs.Unless.Contains(spec.Name)))
            {
                return false;
            }
        }

        if (!isTold)
        {
            return false;
        }

        if (runs.TakesAssignments && word.Text.IndexOf('=', StringComparison.Ordinal) is var equals && equals > 0
            && IsName(word.Text.AsSpan(0, equals)))
        {
            Settings.Add(new EnvironmentSetting(word.Text[..equals], word.IsKnown ? word.Text[(equals + 1)..] : null, false, word.Span));
            return true;
        }

        if (Operands.Count < runs.Skip || (!runs.Only.IsEmpty && (Operands.Count > runs.Skip || VerbName is not null
            || word.Value is not { } program || !runs.Only.Contains(program[(program.LastIndexOf('/') + 1)..]))))
        {
            return false;
        }

        InnerStart = index;
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return !char.IsAsciiDigit(text[0]) && text[0] != '-';
    }

    private void FindOptionVerb()
    {
        if (_tool is { HasOptionVerbs: true })
        {
            foreach (var option in Options)
            {
                if (option.Spec is { } spec && _tool.FindVerb(spec.Name) is { } verb)
                {
                    (Verb, VerbName) = (verb, spec.Name);
                    return;
                }
            }

            if (_tool.DefaultVerb is { } name && !IsOpen)
            {
                (Verb, VerbName) = (_tool.FindVerb(name), name);
            }
        }
        else if (_tool is { HasManyVerbs: true })
        {
            // Of Maven's goals and Gradle's tasks the last one that is known says what it is all for.
            foreach (var operand in Operands)
            {
                if (operand.Value is { } text && VerbOf(_tool, text) is { } verb)
                {
                    var name = verb.Names.Contains(text) ? text : text[(text.LastIndexOf(':') + 1)..];
                    (Verb, VerbName, VerbWord) = (verb, verb.NameOf(name), operand);
                }
            }

            if (Verb is null && Operands is [{ Value: { } first }, ..])
            {
                (VerbName, VerbWord) = (first, Operands[0]);
            }
        }
    }

    /// <summary>The verb among many of which the operand may be one, with or without the project or plugin it is of.</summary>
    internal static VerbSpec? VerbOf(ToolSpec tool, string operand) =>
        tool.FindVerb(operand) ?? (operand.Contains(':', StringComparison.Ordinal)
            ? tool.FindVerb(operand[(operand.LastIndexOf(':') + 1)..]) : null);

    private CommandWord Joined() => new(
        string.Join(' ', Operands.Select(word => word.Text)), TextSpan.FromBounds(Operands[0].Span.Start, Operands[^1].Span.End));

    private void FindScript()
    {
        if ((Verb?.RunsText ?? _tool?.RunsText) is not { } runs || InnerStart is not null)
        {
            return;
        }

        var isTold = runs.Options.IsEmpty;
        foreach (var option in Options)
        {
            if (runs.Options.Contains(option.Name))
            {
                isTold = true;
                if (runs.IsOptionValue)
                {
                    ScriptWord = option.Value;
                }
            }
        }

        if (isTold && !runs.IsOptionValue && Operands.Count > runs.Skip)
        {
            // eval joins all its words, sh -c takes the first.
            ScriptWord = runs.Options.IsEmpty && Operands.Count > 1 ? Joined() : Operands[runs.Skip];
        }
    }
}
