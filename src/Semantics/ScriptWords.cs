using System.Text;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Semantics;

/// <summary>Resolves words of a script with the variables in force and what the script itself assigned before.</summary>
internal sealed class ScriptWords(ShellScript script, VariableScope variables)
{
    private readonly HashSet<string> _assigned = [.. script.Walk().Select(AssignedName).OfType<string>()];

    /// <summary>The value of a word, or null when it depends on something that only the shell knows.</summary>
    internal string? Resolve(ShellWord word)
    {
        if (word.LiteralValue is { } literal)
        {
            return literal;
        }

        var builder = new StringBuilder();
        return Append(builder, word.Parts) ? builder.ToString() : null;
    }

    private bool Append(StringBuilder builder, IEnumerable<ShellWordPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case { LiteralValue: { } literal }:
                    builder.Append(literal);
                    break;
                case DoubleQuoted quoted when Append(builder, quoted.Parts):
                    break;
                // A name the script sets anywhere has a value of the script's own.
                case ParameterExpansion { Operator: null, Prefix: null, Subscript: null } expansion
                    when !_assigned.Contains(expansion.Name) && variables.Lookup(expansion.Name).Text is { } value:
                    builder.Append(value);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static string? AssignedName(ShellNode node) => node switch
    {
        Assignment assignment => assignment.Name,
        ForCommand loop => loop.Variable,
        SelectCommand loop => loop.Variable,
        SimpleCommand { Name: "read" or "export" or "local" or "declare" or "readonly" or "mapfile" or "getopts" } command
            when command.Words.Length > 1 => command.Words[^1].LiteralValue?.Split('=')[0],
        _ => null,
    };
}
