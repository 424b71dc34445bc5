namespace Dockerlint.Syntax.Grammar;

/// <summary>Checks the arguments of well-formed instructions as BuildKit's typed layer does.</summary>
internal static class ArgumentValidation
{
    internal static void Validate(InstructionSyntax instruction, List<SyntaxError> errors)
    {
        switch (instruction)
        {
            case FromInstruction from:
                ValidateStageName(from, errors);
                ValidateWord(from.Image, errors);
                break;
            case FileTransferInstruction transfer:
                ValidateTransfer(transfer, errors);
                break;
            case WordListInstruction list:
                if (list.Arguments.Count == 0)
                {
                    Report(list, $"{list.Name} requires at least one argument", errors);
                }
                else if (list is VolumeInstruction && list.Arguments.Any(string.IsNullOrWhiteSpace))
                {
                    Report(list, "VOLUME cannot be an empty string", errors);
                }

                ValidateWords(list.ExpandedWords, errors);
                break;
            case ShellInstruction shell:
                if (shell.Command is not JsonArraySyntax { Items.Count: > 0 })
                {
                    Report(shell, shell.Command is ShellFormSyntax
                        ? "SHELL requires its arguments in JSON form: SHELL [\"executable\", \"parameter\"]"
                        : "SHELL requires at least one argument", errors);
                }

                break;
            case HealthcheckInstruction health:
                ValidateHealthcheck(health, errors);
                break;
            case KeyValueInstruction pairs:
                foreach (var pair in pairs.Pairs)
                {
                    if (pair.Key.LogicalLength == 0)
                    {
                        errors.Add(new SyntaxError(pair.Span, $"{pairs.Name} names cannot be blank"));
                    }

                    if (pairs is not ArgInstruction)
                    {
                        ValidateWord(pair.Key, errors);
                    }

                    ValidateWord(pair.Value, errors);
                }

                break;
            case SingleArgumentInstruction and not MaintainerInstruction:
                ValidateWord(((SingleArgumentInstruction)instruction).Argument, errors);
                break;
        }
    }

    private static void ValidateStageName(FromInstruction from, List<SyntaxError> errors)
    {
        if (from.StageName is not { } name)
        {
            return;
        }

        var text = name.RawText.ToLowerInvariant();
        if (!char.IsAsciiLetterLower(text[0])
            || text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or '.')))
        {
            errors.Add(new SyntaxError(name.Span,
                $"invalid stage name {name.RawText}: it must start with a letter and hold only letters, digits, - _ and ."));
        }
    }

    private static void ValidateTransfer(FileTransferInstruction transfer, List<SyntaxError> errors)
    {
        var arguments = transfer.Arguments;
        if (arguments.Count < 2)
        {
            Report(transfer, $"{transfer.Name} requires at least two arguments: a source and a destination", errors);
        }
        else if (transfer.Json is null && HeredocReader.IsMarker(arguments[^1]))
        {
            errors.Add(new SyntaxError(transfer.Words[^1].Span, $"{transfer.Name} cannot take a heredoc as its destination"));
        }

        ValidateWords(transfer.ExpandedWords, errors);
    }

    private static void ValidateHealthcheck(HealthcheckInstruction health, List<SyntaxError> errors)
    {
        if (health.IsNone)
        {
            if (health.Command is not (null or JsonArraySyntax { Items.Count: 0 }))
            {
                errors.Add(new SyntaxError(health.Command.Span, "HEALTHCHECK NONE takes no arguments"));
            }
        }
        else if (!health.Type.LogicalText.Equals("CMD", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new SyntaxError(health.Type.Span, $"unknown type {health.Type.LogicalText} in HEALTHCHECK: expected CMD or NONE"));
        }
        else if (health.Command is null or JsonArraySyntax { Items.Count: 0 })
        {
            Report(health, "HEALTHCHECK CMD requires a command", errors);
        }
    }

    private static void ValidateWords(IEnumerable<WordSyntax> words, List<SyntaxError> errors)
    {
        foreach (var word in words)
        {
            ValidateWord(word, errors);
        }
    }

    private static void ValidateWord(WordSyntax? word, List<SyntaxError> errors)
    {
        if (word is null || HeredocReader.IsMarker(word.RawText))
        {
            return;
        }

        if (word.FirstError is { } error)
        {
            errors.Add(error);
        }
    }

    private static void Report(InstructionSyntax instruction, string message, List<SyntaxError> errors) =>
        errors.Add(new SyntaxError(instruction.Keyword.Span, message));
}
