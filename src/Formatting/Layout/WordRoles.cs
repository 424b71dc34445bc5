using Dockerlint.Commands;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>
/// What the words of a script's commands are to the tools that read them. What is wrong here costs a line end, nothing else.
/// </summary>
internal sealed class WordRoles
{
    private readonly HashSet<int> _packages = [];
    private readonly HashSet<int> _values = [];
    private readonly HashSet<int> _operands = [];

    private WordRoles(MappedText text, ShellScript script)
    {
        foreach (var invocation in ScriptReader.Read(text, script, WordValues.Literal))
        {
            if (invocation.Command is null || invocation.Parent is not null || invocation.Text != text || invocation.Tool is null)
            {
                continue;
            }

            foreach (var operand in invocation.Operands)
            {
                _operands.Add(operand.Span.Start);
            }

            foreach (var option in invocation.Options)
            {
                if (option is { Value: { } value, IsAttached: false })
                {
                    _values.Add(value.Span.Start);
                }
            }

            if (ActsOnPackages(invocation))
            {
                foreach (var package in invocation.Effects.Where(effect => effect.Kind is EffectKind.Installs or EffectKind.Removes)
                    .SelectMany(effect => effect.Packages))
                {
                    _packages.Add(package.Word.Span.Start);
                }
            }
        }
    }

    internal static WordRoles Of(MappedText text, ShellScript script) => new(text, script);

    /// <summary>Whether the word names a package that is installed or removed.</summary>
    internal bool IsPackage(ShellNode word) => _packages.Contains(word.Span.Start);

    /// <summary>Whether the word is the value of the option before it, as far as the tool is known.</summary>
    internal bool IsValue(ShellNode word) => _values.Contains(word.Span.Start);

    /// <summary>Whether the word is certainly no value.</summary>
    internal bool IsOperand(ShellNode word) => _operands.Contains(word.Span.Start) && !IsValue(word);

    /// <summary>Whether the word is an option, maybe one with a value behind an equals sign.</summary>
    internal static bool IsOption(ShellNode node) => node is ShellWord { Parts: [Literal { Text: ['-', ..] }, ..] };

    private static bool ActsOnPackages(Invocation invocation)
    {
        foreach (var effect in invocation.Verb?.Effects ?? [])
        {
            if (effect.Kind is EffectKind.Installs or EffectKind.Removes)
            {
                return true;
            }
        }

        foreach (var effect in invocation.Tool!.Effects)
        {
            if (effect.Kind is EffectKind.Installs or EffectKind.Removes)
            {
                return true;
            }
        }

        return false;
    }
}
