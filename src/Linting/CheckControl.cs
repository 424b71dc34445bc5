using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>
/// What the check directive of a file and the check comments above its instructions do to findings. Only rules that go by the
/// name of a BuildKit check, as their id or an alias, are concerned by <c>all</c>; other rules may be named in them, too.
/// </summary>
internal sealed class CheckControl
{
    private readonly SyntaxTree _tree;
    private readonly Dictionary<InstructionSyntax, CheckOptions> _comments = [];
    private readonly CheckOptions _file;

    internal CheckControl(SyntaxTree tree)
    {
        _tree = tree;
        _file = Directive(tree);
        if (tree.Source.Text.Contains("check", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var instruction in tree.Root.Instructions)
            {
                if (Comment(instruction) is { } options)
                {
                    _comments[instruction] = _file.MergedWith(options);
                }
            }
        }
    }

    /// <summary>Whether the file asks for anything at all.</summary>
    internal bool IsEmpty => _comments.Count == 0 && _file == CheckOptions.None;

    /// <summary>Whether the build fails on a finding of the rule.</summary>
    internal bool IsError(IReadOnlyList<string> names) => _file.IsError && names.Any(BuildKitChecks.Contains);

    /// <summary>Whether a finding is switched off.</summary>
    /// <param name="names">Id, name and aliases of its rule.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="isStrict">Whether comments count only where BuildKit heeds them.</param>
    internal bool Skips(IReadOnlyList<string> names, int offset, bool isStrict)
    {
        var here = OptionsAt(offset);
        foreach (var name in names)
        {
            var isCheck = BuildKitChecks.Contains(name);
            var options = isStrict && isCheck && !BuildKitChecks.HeedsComments(name) ? _file : here;
            if (options.Skipped.Contains(name) || (isCheck && options.SkipsAll))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an experimental check is switched on where a finding stands.</summary>
    internal bool Names(string name, int offset) => OptionsAt(offset).Names(name);

    private CheckOptions OptionsAt(int offset) =>
        _comments.Count > 0 && _tree.Root.InstructionAt(offset) is { } instruction && _comments.TryGetValue(instruction, out var options)
            ? options
            : _file;

    // The directive is read by a parser of its own, which stops at a line that does not begin with a number sign.
    private static CheckOptions Directive(SyntaxTree tree)
    {
        var source = tree.Source;
        foreach (var directive in tree.Root.Directives)
        {
            var start = directive.Span.Start;
            if (start > 0 && source.Text[start - 1] is not ('\n' or '\uFEFF'))
            {
                break;
            }

            if (directive.Name == "check")
            {
                return CheckOptions.TryParse(directive.Value) ?? CheckOptions.None;
            }
        }

        return CheckOptions.None;
    }

    // The first check comment above an instruction counts; one that cannot be read counts as none.
    private static CheckOptions? Comment(InstructionSyntax instruction)
    {
        foreach (var comment in instruction.Description)
        {
            var equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && comment[..equals].TrimEnd().Equals("check", StringComparison.OrdinalIgnoreCase))
            {
                return CheckOptions.TryParse(comment[(equals + 1)..].TrimStart());
            }
        }

        return null;
    }
}
