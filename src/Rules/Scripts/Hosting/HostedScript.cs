using Dockerlint.Linting;
using Dockerlint.Linting.Scripts;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A script of an instruction or of a file of its own, and the way from it to the file.</summary>
internal sealed class HostedScript
{
    private readonly ScriptToCheck? _source;
    private readonly MappedText _text;
    private readonly ShellDialect _dialect;
    private readonly ShellParseResult _result;
    private readonly CheckedScript? _script;
    private ShellReport _report = new();

    internal HostedScript(ScriptToCheck source, ShellParseResult result)
    {
        _source = source;
        (_text, _dialect) = (source.Text, source.Dialect);
        _result = result;
        _script = result.Script is null ? null
            : new CheckedScript(source.Text.Text, result.Script, DialectOf(source.Dialect), source.Environment, source.Directives);
    }

    /// <summary>A script that is a file.</summary>
    internal HostedScript(SourceText source, ShellDialect dialect)
    {
        (_text, _dialect) = (MappedText.Slice(source, new TextSpan(0, source.Length)), dialect);
        _result = ShellParser.Parse(_text);
        _script = _result.Script is null ? null
            : new CheckedScript(_text.Text, _result.Script, DialectOf(dialect), new Dictionary<string, string?>());
    }

    /// <summary>What a check finds, but for what comments switch off.</summary>
    internal IReadOnlyList<ShellFinding> Findings(ShellRule rule)
    {
        if (_script is null)
        {
            rule.CheckUnread(_result, _report);
        }
        else
        {
            rule.Check(_script, _report);
        }

        // One report serves all that find nothing.
        var found = _report.Findings;
        if (found.Count == 0)
        {
            return [];
        }

        _report = new ShellReport();
        if (_script is null)
        {
            return found;
        }

        var code = int.Parse(rule.Info.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
        return [.. found.Where(finding => !_script.Directives.Disables(code, finding.Span)
            && _dialect.Accepts(code, _text.Text, finding.Span.Start, finding.Span.Length))];
    }

    /// <summary>A finding at its very place.</summary>
    internal Diagnostic InPlace(ShellRule rule, ShellFinding finding) =>
        new(rule.Info.Id, SeverityOf(rule, finding), finding.Message, _text.ToSource(finding.Span)) { Fixes = Fixes(finding) };

    /// <summary>A finding laid to the instruction.</summary>
    internal Diagnostic AtInstruction(ShellRule rule, ShellFinding finding) =>
        new(rule.Info.Id, SeverityOf(rule, finding), finding.Message, _source!.Instruction.Keyword.Span);

    // What is not portable is an error in the shell it is about, and a warning where POSIX is all that is asked for.
    private Severity SeverityOf(ShellRule rule, ShellFinding finding)
    {
        var most = _script?.Dialect == ScriptDialect.Sh && rule.Info.Id.StartsWith("SC3", StringComparison.Ordinal)
            ? Severity.Warning : finding.Most;
        return rule.Info.DefaultSeverity < most ? most : rule.Info.DefaultSeverity;
    }

    // Offered only where every character it touches is the same in the file. What becomes of a word changes, so that none is applied
    // unasked.
    private IReadOnlyList<Fix> Fixes(ShellFinding finding)
    {
        var edits = new List<TextEdit>();
        foreach (var edit in finding.Edits)
        {
            var span = edit.Span;
            if (span.IsEmpty)
            {
                // Behind a character rather than in front of the next: a line may end between them.
                var closes = span.Start == finding.Span.End && span.Start > 0;
                var neighbour = new TextSpan(closes ? span.Start - 1 : span.Start, span.Start < _text.Length || closes ? 1 : 0);
                if (!_text.IsExact(neighbour))
                {
                    return [];
                }

                var place = _text.ToSource(neighbour);
                edits.Add(new TextEdit(new TextSpan(closes ? place.End : place.Start, 0), edit.NewText));
            }
            else if (_text.IsExact(span))
            {
                edits.Add(new TextEdit(_text.ToSource(span), edit.NewText));
            }
            else
            {
                return [];
            }
        }

        return edits.Count == 0 ? [] : Fix.Of("change the script as the message says", Applicability.Unsafe, edits);
    }

    private static ScriptDialect DialectOf(ShellDialect dialect) => dialect switch
    {
        { IsBusybox: true } => ScriptDialect.Busybox,
        { Name: var name } => name[(name.LastIndexOf('/') + 1)..] switch
        {
            "dash" => ScriptDialect.Dash,
            "ash" => ScriptDialect.Busybox,
            "bash" => ScriptDialect.Bash,
            "ksh" => ScriptDialect.Ksh,
            _ => ScriptDialect.Sh,
        },
    };
}
