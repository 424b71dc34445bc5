using Dockerlint.Syntax.Shell;

namespace Dockerlint.Formatting;

internal sealed partial class ShellLayout
{
    private void WriteSimple(SimpleCommand command, int indent)
    {
        var parts = command.Children.ToList();
        var start = PackageList.Start(command.Words);
        layout.StartGroup(indent);
        if (start >= 0 && start < command.Words.Length)
        {
            WritePackages(command, parts, start);
        }
        else
        {
            WriteParts(parts);
        }

        layout.EndGroup();
    }

    // Line ends between words stay; what is too long without any is broken before each option or, if it has hardly any, where it must be.
    // The first argument stays with the command, and the word behind an option with the option: it may be its value.
    private void WriteParts(List<ShellNode> parts)
    {
        var breaks = Enumerable.Range(1, parts.Count - 1).Select(i => HasLineEndBetween(parts[i - 1].Span.End, parts[i].Span.Start)).ToList();
        var byOption = !breaks.Contains(true) && parts.Skip(1).Count(IsOption) > 1;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                var isBound = !IsOption(parts[i]) && (i == 1 || IsOption(parts[i - 1]));
                Space(parts[i - 1].Span.End, parts[i].Span.Start, byOption && IsOption(parts[i]) ? LayoutTokenKind.Break : LayoutTokenKind.Fill, breaks[i - 1], isBound);
            }

            WritePart(parts[i]);
        }
    }

    private static bool IsOption(ShellNode node) => node is ShellWord word && PackageList.IsOption(word);

    // Program, verb and options first, then a line for each package.
    private void WritePackages(SimpleCommand command, List<ShellNode> parts, int start)
    {
        var words = command.Words;
        var first = start;
        while (first < words.Length && PackageList.IsOption(words[first]))
        {
            first += PackageList.TakesValue(words[first]) ? 2 : 1;
        }

        if (first >= words.Length)
        {
            WriteParts(parts);
            return;
        }

        var count = 0;
        for (var i = first; i < words.Length; i++)
        {
            i += PackageList.TakesValue(words[i]) ? 1 : 0;
            count += i < words.Length && !PackageList.IsOption(words[i]) ? 1 : 0;
        }

        var listStart = parts.IndexOf(words[first]);
        var isForced = count >= style.OnePerLine
            || Enumerable.Range(listStart, parts.Count - listStart).Any(i => HasLineEndBetween(parts[i - 1].Span.End, parts[i].Span.Start));
        var sorted = style.SortPackages ? Sorted(parts, listStart) : null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                var isValue = parts[i - 1] is ShellWord before && PackageList.TakesValue(before);
                var kind = i < listStart || isValue ? LayoutTokenKind.Fill : LayoutTokenKind.Break;
                Space(parts[i - 1].Span.End, parts[i].Span.Start, kind, isForced && kind == LayoutTokenKind.Break, isValue);
            }

            WritePart(sorted is not null && i >= listStart ? sorted[i - listStart] : parts[i]);
        }
    }

    // Packages are put in order only where nothing else stands between them, which would lose its place.
    private List<ShellNode>? Sorted(List<ShellNode> parts, int start)
    {
        var list = parts[start..];
        var (from, to) = (text.ToSource(list[0].Span.Start), text.ToSource(list[^1].Span.Start));
        return list.TrueForAll(part => part is ShellWord word && !PackageList.IsOption(word)) && !comments.HasAnyBetween(from, to)
            ? [.. list.OrderBy(part => text.Text.Substring(part.Span.Start, part.Span.Length), StringComparer.Ordinal)]
            : null;
    }

    private void WritePart(ShellNode part)
    {
        if (part is Redirect redirect)
        {
            WriteRedirect(redirect);
        }
        else
        {
            Copy(part.Span);
        }
    }
}
