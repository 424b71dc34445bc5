using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dockerlint.Linting.Config;

/// <summary>Reads YAML into nodes that know their place.</summary>
public static class ConfigYaml
{
    // Aliases may share nodes, which costs nothing; nesting is bounded because nodes are read recursively.
    private const int DeepestNesting = 100;

    /// <summary>The first document of a file; null for an empty one or when it cannot be read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">Where a message goes when it cannot be read.</param>
    public static ConfigNode? Read(string text, string path, ICollection<ConfigError> errors)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            return ReadNode(parser, new Dictionary<string, ConfigNode>(StringComparer.Ordinal), 0);
        }
        catch (YamlException exception)
        {
            errors.Add(new ConfigError(path, (int)exception.Start.Line, (int)exception.Start.Column, OneLine(exception.InnerException?.Message ?? exception.Message)));
            return null;
        }
    }

    private static ConfigNode ReadNode(IParser parser, Dictionary<string, ConfigNode> anchors, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {DeepestNesting} deep");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value.Value, out var shared)
                ? shared
                : throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value.Value}");
        }

        var start = (NodeEvent)parser.Current!;
        ConfigNode node = start switch
        {
            SequenceStart => ReadSequence(parser, anchors, depth),
            MappingStart => ReadMapping(parser, anchors, depth),
            _ => ReadScalar(parser.Consume<Scalar>()),
        };
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private static ConfigScalar ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any, (int)scalar.Start.Line, (int)scalar.Start.Column);

    private static ConfigSequence ReadSequence(IParser parser, Dictionary<string, ConfigNode> anchors, int depth)
    {
        var start = parser.Consume<SequenceStart>().Start;
        var items = new List<ConfigNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, anchors, depth + 1));
        }

        return new ConfigSequence(items, (int)start.Line, (int)start.Column);
    }

    private static ConfigMapping ReadMapping(IParser parser, Dictionary<string, ConfigNode> anchors, int depth)
    {
        var start = parser.Consume<MappingStart>().Start;
        var entries = new List<(ConfigScalar Key, ConfigNode Value)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<ConfigNode>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(parser, anchors, depth + 1) is not ConfigScalar key)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a key must be a single value");
            }

            var value = ReadNode(parser, anchors, depth + 1);
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
                var mark = new Mark(0, key.Line, key.Column);
                throw new YamlException(mark, mark, $"the key {key.Text} stands twice");
            }
        }

        // A merge key brings the pairs of other mappings that are not there already.
        foreach (var mapping in merged.SelectMany(node => node is ConfigSequence list ? list.Items : [node]).OfType<ConfigMapping>())
        {
            entries.AddRange(mapping.Entries.Where(entry => names.Add(entry.Key.Text)));
        }

        return new ConfigMapping(entries, (int)start.Line, (int)start.Column);
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
