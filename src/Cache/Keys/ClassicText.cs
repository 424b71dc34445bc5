using System.Globalization;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Grammar;

namespace Dockerlint.Cache;

/// <summary>The text the classic builder records for an instruction that only changes the configuration of the image.</summary>
internal static class ClassicText
{
    /// <summary>The text, with what was in force before it.</summary>
    internal static string Of(InstructionSyntax instruction, KeyState before)
    {
        string In(WordSyntax word) => WordExpander.Expand(word, before.Lookup) ?? word.RawText;
        return instruction switch
        {
            KeyValueInstruction pairs =>
                string.Join('\0', pairs.Pairs.Select(pair => pair.Value is null ? In(pair.Key) : $"{In(pair.Key)}={In(pair.Value)}")),
            ExposeInstruction expose =>
                string.Join(' ', expose.Words.SelectMany(word => In(word).Split(' ')).Order(StringComparer.Ordinal)),
            HealthcheckInstruction { IsNone: true } => "NONE",
            HealthcheckInstruction check => string.Join('\0', [.. HealthFlags(check), .. KeyScope.Argv(check, before)]),
            ShellInstruction shell => string.Join('\0', KeyScope.Argv(shell, before)),
            CommandInstruction command => string.Join('\0', KeyScope.Argv(command, before)),
            WordListInstruction { Json: { } json } => string.Join('\0', json.Items.Select(item => item.Value)),
            WordListInstruction words => string.Join('\0', words.Words.Select(In)),
            SingleArgumentInstruction single => In(single.Argument),
            _ => instruction.LogicalLine.Text[instruction.Keyword.Text.Length..].Trim(),
        };
    }

    private static IEnumerable<string> HealthFlags(HealthcheckInstruction check) => check.Flags
        .Select(flag => $"{flag.Name}={(GoDuration.Parse(flag.Value ?? "")?.ToString(CultureInfo.InvariantCulture) ?? flag.Value)}")
        .Order(StringComparer.Ordinal);
}
