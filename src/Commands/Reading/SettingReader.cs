using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Finds what settings a command makes or is given.</summary>
internal static class SettingReader
{
    internal static ImmutableArray<ToolSetting> Read(Invocation use)
    {
        var settings = ImmutableArray.CreateBuilder<ToolSetting>();
        foreach (var option in use.Options)
        {
            var own = use.WordOf(option);
            if (option.Value is not { } value)
            {
                settings.Add(new ToolSetting(option.Name.TrimStart('-'), null, own, own));
                continue;
            }

            var word = option.IsAttached ? own : value;
            settings.Add(option.Spec is { Value: OptionValue.Two } && Before(use, value) is { } key
                ? new ToolSetting(key.Text, value.Text, key, word) : new ToolSetting(option.Name.TrimStart('-'), value.Text, own, word));
            AddPair(settings, value.Text, word);
        }

        // What has no verbs may have a setting anywhere: aws configure set name value.
        var isConfig = use.Tool is { Verbs.IsEmpty: true } || IsConfig(use);
        for (var i = 0; i < use.Operands.Length; i++)
        {
            var operand = use.Operands[i];
            AddPair(settings, operand.Text, operand);
            if (isConfig && i + 1 < use.Operands.Length)
            {
                settings.Add(new ToolSetting(operand.Text, use.Operands[i + 1].Text, operand, use.Operands[i + 1]));
                if (i + 2 < use.Operands.Length)
                {
                    settings.Add(new ToolSetting(operand.Text + "#2", use.Operands[i + 2].Text, operand, use.Operands[i + 2]));
                }
            }
        }

        return settings.DrainToImmutable();
    }

    private static void AddPair(ImmutableArray<ToolSetting>.Builder settings, string text, CommandWord word)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            settings.Add(new ToolSetting(text[..equals], text[(equals + 1)..], word, word));
        }
    }

    private static bool IsConfig(Invocation use)
    {
        foreach (var effect in use.Verb?.Effects ?? [])
        {
            if (effect.Kind == EffectKind.SetsConfig)
            {
                return true;
            }
        }

        return false;
    }

    private static CommandWord? Before(Invocation use, CommandWord value)
    {
        var arguments = use.Arguments;
        for (var i = 1; i < arguments.Length; i++)
        {
            if (arguments[i] == value)
            {
                return arguments[i - 1];
            }
        }

        return null;
    }
}
