using Dockerlint.Text;
using Pidgin;

namespace Dockerlint.Syntax.Shell;

/// <summary>Parses POSIX shell and Bash scripts.</summary>
public static class ShellParser
{
    /// <summary>Parses a script; any text gives a result.</summary>
    /// <param name="text">The script, continuations of the Dockerfile taken out.</param>
    public static ShellParseResult Parse(MappedText text)
    {
        var scanner = new ShellScanner(text.Text);
        if (!scanner.Run())
        {
            return new ShellParseResult(null, scanner.Reason, scanner.ErrorSpan);
        }

        Result<char, ShellScript> result;
        try
        {
            result = ShellGrammar.Whole.Parse(scanner.Result);
        }
        catch (InsufficientExecutionStackException)
        {
            return new ShellParseResult(null, "nested too deeply", new TextSpan(0, 0));
        }

        if (!result.Success)
        {
            var offset = Math.Min(result.Error!.ErrorOffset, text.Length);
            var reason = offset == text.Length ? "unexpected end of the script" : $"unexpected '{text.Text[offset]}'";
            return new ShellParseResult(null, reason, new TextSpan(offset, Math.Min(1, text.Length - offset)));
        }

        var script = result.Value with { Comments = [.. scanner.Comments] };
        AttachHeredocs(script, scanner.Heredocs);
        return new ShellParseResult(script, null, new TextSpan(0, 0));
    }

    private static void AttachHeredocs(ShellScript script, List<ShellHeredoc> heredocs)
    {
        if (heredocs.Count == 0)
        {
            return;
        }

        var byOperator = heredocs.ToDictionary(static heredoc => heredoc.OperatorStart);
        foreach (var redirect in script.Walk().OfType<Redirect>())
        {
            redirect.Heredoc = byOperator.GetValueOrDefault(redirect.Operator.Span.Start);
        }
    }
}
