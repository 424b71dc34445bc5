using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Dockerlint.Linting.Targets;

/// <summary>The variables of a Bake file: the environment's value before the default of the file.</summary>
internal sealed record BakeVariables(ImmutableDictionary<string, string?> Values)
{
    /// <summary>Those whose value is the environment's and may be a secret.</summary>
    private ImmutableHashSet<string> Private { get; init; } = [];

    /// <summary>The same variables as far as they may come into a message: what is private is unknown.</summary>
    internal BakeVariables Told => this with { Values = Values.SetItems(Private.Select(name => KeyValuePair.Create(name, (string?)null))) };

    /// <summary>Reads the variables of a file.</summary>
    internal static BakeVariables Of(JsonElement root, BuildFileSources sources)
    {
        var hidden = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (root.TryGetProperty("variable", out var all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var variable in all.EnumerateObject())
            {
                var isSet = variable.Value.ValueKind == JsonValueKind.Object && variable.Value.TryGetProperty("default", out _);
                var given = sources.Variable(variable.Name);
                _ = given is not null && sources.IsPrivate(variable.Name) && hidden.Add(variable.Name);
                values[variable.Name] = given ?? (isSet ? TextOf(variable.Value.GetProperty("default")) : "");
            }
        }

        return new BakeVariables(values.ToImmutable()) { Private = hidden.ToImmutable() };
    }

    /// <summary>A text, number or truth value as Bake puts it into a text; null for anything else.</summary>
    internal static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The same with one more; a null value is known to be there and unknown.</summary>
    internal BakeVariables With(string name, string? value) =>
        this with { Values = Values.SetItem(name, value), Private = Private.Remove(name) };

    /// <summary>The text with values in place of <c>${NAME}</c>; null when it needs more than that. <c>$${</c> is <c>${</c>.</summary>
    internal string? Expand(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith("$${"))
            {
                result.Append("${");
                i += 3;
            }
            else if (text.AsSpan(i).StartsWith("${"))
            {
                var close = text.IndexOf('}', i);
                if (close < 0 || !Values.TryGetValue(text[(i + 2)..close].Trim(), out var value) || value is null)
                {
                    return null;
                }

                result.Append(value);
                i = close + 1;
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        return result.ToString();
    }
}
