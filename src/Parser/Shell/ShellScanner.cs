using Dockerlint.Text;
using Kind = Dockerlint.Syntax.Shell.ShellFrameKind;

namespace Dockerlint.Syntax.Shell;

/// <summary>
/// One pass before the grammar: bounds the nesting, takes out comments and heredoc bodies and marks what the grammar
/// could only tell by looking far ahead. The result has the length of the text, so all offsets stay.
/// </summary>
internal sealed partial class ShellScanner(string text)
{
    private const int NestingLimit = 200;
    private const int NoWord = ShellFrame.NoWord;

    private readonly char[] _buffer = text.ToCharArray();
    private readonly Stack<ShellFrame> _frames = new();
    private readonly List<ShellHeredoc> _pending = [];
    private ShellFrame _top = new(Kind.Root, 0);
    private int _position;
    private int _wordStart = NoWord;
    private bool _commandPosition = true;
    private bool _functionName;
    private int _keywords;
    private int _backticks;

    internal List<ShellHeredoc> Heredocs { get; } = [];

    internal List<TextSpan> Comments { get; } = [];

    internal string? Reason { get; private set; }

    internal TextSpan ErrorSpan { get; private set; }

    internal ReadOnlySpan<char> Result => _buffer;

    private char Next => At(_position + 1);

    private char At(int index) => index < text.Length ? text[index] : '\0';

    /// <summary>Runs the pass; false if the text cannot be a script.</summary>
    internal bool Run()
    {
        foreach (var c in text)
        {
            if (ShellMarks.IsMark(c))
            {
                return Fail("a Unicode noncharacter", text.IndexOf(c));
            }
        }

        while (_position < text.Length && Reason is null)
        {
            if (_backticks > 0 && text[_position] == '\\' && UnescapeInBackticks())
            {
                continue;
            }

            switch (_top.Kind)
            {
                case Kind.DoubleQuote:
                    ScanDoubleQuoted();
                    break;
                case Kind.Parameter:
                    ScanParameter();
                    break;
                case Kind.Arithmetic:
                    ScanArithmetic();
                    break;
                default:
                    ScanCommand();
                    break;
            }
        }

        if (Reason is null && _top.Kind is not Kind.Root)
        {
            EndWord();
            if (_top.Kind is not Kind.Root)
            {
                return Fail("not closed", _top.Start);
            }
        }

        Heredocs.AddRange(_pending);
        return Reason is null;
    }

    private bool Fail(string reason, int start)
    {
        Reason ??= reason;
        ErrorSpan = new TextSpan(start, Math.Min(1, text.Length - start));
        return false;
    }

    private void Push(Kind kind, int length, bool startsCommand, char mark = '\0', bool isCommand = false)
    {
        if (_frames.Count + _keywords >= NestingLimit)
        {
            Fail("nested too deeply", _position);
            return;
        }

        var inside = _top;
        _frames.Push(_top);
        _top = new ShellFrame(kind, _position)
        {
            SavedWordStart = _wordStart,
            SavedCommandPosition = _commandPosition,
            SavedPending = _pending.Count,
            SavedComments = Comments.Count,
            SavedHeredocs = Heredocs.Count,
            IsQuoted = kind is Kind.DoubleQuote or Kind.Arithmetic || (kind is Kind.Parameter or Kind.Backtick && inside.IsQuoted),
            IsCommand = isCommand,
        };
        _backticks += kind is Kind.Backtick ? 1 : 0;
        _wordStart = NoWord;
        _commandPosition = startsCommand;
        if (mark != '\0')
        {
            _buffer[_position] = mark;
        }

        _position += length;
    }

    private void Pop(int length, char mark = '\0')
    {
        var frame = _top;
        _keywords -= frame.Keywords;
        _backticks -= frame.Kind is Kind.Backtick ? 1 : 0;
        _top = _frames.Pop();
        if (frame.Kind is Kind.Substitution or Kind.Backtick && _pending.Count > frame.SavedPending)
        {
            Heredocs.AddRange(_pending[frame.SavedPending..]);
            _pending.RemoveRange(frame.SavedPending, _pending.Count - frame.SavedPending);
        }

        var endsCommand = frame.Kind is Kind.Parenthesis or Kind.Case || frame.IsCommand;
        _wordStart = endsCommand ? NoWord : frame.SavedWordStart;
        _commandPosition = endsCommand || frame.SavedCommandPosition;
        if (mark != '\0')
        {
            _buffer[_position] = mark;
        }

        _position += length;
    }

    private void BeginWord()
    {
        if (_wordStart == NoWord)
        {
            _wordStart = _position;
        }
    }

    private bool UnescapeInBackticks()
    {
        switch (Next)
        {
            case '`':
                _buffer[_position++] = ShellMarks.Nothing;
                if (_top.Kind is Kind.Backtick && _backticks > 1)
                {
                    EndWord();
                    Pop(1, ShellMarks.BacktickClose);
                }
                else
                {
                    BeginWord();
                    Push(Kind.Backtick, 1, true, ShellMarks.BacktickOpen);
                }

                return true;
            case '\\' or '$':
                BeginWord();
                _buffer[_position++] = ShellMarks.Nothing;
                if (text[_position] == '\\' && Next == '`')
                {
                    _buffer[_position++] = ShellMarks.Nothing;
                    return true;
                }

                if (text[_position] == '\\')
                {
                    _position += Math.Min(2, text.Length - _position);
                    return true;
                }

                return false;
            case '"' when IsBacktickQuoted():
                BeginWord();
                _buffer[_position++] = ShellMarks.Nothing;
                return false;
            default:
                return false;
        }
    }

    private bool IsBacktickQuoted()
    {
        if (_top.Kind is Kind.Backtick)
        {
            return _top.IsQuoted;
        }

        foreach (var frame in _frames)
        {
            if (frame.Kind is Kind.Backtick)
            {
                return frame.IsQuoted;
            }
        }

        return false;
    }

    private void ScanBacktick()
    {
        if (_backticks == 0)
        {
            BeginWord();
            Push(Kind.Backtick, 1, true, ShellMarks.BacktickOpen);
            return;
        }

        if (_top.Kind is not Kind.Case)
        {
            EndWord();
        }

        if (_top.Kind is Kind.Backtick)
        {
            Pop(1, ShellMarks.BacktickClose);
        }
        else
        {
            Fail("not closed", _top.Start);
        }
    }

    private void ScanDollar()
    {
        BeginWord();
        switch (Next)
        {
            case '(' when At(_position + 2) == '(':
                _position++;
                Push(Kind.Arithmetic, 2, false);
                break;
            case '(':
                _position++;
                Push(Kind.Substitution, 1, true);
                break;
            case '{':
                Push(Kind.Parameter, 2, false);
                _top.IsQuoted = _top.IsQuoted && !ShellLookahead.HasPattern(text.AsSpan(Math.Min(_position, text.Length)));
                break;
            case '$':
                _position += 2;
                break;
            default:
                _position++;
                break;
        }
    }

    private void SkipSingleQuoted(bool escapes)
    {
        var start = _position;
        for (_position++; _position < text.Length; _position++)
        {
            if (text[_position] == '\'')
            {
                _position++;
                return;
            }

            if (escapes && text[_position] == '\\')
            {
                _position++;
            }
        }

        Fail("a quote is not closed", start);
    }

    private void SkipEscape()
    {
        if (Next == '\n')
        {
            _buffer[_position] = _buffer[_position + 1] = ShellMarks.Nothing;
        }

        _position += Math.Min(2, text.Length - _position);
    }

    private void ScanDoubleQuoted()
    {
        switch (text[_position])
        {
            case '"':
                Pop(1);
                break;
            case '\\':
                SkipEscape();
                break;
            case '$':
                ScanDollar();
                break;
            case '`':
                ScanBacktick();
                break;
            default:
                _position++;
                break;
        }
    }

    private void ScanParameter()
    {
        switch (text[_position])
        {
            case '}':
                Pop(1);
                break;
            case '\'' when !_top.IsQuoted:
                SkipSingleQuoted(escapes: false);
                break;
            case '"':
                Push(Kind.DoubleQuote, 1, false);
                break;
            case '$' when Next == '\'' && !_top.IsQuoted:
                _position++;
                SkipSingleQuoted(escapes: true);
                break;
            case '\\':
                SkipEscape();
                break;
            case '$' when Next is not '}':
                ScanDollar();
                break;
            case '`':
                ScanBacktick();
                break;
            default:
                _position++;
                break;
        }
    }

    private void ScanArithmetic()
    {
        switch (text[_position])
        {
            case '(':
                if (_frames.Count + _keywords + ++_top.Parentheses > NestingLimit)
                {
                    Fail("nested too deeply", _position);
                }

                _position++;
                break;
            case ')' when _top.Parentheses > 0:
                _top.Parentheses--;
                _position++;
                break;
            case ')' when Next == ')':
                _buffer[_top.Start] = _buffer[_top.Start + 1] = ShellMarks.ArithmeticOpen;
                _buffer[_position] = _buffer[_position + 1] = ShellMarks.ArithmeticClose;
                Pop(2);
                break;
            case ')':
                FallBackToParentheses();
                break;
            case '"':
                Push(Kind.DoubleQuote, 1, false);
                break;
            default:
                ScanDoubleQuoted();
                break;
        }
    }

    /// <summary>What looked like arithmetic is a subshell inside of a subshell or substitution.</summary>
    private void FallBackToParentheses()
    {
        var frame = _top;
        text.CopyTo(frame.Start, _buffer, frame.Start, _position - frame.Start);
        Comments.RemoveRange(frame.SavedComments, Comments.Count - frame.SavedComments);
        Heredocs.RemoveRange(frame.SavedHeredocs, Heredocs.Count - frame.SavedHeredocs);
        _pending.RemoveRange(frame.SavedPending, _pending.Count - frame.SavedPending);
        _top = _frames.Pop();
        _wordStart = frame.SavedWordStart;
        _commandPosition = frame.SavedCommandPosition;
        _position = frame.Start;
        Push(frame.IsCommand ? Kind.Parenthesis : Kind.Substitution, 1, true);
    }
}
