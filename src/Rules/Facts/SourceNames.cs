using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Finds what the instructions of a stage take files from.</summary>
internal static class SourceNames
{
    private const string Key = "from=";

    /// <summary>The names in COPY --from and in mounts of RUN, in source order.</summary>
    internal static IEnumerable<SourceName> Of(Stage stage, RuleContext context)
    {
        foreach (var step in stage.Steps)
        {
            switch (step.Instruction)
            {
                case CopyInstruction copy when copy.Flag("from")?.ValueWord is { } word:
                    yield return new SourceName(copy, WordExpander.Expand(word, context.Model.GlobalScope.Lookup), word.Span);
                    break;
                case RunInstruction run:
                    foreach (var flag in run.Flags.Where(flag => flag is { Name: "mount", ValueWord: not null }))
                    {
                        if (OfMount(run, flag.ValueWord!) is { } name)
                        {
                            yield return name;
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>The number a text is as a whole, or null.</summary>
    internal static int? Index(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static SourceName? OfMount(RunInstruction run, WordSyntax word)
    {
        var text = word.RawText;
        var start = 0;
        foreach (var field in text.Split(','))
        {
            if (field.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            {
                var name = field[Key.Length..];
                var isExact = word.Span.Length == text.Length;
                var span = isExact ? new TextSpan(word.Span.Start + start + Key.Length, name.Length) : word.Span;
                return new SourceName(run, name.AsSpan().ContainsAny('$', '"') ? null : name, span);
            }

            start += field.Length + 1;
        }

        return null;
    }
}
