using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class ShellSyntaxInExecForm : Rule
{
    private static readonly string[] s_operators = ["&&", "||", "|", ">", ">>", "<", ";", "2>&1", "&"];

    public override RuleInfo Info { get; } = new("DK6024", "shell-syntax-in-exec-form", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The exec form holds a variable or an operator of the shell.",
            """
            No shell reads the exec form: the program gets the very characters. Use the shell form, or make a shell the program: ["sh",
            "-c", ".."].
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    CMD ["serve", "--port", "$PORT"]
                    """,
                    Good: """
                    FROM debian:12
                    CMD ["sh", "-c", "exec serve --port $PORT"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN ["make", "&&", "make", "install"]
                    """,
                    Good: """
                    FROM debian:12
                    RUN ["/usr/bin/env", "bash", "-c", "make && make install"]
                    """),
            ])
        {
            Remedy = """
                For `RUN`, use the shell form, as in `RUN make && make install`. For `CMD` and `ENTRYPOINT`, write `["sh", "-c", "exec
                serve --port $PORT"]`, where `exec` lets the program receive signals.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Instruction<CommandInstruction>(static (instruction, context) =>
    {
        if (instruction is ShellInstruction || instruction.Command is not JsonArraySyntax { Items: var items }
            || items.Any(item => IsShell(item.Value)))
        {
            return;
        }

        foreach (var item in items)
        {
            if (s_operators.Contains(item.Value))
            {
                context.Report(item.Span, $"no shell reads this {item.Value}: the exec form gives it to the program as it is");
            }
            else if (Variable(item.Value) is { } name)
            {
                context.Report(item.Span, $"no shell expands {name} here: the exec form gives it to the program as it is");
            }
        }
    });

    // A shell, or another program that is given code, in which a variable is its own.
    private static bool IsShell(string program) =>
        ToolCatalog.Find(program[(program.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant()) is { } tool
            && (tool.RunsText is not null || tool.TakesCode);

    // $NAME or ${NAME} with an upper-case name: others are as likely a pattern or another language.
    private static string? Variable(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var isBraced = at + 1 < text.Length && text[at + 1] == '{';
            var start = at + (isBraced ? 2 : 1);
            var end = start;
            while (end < text.Length
                && (char.IsAsciiLetterUpper(text[end]) || text[end] == '_' || (end > start && char.IsAsciiDigit(text[end]))))
            {
                end++;
            }

            if (end - start > 1
                && (isBraced ? end < text.Length && text[end] == '}' : end == text.Length || !char.IsAsciiLetterLower(text[end])))
            {
                return text[at..(isBraced ? end + 1 : end)];
            }
        }

        return null;
    }
}
