using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Dockerlint.Commands;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Writes the page that lists every tool, verb and option with what is known of it.</summary>
public sealed partial class ToolDocumentTests
{
    private static readonly string[] s_named = ["Name", "Names", "Verbs", "Options", "Kind", "Value", "Role"];

    [Fact]
    public void The_page_lists_what_is_known_of_every_tool()
    {
        var page = new StringBuilder("""
            # What tools do

            Rules, cache model, optimizer and `verify` read commands by these tables, which stand in `src/Commands/Tools` and were drawn from
            the tools' manuals. This page is made from them; a test writes it.

            Behind a tool stand its options: `=` takes a value, `?` may take one behind an equals sign, and what stands in brackets is what
            the program makes of it. Then comes what the tool does whatever it is told, and a line for each verb.


            """.ReplaceLineEndings("\n"));
        foreach (var family in typeof(ToolCatalog).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Tools", StringComparison.Ordinal)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            page.Append("## ").Append(Words(family.Name[..^"Tools".Length], false)).Append("\n\n");
            foreach (var tool in family.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == typeof(ToolSpec)).Select(property => (ToolSpec)property.GetValue(null)!)
                .OrderBy(tool => tool.Name, StringComparer.Ordinal))
            {
                page.Append("### ").Append(tool.Name).Append("\n\n");
                Line(page, "", Options(tool.Options));
                Line(page, "", Facts(tool));
                foreach (var verb in tool.Verbs)
                {
                    var alias = verb.Names.Select(name => verb.NameOf(name) == name ? $"`{name}`" : $"`{name}` (as `{verb.NameOf(name)}`)");
                    Line(page, "- ", $"{string.Join(", ", alias)}: {Facts(verb)} {Options(verb.Options)}".TrimEnd(' ', ':')
                        .Replace(":  ", ": ", StringComparison.Ordinal));
                }

                page.Append(tool.Verbs.IsEmpty ? "" : "\n");
            }
        }

        Snapshot.MatchDocument(page.ToString().TrimEnd('\n') + "\n", "docs", "tools.md");
    }

    private static void Line(StringBuilder page, string mark, string text)
    {
        if (text.Length > 0)
        {
            page.Append(mark).Append(text).Append('\n').Append(mark.Length > 0 ? "" : "\n");
        }
    }

    private static string Options(OptionTable table)
    {
        var options = table.Options.Select(option => $"`{string.Join('|', option.Names)}{Mark(option.Value)}`"
            + (option.Role == OptionRole.None ? "" : $" ({Words(option.Role.ToString(), true)})"));
        return string.Join(' ', options);
    }

    private static string Mark(OptionValue value) => value switch
    {
        OptionValue.None => "",
        OptionValue.Required => "=",
        _ => $"?{(value.ToString() is "Optional" ? "" : Words(value.ToString(), true))}",
    };

    // Whatever a specification holds that is not as in any other, in words.
    private static string Facts(object spec)
    {
        var facts = spec.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !s_named.Contains(property.Name))
            .Select(property => Fact(property.Name, property.GetValue(spec))).Where(fact => fact.Length > 0);
        return string.Join("; ", facts);
    }

    private static string Fact(string name, object? value) => value switch
    {
        null or false or "" => "",
        true => Words(name, true),
        string text => $"{Words(name, true)} `{text}`",
        int number => number == 0 ? "" : $"{Words(name, true)} {number}",
        Enum choice => System.Convert.ToInt32(choice, null) == 0 ? "" : $"{Words(name, true)} {Words(choice.ToString(), true)}",
        IEnumerable<string> texts => texts.Any() ? $"{Words(name, true)} {string.Join(' ', texts.Select(text => $"`{text}`"))}" : "",
        IEnumerable<EffectSpec> effects => string.Join("; ", effects.Select(effect =>
            $"**{Words(effect.Kind.ToString(), true)}**{(Facts(effect) is { Length: > 0 } facts ? $" ({facts})" : "")}")),
        RunsSpec runs => $"{Words(name, true)} {Words(runs.Kind.ToString(), true)}{(Facts(runs) is { Length: > 0 } facts ? $" ({facts})" : "")}",
        IEnumerable => "",
        _ => $"{Words(name, true)} ({Facts(value)})",
    };

    private static string Words(string name, bool lower)
    {
        var words = Capital().Replace(name, " $1");
        return lower ? words.ToLowerInvariant() : words;
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Capital();
}
