using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dockerlint.Linting.Config;

/// <summary>One reading of one YAML text. Nothing but this type touches the library; it throws whatever the library throws.</summary>
internal sealed class YamlReading
{
    // Nodes are read recursively, here and by everybody who looks at them.
    private const int DeepestNesting = 100;

    // Aliases share nodes, but whoever looks at them sees each as often as it stands there.
    private const int MostNodes = 200_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, (ConfigNode Node, int Count)> _anchors = new(StringComparer.Ordinal);
    private Mark _last = Mark.Empty;
    private int _count;

    internal YamlReading(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The first document; null when there is none.</summary>
    internal ConfigNode? Document(bool mayHaveMore)
    {
        Take<StreamStart>();
        if (!TryTake<DocumentStart>(out _))
        {
            return null;
        }

        var node = ReadNode(0);
        Take<DocumentEnd>();
        return mayHaveMore || Current() is StreamEnd
            ? node
            : throw Wrong(Current(), "a second document begins here, and a configuration is one");
    }

    /// <summary>Where an exception says that the text is wrong, or else how far the reading came.</summary>
    internal (int Line, int Column) Place(Exception exception)
    {
        var mark = exception is YamlException { Start: var start } && start.Line > 0 && start.CompareTo(Mark.Empty) != 0 ? start : _last;
        return ((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
    }

    /// <summary>What an exception says is wrong.</summary>
    internal static string MessageOf(Exception exception) =>
        exception is YamlException and not { InnerException: not (null or YamlException) }
        ? exception.InnerException?.Message ?? exception.Message
        : "cannot be read from here on; brackets and braces must be closed, and lines inside them indented";

    private ConfigNode ReadNode(int depth)
    {
        var current = Current();
        if (depth > DeepestNesting)
        {
            throw Wrong(current, $"nested more than {DeepestNesting} deep");
        }

        if (TryTake<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias!.Value.Value, out var shared))
            {
                throw Wrong(alias, $"there is no anchor &{alias.Value.Value}");
            }

            Count(alias, shared.Count);
            return shared.Node;
        }

        if (current is not NodeEvent start)
        {
            throw Wrong(current, "a value is missing here");
        }

        var before = _count;
        Count(start, 1);
        ConfigNode node = start switch
        {
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => ReadScalar(Take<Scalar>()),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = (node, _count - before);
        }

        return node;
    }

    private static ConfigScalar ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any, (int)scalar.Start.Line, (int)scalar.Start.Column);

    private ConfigSequence ReadSequence(int depth)
    {
        var start = Take<SequenceStart>().Start;
        var items = new List<ConfigNode>();
        while (!TryTake<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ConfigSequence(items, (int)start.Line, (int)start.Column);
    }

    private ConfigMapping ReadMapping(int depth)
    {
        var start = Take<MappingStart>();
        var entries = new List<(ConfigScalar Key, ConfigNode Value)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<ConfigNode>();
        while (!TryTake<MappingEnd>(out _))
        {
            var place = Current();
            if (ReadNode(depth + 1) is not ConfigScalar key)
            {
                throw Wrong(place, "a key must be a single value");
            }

            var value = ReadNode(depth + 1);
            if (key is { Text: "<<", IsPlain: true })
            {
                merged.Add(value);
            }
            else if (names.Add(key.Text))
            {
                entries.Add((key, value));
            }
            else
            {
                throw Wrong(place, $"the key {key.Text} stands twice");
            }
        }

        // A merge key brings the pairs of other mappings that are not there already.
        foreach (var mapping in merged.SelectMany(node => node is ConfigSequence list ? list.Items : [node]).OfType<ConfigMapping>())
        {
            Count(start, mapping.Entries.Count);
            entries.AddRange(mapping.Entries.Where(entry => names.Add(entry.Key.Text)));
        }

        return new ConfigMapping(entries, (int)start.Start.Line, (int)start.Start.Column);
    }

    private void Count(ParsingEvent place, int more)
    {
        _count += more;
        if (_count > MostNodes)
        {
            throw Wrong(place, $"more than {MostNodes} values, with those that aliases repeat");
        }
    }

    // The parser reads ahead by one; without an event there is nothing any more.
    private ParsingEvent Current()
    {
        if (_parser.Current is null && !_parser.MoveNext())
        {
            throw new YamlException(_last, _last, "the text ends too early");
        }

        _last = _parser.Current!.Start;
        return _parser.Current;
    }

    private T Take<T>()
        where T : ParsingEvent => TryTake<T>(out var found) ? found! : throw Wrong(Current(), "this cannot stand here");

    private bool TryTake<T>(out T? found)
        where T : ParsingEvent
    {
        found = Current() as T;
        if (found is not null)
        {
            _parser.MoveNext();
        }

        return found is not null;
    }

    private static YamlException Wrong(ParsingEvent place, string message) => new(place.Start, place.End, message);
}
