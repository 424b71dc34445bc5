using System.Collections.Immutable;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Reads the lines of a heredoc as a shell does: expansions, and otherwise text.</summary>
internal static class HeredocText
{
    /// <summary>The parts of the lines in offsets of the script; null when they cannot be read.</summary>
    internal static ImmutableArray<ShellWordPart>? Read(string script, TextSpan body)
    {
        var text = script.Substring(body.Start, body.Length);
        if (text.AsSpan().IndexOfAny('$', '`') < 0)
        {
            return [new Literal(body, text)];
        }

        // The same text in double quotes, behind as many blanks that all offsets are those of the script.
        var quoted = new string(' ', body.Start - 1 < 0 ? 0 : body.Start - 1) + "\"" + WithoutQuotes(text) + "\"";
        if (body.Start == 0)
        {
            return null;
        }

        var parsed = ShellParser.Parse(new MappedText(SourceText.From(""), quoted, new MappedSegment(0, 0, 0, 0)));
        return parsed.Script
            is { Commands: [{ List.Pipelines: [{ Commands: [SimpleCommand { Words: [{ Parts: [DoubleQuoted all] }] }] }] }] }
            ? all.Parts : null;
    }

    // A double quote is a character like others, but in substitutions.
    private static string WithoutQuotes(string text)
    {
        var characters = text.ToCharArray();
        var depth = 0;
        var isBackquoted = false;
        for (var i = 0; i < characters.Length; i++)
        {
            switch (characters[i])
            {
                case '\\':
                    i++;
                    break;
                case '`':
                    isBackquoted = !isBackquoted;
                    break;
                case '$' when i + 1 < characters.Length && characters[i + 1] is '(' or '{':
                    depth++;
                    i++;
                    break;
                case '(' when depth > 0:
                    depth++;
                    break;
                case ')' or '}' when depth > 0:
                    depth--;
                    break;
                case '"' when depth == 0 && !isBackquoted:
                    characters[i] = '.';
                    break;
            }
        }

        return new string(characters);
    }
}
