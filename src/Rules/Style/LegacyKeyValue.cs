using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>BuildKit's LegacyKeyValueFormat.</summary>
internal sealed class LegacyKeyValue : Rule
{
    public override RuleInfo Info { get; } = new("LegacyKeyValueFormat", "legacy-key-value", Category.Style, Severity.Style)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "ENV or LABEL with a blank between name and value.",
            """
            The old form takes the whole rest of the line as one value, so that a second pair on the line silently becomes part of the
            first, and an equals sign between blanks part of the value. It is kept for old files only.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV LANG C.UTF-8
                    """,
                    Good: """
                    FROM alpine:3.22
                    ENV LANG=C.UTF-8
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    ENV LANG=C.UTF-8
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL note two words
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL note="two words"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    LABEL note="two words"
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL note = "two words"
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL note="two words"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    LABEL note="two words"
                    """),
            ])
        {
            Remedy = """
                Write an equals sign without blanks around it, as in `ENV LANG=C.UTF-8`, and quotes around a value with blanks, as in
                `LABEL note="two words"`.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.File(static context =>
        {
            foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
            {
                if (step.Instruction is EnvInstruction { IsLegacyForm: true } or LabelInstruction { IsLegacyForm: true })
                {
                    Check((KeyValueInstruction)step.Instruction, step.Place, context);
                }
            }
        });
    }

    private static void Check(KeyValueInstruction instruction, InstructionSyntax place, RuleContext context)
    {
        var pair = instruction.Pairs[0];
        if (pair.Value!.RawText.StartsWith('='))
        {
            context.ReportAt(place.Span, pair.Span,
                $"{instruction.Name} {pair.Key.RawText} with blanks around the equals sign takes the sign for a part of the value",
                WithoutBlanks(pair, context.Tree) is { } meant
                    ? Fix.Of("drop the blanks", Applicability.Unsafe, new TextEdit(pair.Span, meant)) : []);
            return;
        }

        context.ReportAt(place.Span, pair.Span, $"{instruction.Name} {pair.Key.RawText} without an equals sign takes the rest of the "
            + "line as its value",
            Mended(pair, context.Tree) is { } text ? Fix.Of("write name=value", Applicability.Safe, new TextEdit(pair.Span, text)) : []);
    }

    // name = value: what is meant is plain where the rest is one word, but it is another value than the image has now.
    private static string? WithoutBlanks(KeyValueSyntax pair, SyntaxTree tree)
    {
        if (tree.Source.ToString(pair.Span) != pair.LogicalText)
        {
            return null;
        }

        var text = $"{pair.Key.RawText}={pair.Value!.RawText[1..].Trim()}";
        return DockerfileParser.Parse($"# escape={tree.Root.EscapeCharacter}\nFROM a\nENV {text}\n") is { Errors.Count: 0 } parsed
            && parsed.Root.Instructions[^1] is EnvInstruction { IsLegacyForm: false, Pairs: [{ Value.RawText.Length: > 0 }] } ? text : null;
    }

    // Null where quotes, or what was meant as a comment, make it unclear how the same value is written.
    private static string? Mended(KeyValueSyntax pair, SyntaxTree tree)
    {
        var value = pair.Value!;
        var text = value.RawText;
        var escape = tree.Root.EscapeCharacter;
        if (tree.Source.ToString(pair.Span) != pair.LogicalText || pair.Key.RawText.AsSpan().IndexOfAny("'\"") >= 0
            || text.Contains(" #", StringComparison.Ordinal) || text.Contains("\t#", StringComparison.Ordinal))
        {
            return null;
        }

        if (!text.AsSpan().ContainsAny(' ', '\t') || value.Parts is [QuotedSyntax { IsTerminated: true }])
        {
            return $"{pair.Key.RawText}={text}";
        }

        if (text.AsSpan().IndexOfAny("'\"") < 0 && !text.Contains(escape))
        {
            return $"{pair.Key.RawText}=\"{text}\"";
        }

        return value.LiteralValue is { } literal && !value.Parts.OfType<QuotedSyntax>().Any(quoted => !quoted.IsTerminated)
            ? $"{pair.Key.RawText}=\"{literal.Replace($"{escape}", $"{escape}{escape}", StringComparison.Ordinal)
                .Replace("\"", $"{escape}\"", StringComparison.Ordinal).Replace("$", $"{escape}$", StringComparison.Ordinal)}\""
            : null;
    }
}
