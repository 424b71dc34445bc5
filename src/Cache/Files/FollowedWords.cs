using System.Text;
using Dockerlint.Commands;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Cache;

/// <summary>
/// What words of a script become where that can be foreseen for certain: no pattern that depends on files, no unknown variable.
/// </summary>
/// <param name="environment">The variables that are known.</param>
internal sealed class FollowedWords(IReadOnlyDictionary<string, string> environment) : WordValues
{
    /// <summary>The one word it becomes; null when that cannot be foreseen.</summary>
    internal string? Value(ShellWord word)
    {
        var text = new StringBuilder();
        return Append(text, word.Parts, isQuoted: false) ? text.ToString() : null;
    }

    /// <inheritdoc/>
    public override void Expand(ShellWord word, ICollection<CommandWord> into) => into.Add(Value(word) is { } value
        ? new CommandWord(value, word.Span, WordCount.One, word)
        : new CommandWord(CommandWord.UnknownText.ToString(), word.Span, WordCount.Any, word));

    /// <inheritdoc/>
    public override WordValues Of(ShellScript script) => this;

    private bool Append(StringBuilder text, IEnumerable<ShellWordPart> parts, bool isQuoted)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Literal literal when isQuoted || literal.Text.AsSpan().IndexOfAny("*?[~{") < 0:
                    text.Append(literal.Text);
                    break;
                case SingleQuoted or Escaped:
                    text.Append(part.LiteralValue);
                    break;
                case DoubleQuoted quoted when Append(text, quoted.Parts, isQuoted: true):
                    break;
                case ParameterExpansion { Operator: null, Prefix: null, Subscript: null } variable
                    when environment.TryGetValue(variable.Name, out var value) && !KeyState.IsUnknown(value)
                    && (isQuoted || (value.Length > 0 && value.AsSpan().IndexOfAny(" \t\n*?[") < 0)):
                    text.Append(value);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
