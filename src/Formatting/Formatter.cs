using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>
/// Lays Dockerfiles out in one style. Every result is parsed again and compared with what it came from: an instruction whose layout
/// cannot be proved to mean the same stays as it was, and if that does not help, so does the file.
/// </summary>
public static class Formatter
{
    /// <summary>Formats a text; nothing but the result is changed.</summary>
    public static FormatResult Format(SourceText source, FormatOptions? options = null) => Format(DockerfileParser.Parse(source), options);

    /// <summary>Formats a file.</summary>
    public static FormatResult Format(SyntaxTree tree, FormatOptions? options = null)
    {
        options ??= FormatOptions.Default;

        // A template is rejected more often than not; what it is says more than what is wrong with it.
        if (TemplateMarks.Find(tree) is { } mark)
        {
            return new FormatResult(FormatOutcome.Template, tree, tree) { Reason = $"it is a template ({mark})" };
        }

        if (tree.Errors.Count > 0)
        {
            return new FormatResult(FormatOutcome.Rejected, tree, tree);
        }

        var shells = ShellsInForce.Of(tree);
        var layout = new FileLayout(tree, options, shells);
        var kept = new SortedDictionary<int, string>();
        while (true)
        {
            var text = layout.Write(kept);
            if (text == tree.Source.Text)
            {
                return new FormatResult(FormatOutcome.Unchanged, tree, tree) { LeftAlone = LeftAlone(tree, kept) };
            }

            var after = DockerfileParser.Parse(tree.Source.WithText(text));
            var differences = new FormatProof(tree, after, shells, options.Style).Differences();
            if (differences.Count == 0 && options.KeepsKeys && StepKeys.FirstDifference(tree, after) is { } step)
            {
                differences = [(step, "the cache key")];
            }

            if (differences.Count == 0)
            {
                return new FormatResult(FormatOutcome.Formatted, tree, after) { LeftAlone = LeftAlone(tree, kept) };
            }

            var count = kept.Count;
            foreach (var (instruction, what) in differences)
            {
                if (instruction is { } index)
                {
                    kept.TryAdd(index, what);
                }
            }

            // Where all of them are kept already, or it is none of them, keeping instructions as they are is of no help.
            if (kept.Count == count)
            {
                return new FormatResult(FormatOutcome.Unproved, tree, tree)
                {
                    Reason = $"{differences[0].What} would differ",
                    LeftAlone = LeftAlone(tree, kept)
                };
            }
        }
    }

    private static IReadOnlyList<(int, string)> LeftAlone(SyntaxTree tree, SortedDictionary<int, string> kept) =>
        [.. kept.Select(pair => (tree.Source.Lines.GetLine(tree.Root.Instructions[pair.Key].Span.Start), pair.Value))];
}
