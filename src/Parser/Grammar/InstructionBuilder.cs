namespace Dockerlint.Syntax.Grammar;

/// <summary>Makes a typed instruction from a logical line; arguments no form accepts give a malformed one.</summary>
internal sealed class InstructionBuilder(LogicalLine file, ElementReader reader, char escape)
{
    private readonly WordGrammar _words = WordGrammar.For(escape);
    private readonly LineGrammar _lines = LineGrammar.For(escape);

    internal InstructionSyntax Build(LogicalLine line, bool hasEmptyContinuation)
    {
        var start = GrammarText.SkipSpaces(line.Text, 0, line.Text.Length);
        var end = GrammarText.TrimEnd(line.Text, start, line.Text.Length);
        return Build(line, start, end, hasEmptyContinuation, nested: false);
    }

    private InstructionSyntax Build(LogicalLine line, int start, int end, bool hasEmptyContinuation, bool nested)
    {
        var text = line.Text;
        var keywordEnd = start;
        while (keywordEnd < end && !GrammarText.IsBlank(text[keywordEnd]))
        {
            keywordEnd++;
        }

        var name = text[start..keywordEnd].ToUpperInvariant();
        var keyword = new SyntaxToken(TokenKind.Keyword, start, keywordEnd - start, name);
        var arguments = GrammarText.SkipSpaces(text, keywordEnd, end);
        var (flags, flagsEnd) = ReadFlags(text, ref arguments, end);
        var head = new InstructionHead(line, start, end - start, keyword, flags, flagsEnd, [], hasEmptyContinuation, _words);
        if (!Instructions.IsKnown(name))
        {
            return new UnknownInstruction(head, Rest(arguments, end));
        }

        if (name == "ONBUILD")
        {
            return arguments >= end
                ? new MalformedInstruction(head, null, "ONBUILD requires an instruction")
                : nested
                    ? new MalformedInstruction(head, Rest(arguments, end), "ONBUILD ONBUILD is not allowed")
                    : new OnbuildInstruction(head, Build(line, arguments, end, false, nested: true));
        }

        JsonArraySyntax? json = null;
        if (name is "ADD" or "COPY" or "RUN" or "CMD" or "ENTRYPOINT" or "SHELL" or "VOLUME")
        {
            _ = JsonGrammar.TryParse(text, arguments, end, out json, out var isOtherArray);
            if (isOtherArray)
            {
                return new MalformedInstruction(head, Rest(arguments, end), "a JSON array of arguments must hold strings only");
            }
        }

        if (json is null && name is "ADD" or "COPY" or "RUN")
        {
            head = head with { Heredocs = ReadHeredocs(line) };
        }

        return BuildArguments(head, name, text, arguments, end, json);
    }

    private InstructionSyntax BuildArguments(InstructionHead head, string name, string text, int start, int end, JsonArraySyntax? json)
    {
        CommandSyntax? command = json ?? (start < end ? new ShellFormSyntax(start, end - start) as CommandSyntax : null);
        switch (name)
        {
            case "RUN":
                return new RunInstruction(head, command);
            case "CMD":
                return new CmdInstruction(head, command);
            case "ENTRYPOINT":
                return new EntrypointInstruction(head, command);
            case "SHELL":
                return new ShellInstruction(head, command);
            case "HEALTHCHECK":
                return BuildHealthcheck(head, text, start, end);
            case "COPY":
                return new CopyInstruction(head, PlainWords(text, start, end, json), json);
            case "ADD":
                return new AddInstruction(head, PlainWords(text, start, end, json), json);
            case "VOLUME":
                return new VolumeInstruction(head, PlainWords(text, start, end, json), json);
            case "EXPOSE":
                return new ExposeInstruction(head, PlainWords(text, start, end, null));
            case "FROM":
                return BuildFrom(head, text, start, end);
            case "ARG" or "ENV" or "LABEL":
                return BuildPairs(head, name, text, start, end);
        }

        if (start >= end)
        {
            return new MalformedInstruction(head, null, $"{name} requires exactly one argument");
        }

        var argument = _words.Parse(text, start, end);
        return name switch
        {
            "USER" => new UserInstruction(head, argument),
            "WORKDIR" => new WorkdirInstruction(head, argument),
            "STOPSIGNAL" => new StopsignalInstruction(head, argument),
            _ => new MaintainerInstruction(head, argument),
        };
    }

    private InstructionSyntax BuildFrom(InstructionHead head, string text, int start, int end)
    {
        var words = LineGrammar.Plain(text, start, end);
        var hasName = words.Count == 3 && text.AsSpan(words[1].Start, words[1].Length).Equals("AS", StringComparison.OrdinalIgnoreCase);
        if (words.Count != 1 && !hasName)
        {
            return new MalformedInstruction(head, Rest(start, end), "FROM requires an image, or an image, AS and a stage name");
        }

        return new FromInstruction(
            head,
            _words.Parse(text, words[0].Start, words[0].End),
            hasName ? new SyntaxToken(TokenKind.SubKeyword, words[1].Start, words[1].Length) : null,
            hasName ? new WordSyntax(words[2].Start, words[2].Length, [new LiteralSyntax(words[2].Start, words[2].Length)]) : null);
    }

    private InstructionSyntax BuildHealthcheck(InstructionHead head, string text, int start, int end)
    {
        if (start >= end)
        {
            return new MalformedInstruction(head, null, "HEALTHCHECK requires CMD or NONE");
        }

        var typeEnd = start;
        while (typeEnd < end && !GrammarText.IsSpace(text[typeEnd]))
        {
            typeEnd++;
        }

        var arguments = GrammarText.SkipSpaces(text, typeEnd, end);
        JsonGrammar.TryParse(text, arguments, end, out var json, out var isOtherArray);
        if (isOtherArray)
        {
            return new MalformedInstruction(head, Rest(start, end), "a JSON array of arguments must hold strings only");
        }

        var command = json ?? (arguments < end ? new ShellFormSyntax(arguments, end - arguments) as CommandSyntax : null);
        return new HealthcheckInstruction(head, new SyntaxToken(TokenKind.SubKeyword, start, typeEnd - start), command);
    }

    private InstructionSyntax BuildPairs(InstructionHead head, string name, string text, int start, int end)
    {
        var words = _lines.Words(text, start, end);
        if (words.Count == 0)
        {
            return new MalformedInstruction(head, null, $"{name} requires at least one argument");
        }

        var pairs = new List<KeyValueSyntax>();
        if (name != "ARG" && !text.AsSpan(words[0].Start, words[0].Length).Contains('='))
        {
            // Legacy form: the name ends at the first blank, the rest is the value.
            var keyEnd = start;
            while (keyEnd < end && !GrammarText.IsBlank(text[keyEnd]))
            {
                keyEnd++;
            }

            var value = GrammarText.SkipSpaces(text, keyEnd, end);
            if (value >= end)
            {
                return new MalformedInstruction(head, Rest(start, end), $"{name} requires a name and a value: {name} name=value");
            }

            pairs.Add(new KeyValueSyntax(start, end - start, _words.Parse(text, start, keyEnd), null, _words.Parse(text, value, end)));
        }
        else
        {
            foreach (var word in words)
            {
                var equals = text.IndexOf('=', word.Start, word.Length);
                if (equals < 0 && name != "ARG")
                {
                    return new MalformedInstruction(head, Rest(start, end),
                        $"expected name=value, but {text.Substring(word.Start, word.Length)} has no =");
                }

                pairs.Add(equals < 0
                    ? new KeyValueSyntax(word.Start, word.Length, _words.Parse(text, word.Start, word.End), null, null)
                    : new KeyValueSyntax(word.Start, word.Length, _words.Parse(text, word.Start, equals),
                        new SyntaxToken(TokenKind.EqualsSign, equals, 1), _words.Parse(text, equals + 1, word.End)));
            }
        }

        return name switch
        {
            "ARG" => new ArgInstruction(head, pairs),
            "ENV" => new EnvInstruction(head, pairs),
            _ => new LabelInstruction(head, pairs),
        };
    }

    private List<WordSyntax> PlainWords(string text, int start, int end, JsonArraySyntax? json) =>
        json is not null ? [] : [.. LineGrammar.Plain(text, start, end).Select(word => _words.Parse(text, word.Start, word.End))];

    private List<HeredocSyntax> ReadHeredocs(LogicalLine line)
    {
        var heredocs = new List<HeredocSyntax>();
        foreach (var marker in HeredocReader.FindMarkers(line.Text, 0))
        {
            heredocs.Add(HeredocReader.ReadBody(marker, line, file, _words, reader));
            if (heredocs[^1].Terminator is null)
            {
                break;
            }
        }

        return heredocs;
    }

    private (List<FlagSyntax> Flags, SyntaxToken? End) ReadFlags(string text, ref int position, int end)
    {
        var flags = new List<FlagSyntax>();
        SyntaxToken? flagsEnd = null;
        var last = position;
        foreach (var raw in LineGrammar.Flags(text, position, end))
        {
            last = raw.End;
            if (raw.Length == 2)
            {
                flagsEnd = new SyntaxToken(TokenKind.FlagsEnd, raw.Start, 2);
                break;
            }

            flags.Add(ReadFlag(text, raw));
        }

        position = GrammarText.SkipSpaces(text, last, end);
        return (flags, flagsEnd);
    }

    private FlagSyntax ReadFlag(string text, RawSpan raw)
    {
        var cooked = FlagText.Unquote(text.AsSpan(raw.Start + 2, raw.Length - 2));
        var equals = text.IndexOf('=', raw.Start, raw.Length);
        var cookedEquals = cooked.IndexOf('=', StringComparison.Ordinal);
        var name = cookedEquals < 0 ? cooked : cooked[..cookedEquals];
        var value = cookedEquals < 0 ? null : cooked[(cookedEquals + 1)..];
        return equals < 0
            ? new FlagSyntax(name, value, new SyntaxToken(TokenKind.FlagName, raw.Start, raw.Length), null, null, raw.Length, _words)
            : new FlagSyntax(name, value, new SyntaxToken(TokenKind.FlagName, raw.Start, equals - raw.Start),
                new SyntaxToken(TokenKind.EqualsSign, equals, 1), _words.Parse(text, equals + 1, raw.End), raw.Length, _words);
    }

    private static SyntaxToken? Rest(int start, int end) =>
        end > start ? new SyntaxToken(TokenKind.BadText, start, end - start) : null;
}
