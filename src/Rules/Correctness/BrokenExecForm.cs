using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class BrokenExecForm : Rule
{
    public override RuleInfo Info { get; } = new("DK6006", "broken-exec-form", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Arguments look like the exec form and are no JSON array.",
            "Whatever is not a JSON array of strings in double quotes is taken for a shell command or for paths, brackets and all.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    CMD ['nginx', '-g', 'daemon off;']
                    """,
                    Good: """
                    FROM debian:12
                    CMD ["nginx", "-g", "daemon off;"]
                    """,
                    Fixed: """
                    FROM debian:12
                    CMD ["nginx", "-g", "daemon off;"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ENTRYPOINT ["a", "b",]
                    """,
                    Good: """
                    FROM debian:12
                    ENTRYPOINT ["a", "b"]
                    """,
                    Fixed: """
                    FROM debian:12
                    ENTRYPOINT ["a", "b"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    CMD [nginx, -g]
                    """,
                    Good: """
                    FROM debian:12
                    RUN [ -f /x ] && echo yes
                    """,
                    Fixed: """
                    FROM debian:12
                    CMD ["nginx", "-g"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    VOLUME ['/data']
                    """,
                    Good: """
                    FROM debian:12
                    COPY [ab].txt /
                    """,
                    Fixed: """
                    FROM debian:12
                    VOLUME ["/data"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    VOLUME ["/data"] /logs
                    """,
                    Good: """
                    FROM debian:12
                    VOLUME ["/data", "/logs"]
                    """),
            ])
        {
            Remedy = """
                Write double quotes around every string, commas between them and none behind the last, as in `["nginx", "-g", "daemon
                off;"]`, and double every backslash. If a shell is meant, leave the brackets out.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Instruction<CommandInstruction>(static (instruction, context) =>
        {
            // SHELL is rejected in any other form, which is told as a syntax error.
            if (instruction is not ShellInstruction && instruction.Command is ShellFormSyntax form && form.LogicalText is var text
                && (instruction is RunInstruction ? ArrayLook.OfScript(text) : ArrayLook.OfCommand(text)))
            {
                context.Report(form.Span, $"this is no JSON array, so a shell runs it with its brackets: {Problem(text)}",
                    Fixes(form.Span, form.GetText()));
            }
        });
        on.Instruction<WordListInstruction>(static (instruction, context) =>
        {
            if (instruction is { Json: null, Words: [var first, ..] })
            {
                var span = TextSpan.FromBounds(first.Span.Start, instruction.Words[^1].Span.End);
                var text = instruction.LogicalLine.Slice(
                    TextSpan.FromBounds(first.LogicalSpan.Start, instruction.Words[^1].LogicalSpan.End));
                if (instruction is VolumeInstruction ? ArrayLook.OfFolders(text.Text) : ArrayLook.OfPaths(text.Text))
                {
                    context.Report(span, $"this is no JSON array, so the brackets are part of the names: {Problem(text.Text)}",
                        Fixes(span, text));
                }
            }
        });
        on.Instruction<SingleArgumentInstruction>(static (instruction, context) =>
        {
            if (instruction is WorkdirInstruction or UserInstruction && ArrayLook.OfPaths(instruction.Argument.RawText))
            {
                context.Report(instruction.Argument.Span,
                    $"{instruction.Name} takes no JSON array, so the brackets are part of the name: write the name alone");
            }
        });
    }

    private static string Problem(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? "strings need double quotes"
        : text.AsSpan().IndexOfAny('\u201C', '\u201D') >= 0 ? "the quotes are typographic ones"
        : !text.Contains('"', StringComparison.Ordinal) ? "strings need double quotes"
        : WithoutLastComma(text) is not null ? "there is a comma before the closing bracket"
        : text.TrimEnd() is not [.., ']'] ? text.Contains(']', StringComparison.Ordinal) ? "something stands behind the closing bracket"
            : "the closing bracket is missing"
        : "check quotes, commas and backslashes";

    private static IReadOnlyList<Fix> Fixes(TextSpan span, MappedText text)
    {
        var candidates = new[]
        {
            text.Text.Contains('"', StringComparison.Ordinal) ? null : text.Text.Replace('\'', '"'),
            text.Text.Replace('\u201C', '"').Replace('\u201D', '"'),
            WithoutLastComma(text.Text),
            Quoted(text.Text),
        };
        return text.IsExact(new TextSpan(0, text.Length)) && Array.Find(candidates, IsArray) is { } array
            ? Fix.Of("make it a JSON array", Applicability.Unsafe, new TextEdit(span, array)) : [];
    }

    // [nginx, -g] without any quotes: every part is one string.
    private static string? Quoted(string text)
    {
        var parts = text.TrimEnd() is ['[', .. var inner, ']'] ? inner.Split(',') : [];
        return parts.Length > 0 && Array.TrueForAll(parts, part => part.Trim() is { Length: > 0 } name
            && name.AsSpan().IndexOfAny("\"'\\ \t[]") < 0) ? $"[{string.Join(", ", parts.Select(part => $"\"{part.Trim()}\""))}]" : null;
    }

    private static string? WithoutLastComma(string text)
    {
        var inner = text.TrimEnd();
        return inner.EndsWith(']') && inner[..^1].TrimEnd() is [.., ','] list ? list[..^1] + "]" : null;
    }

    private static bool IsArray(string? text) =>
        text is not null && DockerfileParser.Parse("FROM a\nCMD " + text).Root.Instructions is [
            _, CmdInstruction { Command: JsonArraySyntax { Items.Count: > 0 } }];
}
