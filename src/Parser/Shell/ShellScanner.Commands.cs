using Dockerlint.Text;
using Kind = Dockerlint.Syntax.Shell.ShellFrameKind;

namespace Dockerlint.Syntax.Shell;

internal sealed partial class ShellScanner
{
    private void ScanCommand()
    {
        var c = text[_position];
        switch (c)
        {
            case ' ' or '\t':
                EndWord();
                _position++;
                break;
            case '\r' when Next == '\n':
                EndWord();
                _buffer[_position++] = ' ';
                break;
            case '\n':
                EndWord();
                _position++;
                _commandPosition = _top.Kind is not (Kind.Array or Kind.Glob);
                ReadHeredocs();
                break;
            case ';' or '&' or '|':
                EndWord();
                _position++;
                _commandPosition = _top.Kind is not Kind.Glob;
                break;
            case '<' or '>':
                ScanRedirect(c);
                break;
            case '(':
                ScanOpen();
                break;
            case ')':
                ScanClose();
                break;
            case '\\':
                ScanEscape();
                break;
            case '#' when _wordStart == NoWord:
                ScanComment();
                break;
            default:
                ScanWordCharacter(c);
                break;
        }
    }

    private void ScanWordCharacter(char c)
    {
        BeginWord();
        switch (c)
        {
            case '\'':
                SkipSingleQuoted(escapes: false);
                break;
            case '"':
                Push(Kind.DoubleQuote, 1, false);
                break;
            case '$' when Next == '\'':
                _position++;
                SkipSingleQuoted(escapes: true);
                break;
            case '$':
                ScanDollar();
                break;
            case '`':
                if (_wordStart == _position && _backticks > 0)
                {
                    _wordStart = NoWord;
                }

                ScanBacktick();
                break;
            default:
                _position++;
                break;
        }
    }

    private void ScanEscape()
    {
        var length = Next == '\n' ? 2 : Next == '\r' && At(_position + 2) == '\n' ? 3 : 0;
        if (length == 0)
        {
            BeginWord();
            _position += Math.Min(2, text.Length - _position);
            return;
        }

        var separates = _wordStart == NoWord || At(_position + length) is ' ' or '\t' or '\n' or '\0';
        _buffer.AsSpan(_position, length).Fill(separates ? ' ' : ShellMarks.Nothing);
        _position += length;
    }

    private void ScanComment()
    {
        var start = _position;
        while (_position < text.Length && text[_position] != '\n' && !(_backticks > 0 && text[_position] == '`'))
        {
            _position++;
        }

        Comments.Add(TextSpan.FromBounds(start, _position));
        _buffer.AsSpan(start, _position - start).Fill(' ');
    }

    private void ScanOpen()
    {
        var before = _wordStart < _position ? text[_position - 1] : '\0';
        var isNegation = before == '!' && _wordStart == _position - 1 && _commandPosition;
        if (before == '=' && !_top.InConditional)
        {
            Push(Kind.Array, 1, false, ShellMarks.ArrayOpen);
        }
        else if (before is '?' or '*' or '+' or '@' or '!' && !isNegation)
        {
            Push(Kind.Glob, 1, false, ShellMarks.GlobOpen);
        }
        else
        {
            EndWord();
            if (_commandPosition && Next == '(' && !_top.InConditional)
            {
                Push(Kind.Arithmetic, 2, false, isCommand: true);
            }
            else
            {
                var conditional = _top.InConditional;
                Push(Kind.Parenthesis, 1, !conditional);
                _top.InConditional = conditional;
            }
        }
    }

    private void ScanClose()
    {
        EndWord();
        switch (_top.Kind)
        {
            case Kind.Case:
                _commandPosition = true;
                _position++;
                break;
            case Kind.Parenthesis or Kind.Substitution:
                Pop(1);
                break;
            case Kind.Array:
                Pop(1, ShellMarks.ArrayClose);
                break;
            case Kind.Glob:
                Pop(1, ShellMarks.GlobClose);
                break;
            default:
                Fail("a closing parenthesis without an opening one", _position);
                break;
        }
    }

    private void EndWord()
    {
        if (_wordStart == NoWord)
        {
            return;
        }

        var word = text.AsSpan(_wordStart, Math.Min(9, _position - _wordStart));
        _wordStart = NoWord;
        if (_top.InConditional)
        {
            _top.InConditional = word is not "]]";
            _commandPosition = !_top.InConditional;
        }
        else if (_top is { Kind: Kind.Case, SeenIn: false })
        {
            _top.SeenIn = _commandPosition = word is "in";
        }
        else if (_functionName)
        {
            _functionName = false;
            _commandPosition = true;
        }
        else if (_commandPosition)
        {
            EndCommandWord(word);
        }
    }

    private void EndCommandWord(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "if" or "while" or "until" or "for" or "select" or "{":
                _top.Keywords++;
                if (_frames.Count + ++_keywords > NestingLimit)
                {
                    Fail("nested too deeply", _position - 1);
                }

                break;
            case "fi" or "done" or "}":
                if (_top.Keywords > 0)
                {
                    _top.Keywords--;
                    _keywords--;
                }

                break;
            case "then" or "do" or "else" or "elif" or "!" or "time":
                break;
            case "case":
                Push(Kind.Case, 0, false);
                break;
            case "esac" when _top.Kind is Kind.Case:
                Pop(0);
                break;
            case "[[":
                _top.InConditional = true;
                _commandPosition = false;
                break;
            case "function":
                _functionName = true;
                _commandPosition = false;
                break;
            default:
                _commandPosition = false;
                break;
        }
    }

    private void ScanRedirect(char c)
    {
        if (Next == '(' && !_top.InConditional)
        {
            BeginWord();
            _position++;
            Push(Kind.Substitution, 1, true);
            return;
        }

        EndWord();
        if (c != '<' || Next != '<' || _top.InConditional)
        {
            _position++;
        }
        else if (At(_position + 2) == '<')
        {
            _position += 3;
        }
        else
        {
            AddHeredoc();
        }
    }

    private void AddHeredoc()
    {
        var start = _position;
        var strips = At(start + 2) == '-';
        _position += strips ? 3 : 2;
        var delimiter = new System.Text.StringBuilder();
        var quoted = false;
        var quote = '\0';
        var index = _position;
        while (At(index) is ' ' or '\t')
        {
            index++;
        }

        for (; index < text.Length; index++)
        {
            var c = text[index];
            if (quote == '\0' && c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or '`' || c == '\n')
            {
                break;
            }

            if (c == quote || (quote == '\0' && c is '\'' or '"'))
            {
                quoted = true;
                quote = c == quote ? '\0' : c;
            }
            else if (c == '\\' && quote != '\'' && index + 1 < text.Length)
            {
                quoted = true;
                delimiter.Append(text[++index]);
            }
            else
            {
                delimiter.Append(c);
            }
        }

        _pending.Add(new ShellHeredoc(start, delimiter.ToString(), quoted, strips, new TextSpan(text.Length, 0), false));
    }

    private void ReadHeredocs()
    {
        foreach (var heredoc in _pending)
        {
            var start = _position;
            var end = text.Length;
            var found = false;
            while (_position < text.Length && !found)
            {
                var lineEnd = text.IndexOf('\n', _position);
                lineEnd = lineEnd < 0 ? text.Length : lineEnd;
                var line = text.AsSpan(_position, lineEnd - _position).TrimEnd('\r');
                line = heredoc.StripsTabs ? line.TrimStart('\t') : line;
                found = line.SequenceEqual(heredoc.Delimiter);
                end = found ? _position : end;
                _position = Math.Min(text.Length, lineEnd + 1);
            }

            Heredocs.Add(heredoc with { Body = TextSpan.FromBounds(start, end), IsTerminated = found });
            _buffer.AsSpan(start, _position - start).Fill(' ');
        }

        _pending.Clear();
    }
}
