using System.Collections.Immutable;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Reads the lines of the heredocs of a script as a shell does: expansions, and otherwise text.</summary>
internal sealed class HeredocText
{
    // Reading one by itself costs as much as the script in front of it, so that many are read at once, and few by themselves.
    private const int MostRounds = 16;

    private readonly string _script;
    private readonly Dictionary<TextSpan, ImmutableArray<ShellWordPart>> _known = [];
    private int _budget;

    /// <summary>Reads the heredocs of a script, as far as they stand in no other.</summary>
    internal HeredocText(string script, ShellScript tree)
    {
        _script = script;
        _budget = MostRounds * (script.Length + 1);
        if (!script.Contains("<<", StringComparison.Ordinal))
        {
            return;
        }

        var bodies = tree.Walk().OfType<Redirect>().Select(redirect => redirect.Heredoc)
            .OfType<ShellHeredoc>().Where(heredoc => !heredoc.IsQuoted && heredoc.Body.Start > 0 && HasExpansions(heredoc.Body))
            .Select(heredoc => heredoc.Body).Distinct().OrderBy(body => body.Start).ToList();
        if (bodies.Count > 1 && bodies.Zip(bodies.Skip(1)).All(pair => pair.First.End < pair.Second.Start - 1))
        {
            ReadAll(bodies);
        }
    }

    /// <summary>The parts of the lines in offsets of the script; null when they cannot be read.</summary>
    internal ImmutableArray<ShellWordPart>? Read(TextSpan body)
    {
        if (!HasExpansions(body))
        {
            return [new Literal(body, _script.Substring(body.Start, body.Length))];
        }

        if (!_known.ContainsKey(body) && body.Start > 0 && _budget > 0)
        {
            _budget -= body.End;
            ReadAll([body]);
        }

        return _known.TryGetValue(body, out var parts) ? parts : null;
    }

    private bool HasExpansions(TextSpan body) => _script.AsSpan(body.Start, body.Length).IndexOfAny('$', '`') >= 0;

    // The same text in double quotes, and blanks instead of the script around it, so that all offsets are those of the script.
    private void ReadAll(List<TextSpan> bodies)
    {
        var text = new char[bodies[^1].End + 1];
        text.AsSpan().Fill(' ');
        foreach (var body in bodies)
        {
            text[body.Start - 1] = '"';
            WithoutQuotes(_script.Substring(body.Start, body.Length)).CopyTo(text.AsSpan(body.Start));
            text[body.End] = '"';
        }

        var parsed = ShellParser.Parse(new MappedText(SourceText.From(""), new string(text), new MappedSegment(0, 0, 0, 0)));
        if (parsed.Script is not { Commands: [{ List.Pipelines: [{ Commands: [SimpleCommand { Words: var words }] }] }] })
        {
            return;
        }

        // A quote that closes nothing would give the text of one to another.
        var read = words.Where(word => word is { Parts: [DoubleQuoted] })
            .ToDictionary(word => word.Span, word => ((DoubleQuoted)word.Parts[0]).Parts);
        foreach (var body in bodies)
        {
            if (read.TryGetValue(TextSpan.FromBounds(body.Start - 1, body.End + 1), out var parts))
            {
                _known[body] = parts;
            }
        }
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
