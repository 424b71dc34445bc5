using System.Collections.Immutable;
using System.Text;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Semantics;

/// <summary>Resolves words of a script with the variables in force and what the script itself assigned before.</summary>
internal sealed class ScriptWords
{
    // Assignments can name one another, and each can double what it names: beyond these limits a value counts as unknown.
    private const int DeepestReference = 8;
    private const int LongestValue = 64 * 1024;
    private const int MostFields = 1024;

    private readonly VariableScope _variables;
    private readonly Dictionary<string, Assignment?> _assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<Assignment, string?> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Assignment, IReadOnlyList<string?>> _elements = new(ReferenceEqualityComparer.Instance);

    internal ScriptWords(ImmutableArray<ShellNode> nodes, VariableScope variables)
    {
        _variables = variables;
        foreach (var node in nodes)
        {
            if (node is SimpleCommand { Words.Length: > 0 } command)
            {
                // X=1 command sets X for that command only; what export and the like set is not followed.
                foreach (var assignment in command.Assignments)
                {
                    _assigned[assignment.Name] = null;
                }

                foreach (var name in Declared(command))
                {
                    _assigned[name] = null;
                }
            }
            else if (node is Assignment assignment)
            {
                // A name that is set once, by itself, has that value; one that is set twice or otherwise is not known.
                var isPlain = assignment is { IsAppend: false, Subscript: null } && !_assigned.ContainsKey(assignment.Name);
                _assigned[assignment.Name] = isPlain ? assignment : null;
            }
            else if (node is ForCommand or SelectCommand)
            {
                _assigned[(node as ForCommand)?.Variable ?? ((SelectCommand)node).Variable] = null;
            }
        }
    }

    /// <summary>The value of a word, or null when it depends on something that only the shell knows.</summary>
    internal string? Resolve(ShellWord word) => word.LiteralValue ?? ValueOf(word, 0);

    /// <summary>The value of a part of a word, or null when only the shell knows it.</summary>
    internal string? Resolve(ShellWordPart part) => ValueOf(part, 0);

    /// <summary>What a word becomes after expansion and splitting; null stands for what only the shell knows.</summary>
    internal IReadOnlyList<string?> Fields(ShellWord word) =>
        word.LiteralValue is { } literal ? [literal] : FieldsOf(word, 0);

    private IReadOnlyList<string?> FieldsOf(ShellWord word, int depth)
    {
        if (word.Parts is [ParameterExpansion array] && ArrayOf(array) is { } bare)
        {
            return Elements(bare, depth);
        }

        if (word.Parts is [DoubleQuoted { Parts: [ParameterExpansion { Subscript: "@" } quoted] }] && ArrayOf(quoted) is { } elements)
        {
            return Elements(elements, depth);
        }

        var fields = new List<string?>();
        StringBuilder? field = null;
        var length = 0;
        foreach (var part in word.Parts)
        {
            if (ValueOf(part, depth) is not { } value || (length += value.Length) > LongestValue || fields.Count > MostFields)
            {
                return [null];
            }

            if (part is not ParameterExpansion)
            {
                (field ??= new StringBuilder()).Append(value);
                continue;
            }

            foreach (var c in value)
            {
                if (c is ' ' or '\t' or '\n')
                {
                    fields.AddRange(field is null ? [] : [field.ToString()]);
                    field = null;
                }
                else
                {
                    (field ??= new StringBuilder()).Append(c);
                }
            }
        }

        fields.AddRange(field is null ? [] : [field.ToString()]);
        return fields;
    }

    private IReadOnlyList<string?> Elements(Assignment assignment, int depth)
    {
        if (depth > DeepestReference)
        {
            return [null];
        }

        if (!_elements.TryGetValue(assignment, out var known))
        {
            List<string?> fields = [.. assignment.Array!.Elements
                .SelectMany(element => element.LiteralValue is { } literal ? [literal] : FieldsOf(element, depth + 1))
                    .Take(MostFields + 1)];
            _elements[assignment] = known = fields.Count > MostFields ? [null] : fields;
        }

        return known;
    }

    private string? ValueOf(Assignment assignment, int depth)
    {
        if (!_values.TryGetValue(assignment, out var known))
        {
            _values[assignment] = known = ValueOf(assignment.Value, depth + 1);
        }

        return known;
    }

    private Assignment? ArrayOf(ParameterExpansion expansion) =>
        expansion is { Operator: null, Prefix: null, Subscript: "@" or "*" } && Earlier(expansion) is { Array: not null } assignment
            ? assignment : null;

    private Assignment? Earlier(ParameterExpansion expansion) =>
        _assigned.GetValueOrDefault(expansion.Name) is { } assignment && assignment.Span.End <= expansion.Span.Start ? assignment : null;

    private string? ValueOf(ShellWord word, int depth) => word.LiteralValue ?? Join(word.Parts, depth);

    private string? ValueOf(ShellWordPart part, int depth) => part switch
    {
        { LiteralValue: { } literal } => literal,
        DoubleQuoted quoted => Join(quoted.Parts, depth),
        ParameterExpansion { Prefix: null, Subscript: null } expansion when depth <= DeepestReference => ValueOf(expansion, depth),
        _ => null,
    };

    private string? ValueOf(ParameterExpansion expansion, int depth)
    {
        var value = _assigned.ContainsKey(expansion.Name)
            ? Earlier(expansion) is { Array: null } assignment && ValueOf(assignment, depth) is { } own ? VariableValue.Of(own)
                : VariableValue.Unknown
            : _variables.Lookup(expansion.Name);
        return expansion.Operator switch
        {
            null => value.Text,
            ":-" or "-" when value.IsSet == false || (expansion.Operator == ":-" && value.Text == "") =>
            ValueOf(expansion.Word!, depth + 1),
            ":-" or "-" or ":?" or "?" => value.Text,
            _ => null,
        };
    }

    private string? Join(IEnumerable<ShellWordPart> parts, int depth)
    {
        var builder = new StringBuilder();
        foreach (var part in parts)
        {
            if (ValueOf(part, depth) is not { } value || builder.Length + value.Length > LongestValue)
            {
                return null;
            }

            builder.Append(value);
        }

        return builder.ToString();
    }

    private static IEnumerable<string> Declared(SimpleCommand command) =>
        command.Name is "read" or "export" or "local" or "declare" or "typeset" or "readonly" or "mapfile" or "readarray" or "getopts"
            or "unset" or "printf"
            ? command.Words.Skip(1).Select(word => (word.LiteralValue ?? word.Parts[0].LiteralValue)?.Split('=')[0]).OfType<string>()
            : [];
}
