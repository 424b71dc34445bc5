using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Dockerlint.Cli;

/// <summary>
/// <c>dockerlint completion SHELL</c> prints what a shell needs to complete our command lines. It asks back with
/// <c>dockerlint [suggest:POSITION] LINE</c>, the protocol of dotnet-suggest.
/// </summary>
internal static class CompletionCommand
{
    private const string Question = "[suggest:";

    internal static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", CompletionScripts.Shells)}." };
        shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !CompletionScripts.Shells.Contains(name))
            {
                result.AddError($"there is no completion for {name}, only for {string.Join(", ", CompletionScripts.Shells)}");
            }
        });
        var command =
            new Command("completion", "Prints a script with which a shell completes commands, options and their values.") { shell };
        command.SetAction(result => Print(CompletionScripts.For(result.GetValue(shell)!)));
        return command;
    }

    /// <summary>Answers a shell that asks for completions; false when the arguments are no such question.</summary>
    internal static bool TrySuggest(RootCommand root, string[] arguments)
    {
        if (arguments is not [{ Length: > 0 } question, var line]
            || !question.StartsWith(Question, StringComparison.Ordinal) || !question.EndsWith(']')
            || !int.TryParse(question.AsSpan(Question.Length, question.Length - Question.Length - 1), NumberStyles.None,
                CultureInfo.InvariantCulture, out var position))
        {
            return false;
        }

        Print(string.Concat(Suggest(root, line, position).Select(suggestion => suggestion + "\n")));
        return true;
    }

    // Only what begins with the word at the cursor; options only when it begins with a hyphen, so that the shell offers files otherwise.
    private static IEnumerable<string> Suggest(RootCommand root, string line, int position)
    {
        line = line[..Math.Min(position, line.Length)].TrimStart();
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isNewWord = line.Length == 0 || line[^1] == ' ';
        var word = isNewWord ? "" : words[^1];
        var isFirst = words.Length - (isNewWord ? 0 : 1) <= 1;
        var given = words.Skip(1).Take(words.Length - 1 - (isNewWord ? 0 : 1)).ToArray();
        given = isFirst ? (word.StartsWith('-') ? ["lint"] : []) : CommandWord.Complete(root, given);
        var asked = string.Join(' ', given.Append(word));
        return root.Parse(asked).GetCompletions(asked.Length).Select(item => item.Label)
            .Where(label => label.StartsWith(word, StringComparison.Ordinal) && !label.StartsWith('/') && label is not ("-?" or "-h"))
            .Where(label => !label.StartsWith('-') || word.StartsWith('-'))
            .Distinct(StringComparer.Ordinal);
    }

    private static int Print(string text)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
        return ExitCode.Clean;
    }
}
