using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>A simple command as it really runs: the tool behind its wrappers, told what to do, with options and operands.</summary>
public sealed class Invocation
{
    private ImmutableArray<Effect> _effects;
    private ImmutableArray<ToolSetting> _settings;

    // The words of the whole command, wrappers included, are one array that all of them share.
    internal ImmutableArray<CommandWord> Words { get; init; } = [];

    internal int Start { get; init; }

    internal Invocation(MappedText text, SimpleCommand? command, CommandWord nameWord)
    {
        Text = text;
        Command = command;
        NameWord = nameWord;
    }

    /// <summary>The text that spans refer to.</summary>
    public MappedText Text { get; }

    /// <summary>The command of the tree; null in the exec form.</summary>
    public SimpleCommand? Command { get; }

    /// <summary>
    /// The tree that <see cref="Command"/> is part of: that of the script, or that of a script in a word; null in the exec form.
    /// </summary>
    public ShellScript? Tree { get; init; }

    /// <summary>The tool; null when nobody knows it.</summary>
    public ToolSpec? Tool { get; init; }

    /// <summary>The name without a folder, as it is written; null when only a running shell knows it.</summary>
    public string? Name { get; init; }

    /// <summary>The word that names it.</summary>
    public CommandWord NameWord { get; }

    /// <summary>What it is told to do; null when there is no such thing, or nobody knows it.</summary>
    public VerbSpec? Verb { get; init; }

    /// <summary>The best known name of the verb; as it is written when the manual does not know it; null without.</summary>
    public string? VerbName { get; init; }

    /// <summary>The word that is the verb, the last one when there are more; null when it is an option or implied.</summary>
    public CommandWord? VerbWord { get; init; }

    /// <summary>The options in order.</summary>
    public ImmutableArray<InvocationOption> Options { get; init; } = [];

    /// <summary>The operands in order, without verb and without values of options.</summary>
    public ImmutableArray<CommandWord> Operands { get; init; } = [];

    /// <summary>All words behind the name.</summary>
    public ReadOnlySpan<CommandWord> Arguments => Words.AsSpan()[Math.Min(Start, Words.Length)..];

    /// <summary>Whether some words may be anything, options included, so that nothing can be said of what is missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The wrappers it is run by, the outermost first.</summary>
    public ImmutableArray<Invocation> Wrappers { get; init; } = [];

    /// <summary>
    /// The command whose operand, option or input holds the script this one stands in; null for one of the script itself.
    /// </summary>
    public Invocation? Parent { get; init; }

    /// <summary>The redirections.</summary>
    public ImmutableArray<Redirect> Redirects => Command?.Redirects ?? [];

    /// <summary>
    /// The folder it runs in: absolute, or relative to the one the script starts in, which is the empty text; null when it is not known.
    /// </summary>
    public string? Folder { get; init; } = "";

    /// <summary>The variables that the script sets for it, a later one over an earlier one of the same name.</summary>
    public ImmutableArray<EnvironmentSetting> Environment { get; init; } = [];

    /// <summary>Whether it has no other variables than those of <see cref="Environment"/>.</summary>
    public bool HasEmptyEnvironment { get; init; }

    /// <summary>Whether it may not run though the script does: in a branch, a loop, a function, behind a test.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The text of a script that a word of it holds; null without.</summary>
    public CommandWord? ScriptWord { get; init; }

    /// <summary>What it does; computed when first asked for.</summary>
    public ImmutableArray<Effect> Effects => _effects.IsDefault ? _effects = EffectReader.Read(this) : _effects;

    /// <summary>The settings it makes or is given; computed when first asked for.</summary>
    public ImmutableArray<ToolSetting> Settings => _settings.IsDefault ? _settings = SettingReader.Read(this) : _settings;

    /// <summary>How long it takes.</summary>
    public CostClass Cost => Verb is { Cost: not CostClass.Unknown } verb ? verb.Cost : Tool?.Cost ?? CostClass.Unknown;

    /// <summary>Whether it gives the same each time.</summary>
    public Repeatability Repeats => Verb is { Repeats: not Repeatability.Unknown } verb ? verb.Repeats
        : Tool?.Repeats ?? Repeatability.Unknown;

    /// <summary>Where the name stands in the source.</summary>
    public TextSpan NameSpan => Text.ToSource(NameWord.Span);

    /// <summary>Whether it changes nothing: it prints, reads or tests, and the manual knows all it is told.</summary>
    public bool OnlyTells
    {
        get
        {
            if (Tool is not { HasAllEffects: true } || IsOpen)
            {
                return false;
            }

            foreach (var effect in Effects)
            {
                if (effect.Kind is not (EffectKind.Prints or EffectKind.Reads or EffectKind.Tests))
                {
                    return false;
                }
            }

            foreach (var option in Options)
            {
                if (option.Spec is null && !Tool.HasNumberOption)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether the tool is this one and is told to do one of these, by their best known names.</summary>
    public bool Does(ToolSpec tool, params ReadOnlySpan<string> verbs) => Tool == tool && VerbName is { } name && verbs.Contains(name);

    /// <summary>Whether it does something of that kind, for sure or by default.</summary>
    public bool Does(EffectKind kind) => Find(kind) is not null;

    /// <summary>The first effect of that kind that does not depend on what nobody knows; null without.</summary>
    public Effect? Find(EffectKind kind)
    {
        foreach (var effect in Effects)
        {
            if (effect.Kind == kind && effect.Certainty != Certainty.Conditional)
            {
                return effect;
            }
        }

        return null;
    }

    /// <summary>The last option that has the name, any of its names will do; null without.</summary>
    public InvocationOption? Option(string name)
    {
        for (var i = Options.Length - 1; i >= 0; i--)
        {
            if (Options[i].Spec is { } spec ? spec.Names.Contains(name) : Options[i].Name == name)
            {
                return Options[i];
            }
        }

        return null;
    }

    /// <summary>The last option that is for this; null without.</summary>
    public InvocationOption? Option(OptionRole role)
    {
        for (var i = Options.Length - 1; i >= 0; i--)
        {
            if (Options[i].Role == role)
            {
                return Options[i];
            }
        }

        return null;
    }

    /// <summary>Whether an option has one of the names.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Option(name) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an option is for this.</summary>
    public bool Has(OptionRole role) => Option(role) is not null;

    /// <summary>Where it stands in the source, from its name to its last word, without redirections.</summary>
    public TextSpan Span
    {
        get
        {
            var arguments = Arguments;
            var end = arguments.IsEmpty ? NameWord.Span.End : Math.Max(NameWord.Span.End, arguments[^1].Span.End);
            return Text.ToSource(TextSpan.FromBounds(NameWord.Span.Start, end));
        }
    }

    /// <summary>The whole word that an option stands in.</summary>
    public CommandWord WordOf(InvocationOption option)
    {
        foreach (var word in Arguments)
        {
            if (word.Span.Contains(option.Span))
            {
                return word;
            }
        }

        return new CommandWord(option.Name, option.Span);
    }

    /// <summary>The first setting with which it does not check who answers; null without.</summary>
    public ToolSetting? InsecureSetting => FindSetting(Tool?.InsecureSettings ?? []);

    /// <summary>The first setting with which it does not check signatures of packages; null without.</summary>
    public ToolSetting? UnsignedSetting => FindSetting(Tool?.UnsignedSettings ?? []);

    /// <summary>The first setting whose value is a password, token or key; null without.</summary>
    public ToolSetting? SecretSetting => FindSetting(Tool?.SecretSettings ?? []);

    private ToolSetting? FindSetting(ImmutableArray<string> patterns)
    {
        if (!patterns.IsEmpty)
        {
            foreach (var setting in Settings)
            {
                if (setting.IsOneOf(patterns.AsSpan()))
                {
                    return setting;
                }
            }
        }

        return null;
    }

    /// <summary>Whether it may check a digest or a signature, whatever its options and operands say.</summary>
    public bool MayCheck => HasCheck(Tool?.Effects ?? []) || HasCheck(Verb?.Effects ?? []);

    private static bool HasCheck(ImmutableArray<EffectSpec> effects)
    {
        foreach (var effect in effects)
        {
            if (effect.Kind == EffectKind.Checks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a word stands in the source.</summary>
    public TextSpan ToSource(CommandWord word) => Text.ToSource(word.Span);
}
