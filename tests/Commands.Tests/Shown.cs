using System.Collections.Immutable;
using System.Text;
using Dockerlint.Commands;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Tests;

/// <summary>Reads command lines, and writes what was read on one line.</summary>
internal static class Shown
{
    internal static ImmutableArray<Invocation> Read(string script)
    {
        var text = MappedText.Slice(SourceText.From(script), new TextSpan(0, script.Length));
        var tree = ShellParser.Parse(text).Script ?? throw new ArgumentException($"no script: {script}", nameof(script));
        return ScriptReader.Read(text, tree, WordValues.Literal);
    }

    /// <summary>As <see cref="Read"/>; nothing where the text is no script.</summary>
    internal static ImmutableArray<Invocation> ReadAny(string script)
    {
        var text = MappedText.Slice(SourceText.From(script), new TextSpan(0, script.Length));
        return ShellParser.Parse(text).Script is { } tree ? ScriptReader.Read(text, tree, WordValues.Literal) : [];
    }

    internal static Invocation Only(string script) => Read(script).Single();

    internal static ImmutableArray<Invocation> Exec(params string[] words)
    {
        var text = string.Join(' ', words);
        var start = 0;
        var read = ImmutableArray.CreateBuilder<CommandWord>();
        foreach (var word in words)
        {
            read.Add(new CommandWord(word, new TextSpan(start, word.Length)));
            start += word.Length + 1;
        }

        return ScriptReader.ReadExec(MappedText.Slice(SourceText.From(text), new TextSpan(0, text.Length)), read.ToImmutable(),
            WordValues.Literal);
    }

    /// <summary>Tool, verb, options, operands and effects.</summary>
    internal static string Line(Invocation use)
    {
        var line = new StringBuilder();
        foreach (var wrapper in use.Wrappers)
        {
            line.Append(Head(wrapper)).Append(" > ");
        }

        line.Append(Head(use));
        if (use.Folder != "")
        {
            line.Append("  in ").Append(use.Folder ?? "?");
        }

        if (!use.Environment.IsEmpty || use.HasEmptyEnvironment)
        {
            line.Append("  env ").Append(use.HasEmptyEnvironment ? "only " : "").AppendJoin(' ', use.Environment.Select(Setting));
        }

        if (!use.Effects.IsEmpty)
        {
            line.Append("  | ").AppendJoin(", ", use.Effects.Select(Effect));
        }

        return line.Append(use.IsConditional ? "  (maybe)" : "").ToString();
    }

    internal static string Head(Invocation use)
    {
        var line = new StringBuilder(use.Tool is null ? $"{use.Name ?? "?"}(no tool)" : use.Tool.Name == use.Name ? use.Name
            : $"{use.Tool.Name}({use.Name})");
        line.Append(use.VerbName is null ? "" : $":{use.VerbName.Replace(' ', '_')}{(use.Verb is null ? "(no verb)" : "")}");
        if (!use.Options.IsEmpty)
        {
            line.Append(" [").AppendJoin(' ', use.Options.Select(Option)).Append(']');
        }

        foreach (var operand in use.Operands)
        {
            line.Append(' ').Append(Word(operand));
        }

        return line.ToString();
    }

    internal static string Word(CommandWord word)
    {
        var text = word.Text.Replace(CommandWord.UnknownText, '¿').Replace("\n", "\\n", StringComparison.Ordinal);
        return (text.Length == 0 || text.Contains(' ', StringComparison.Ordinal) ? $"'{text}'" : text)
            + (word.Count == WordCount.Any ? "*" : word.Count == WordCount.OneOrMore ? "+" : "");
    }

    private static string Option(InvocationOption option) =>
        $"{(option.Spec is null ? "!" : "")}{option.Name}{(option.Value is { } value ? "=" + Word(value) : "")}";

    private static string Setting(EnvironmentSetting setting) => setting.IsUnset ? $"-{setting.Name}"
        : $"{setting.Name}={setting.Value ?? "?"}";

    private static string Effect(Effect effect)
    {
        var sign = effect.Certainty switch { Certainty.Stated => "!", Certainty.Default => "~", Certainty.Conditional => "?", _ => "" };
        var parts = new List<string> { sign + effect.Kind.ToString().ToLowerInvariant() };
        if (effect.Spec.Packages != PackageKind.None)
        {
            parts.Add(effect.Spec.Packages.ToString().ToLowerInvariant());
            parts.AddRange(effect.Packages.Select(Package));
            parts.AddRange(effect.Targets.Where(word => effect.Packages.All(package => package.Word != word)).Select(Word));
            parts.AddRange(effect.Spec.Manifests.Select(manifest => $"by:{manifest}"));
        }
        else
        {
            parts.AddRange(effect.Targets.Select(Word));
            parts.AddRange(effect.Spec.Paths);
        }

        return string.Join(' ', parts);
    }

    private static string Package(PackageRequest package) =>
        Word(package.Word with { Text = package.Name }) + (package.Version is { } version ? (package.IsExact ? "@"
            : "~") + version.Replace(CommandWord.UnknownText, '¿') : "")
        + (package.Origin == PackageOrigin.Registry ? "" : $"({package.Origin.ToString().ToLowerInvariant()})");
}
