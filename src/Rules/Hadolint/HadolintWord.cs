using System.Text;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Flattens words of a script to text as hadolint does: quotes go, variables and substitutions stay as <c>${...}</c>.</summary>
internal static class HadolintWord
{
    /// <summary>The text of a word.</summary>
    internal static string Flatten(ShellWord word, MappedText text)
    {
        if (word.LiteralValue is { } literal)
        {
            return literal;
        }

        var builder = new StringBuilder();
        Append(builder, word.Parts, text);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, IEnumerable<ShellWordPart> parts, MappedText text)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case { LiteralValue: { } literal }:
                    builder.Append(literal);
                    break;
                case DoubleQuoted quoted:
                    Append(builder, quoted.Parts, text);
                    break;
                case ParameterExpansion expansion:
                    var raw = text.Text.AsSpan(expansion.Span.Start, expansion.Span.Length);
                    builder.Append(raw.StartsWith("${") ? raw.ToString() : $"${{{expansion.Name}}}");
                    break;
                case CommandSubstitution { IsBackquoted: false } substitution:
                    builder.Append("${")
                        .Append(string.Join(' ', substitution.Script.SimpleCommands().Take(1).SelectMany(command => command.Words)
                        .Select(word => Flatten(word, text)))).Append('}');
                    break;
                default:
                    builder.Append("${VAR}");
                    break;
            }
        }
    }
}
