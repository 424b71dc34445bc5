using Dockerlint.Syntax.Shell;

namespace Dockerlint.Formatting;

internal sealed partial class ShellLayout
{
    private void WriteSimple(SimpleCommand command, int indent)
    {
        var parts = command.Children.ToList();
        layout.StartGroup(indent);
        var first = command.Words.Length > 2 ? parts.FindIndex(Roles.IsPackage) : -1;
        if (first > 0)
        {
            WritePackages(parts, first);
        }
        else
        {
            WriteParts(parts);
        }

        layout.EndGroup();
    }

    // Line ends between words stay; what is too long without any is broken before each option or, if it has hardly any, where it must be.
    private void WriteParts(List<ShellNode> parts)
    {
        var breaks = Enumerable.Range(1, parts.Count - 1).Select(i => HasLineEndBetween(parts[i - 1].Span.End, parts[i].Span.Start))
            .ToList();
        var byOption = !breaks.Contains(true) && parts.Skip(1).Count(WordRoles.IsOption) > 1;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                var kind = byOption
                    && (WordRoles.IsOption(parts[i]) || (i > 1 && Roles.IsOperand(parts[i]) && !Roles.IsOperand(parts[i - 1])))
                    ? LayoutTokenKind.Break : LayoutTokenKind.Fill;
                Space(parts[i - 1].Span.End, parts[i].Span.Start, kind, breaks[i - 1], IsBound(parts, i));
            }

            WritePart(parts[i]);
        }
    }

    // The first argument stays with the command, and with an option the word behind it, unless it is known to be no value.
    private bool IsBound(List<ShellNode> parts, int index) => !WordRoles.IsOption(parts[index])
        && (index == 1 || Roles.IsValue(parts[index]) || (WordRoles.IsOption(parts[index - 1]) && !Roles.IsOperand(parts[index])));

    // Program, verb and options first, then a line for each package. A list that is broken anywhere is broken everywhere.
    private void WritePackages(List<ShellNode> parts, int first)
    {
        var isForced = parts.Skip(first).Count(Roles.IsPackage) >= style.OnePerLine
            || Enumerable.Range(first, parts.Count - first).Any(i => HasLineEndBetween(parts[i - 1].Span.End, parts[i].Span.Start));
        var sorted = style.SortPackages ? Sorted(parts, first) : null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                var isValue = Roles.IsValue(parts[i]);
                var kind = i < first || isValue ? LayoutTokenKind.Fill : LayoutTokenKind.Break;
                Space(parts[i - 1].Span.End, parts[i].Span.Start, kind, isForced && kind == LayoutTokenKind.Break, isValue || i == 1);
            }

            WritePart(sorted is not null && i >= first ? sorted[i - first] : parts[i]);
        }
    }

    // Packages are put in order only where nothing else stands between them, which would lose its place.
    private List<ShellNode>? Sorted(List<ShellNode> parts, int first)
    {
        var list = parts[first..];
        var (from, to) = (text.ToSource(list[0].Span.Start), text.ToSource(list[^1].Span.Start));
        return list.TrueForAll(Roles.IsPackage) && !comments.HasAnyBetween(from, to)
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
