using System.Text;
using Dockerlint.Syntax;

namespace Dockerlint.Tests;

/// <summary>Writes an instruction as BuildKit's own test results have it (Node.Dump).</summary>
internal static class BuildKitDump
{
    internal static string Dump(SyntaxTree tree)
    {
        var builder = new StringBuilder();
        foreach (var instruction in tree.Root.Instructions)
        {
            builder.Append('(').Append(Node(instruction)).Append(")\n");
        }

        return builder.ToString().Trim();
    }

    internal static IReadOnlyList<string> Arguments(InstructionSyntax instruction) => instruction switch
    {
        FromInstruction from =>
            [from.Image.RawText, .. from.AsKeyword is null ? Array.Empty<string>() : [from.AsKeyword.LogicalText, from.StageName!.RawText]],
        HealthcheckInstruction health => [health.Type.LogicalText, .. Command(health.Command)],
        CommandInstruction command => Command(command.Command),
        WordListInstruction list => list.Arguments,
        ArgInstruction arg => [.. arg.Pairs.Select(pair => pair.LogicalText)],
        KeyValueInstruction pairs =>
            [.. pairs.Pairs.SelectMany(pair => new[] { pair.Key.RawText, pair.Value!.RawText, pair.EqualsToken is null ? "" : "=" })],
        SingleArgumentInstruction single => [single.Argument.RawText],
        MalformedInstruction { Rest: { } rest } => [rest.LogicalText],
        _ => [],
    };

    private static string Node(InstructionSyntax instruction)
    {
        var builder = new StringBuilder(instruction.Name.ToLowerInvariant());
        if (instruction.Flags.Count > 0)
        {
            builder.Append(" [").AppendJoin(
                ' ', instruction.Flags.Select(flag => Quote("--" + flag.Name + (flag.Value is null ? "" : "=" + flag.Value)))).Append(']');
        }

        if (instruction is OnbuildInstruction onbuild)
        {
            return builder.Append(" (").Append(Node(onbuild.Trigger)).Append(')').ToString();
        }

        foreach (var argument in Arguments(instruction))
        {
            builder.Append(' ').Append(Quote(argument));
        }

        return builder.ToString().Trim();
    }

    private static IReadOnlyList<string> Command(CommandSyntax? command) => command switch
    {
        JsonArraySyntax json => [.. json.Items.Select(item => item.Value)],
        ShellFormSyntax shell => [shell.LogicalText],
        _ => [],
    };

    private static string Quote(string text)
    {
        var builder = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\t' => builder.Append("\\t"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                < ' ' => builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => builder.Append(c),
            };
        }

        return builder.Append('"').ToString();
    }
}
