using System.Text.Json;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class WordExpanderTests
{
    private static readonly Dictionary<string, string> s_environment = new()
    {
        ["PWD"] = "/home",
        ["SHELL"] = "bash",
        ["KOREAN"] = "한국어",
        ["NULL"] = "",
    };

    [Fact]
    public void Words_expand_to_what_BuildKits_lexer_gives()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("envVarTest")))
        {
            var columns = line.Split('#')[0].Contains('|', StringComparison.Ordinal) ? line.Split('|') : [];
            if (columns.Length != 3 || columns[0].Trim() is not ("A" or "U") || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            count++;
            var source = columns[1].Trim();
            var expected = columns[2].Trim();
            var tree = DockerfileParser.Parse("FROM a\nUSER " + source + "\n");
            var actual = tree.Errors.Count > 0 ? "error"
                : WordExpander.Expand(((UserInstruction)tree.Root.Instructions[1]).Argument, Lookup) ?? "error";
            if (actual != expected)
            {
                wrong.Add($"{source}: expected {expected}, got {actual}");
            }
        }

        Assert.True(count > 150, $"only {count} rows were read");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_case_of_BuildKits_lexer_tests_agrees()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("shell-lex.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var test = document.RootElement;
            var environment = test.TryGetProperty("envs", out var envs) && envs.ValueKind == JsonValueKind.Object
                ? envs.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "") : [];
            var expected = test.TryGetProperty("expectedErr", out var error) && error.ValueKind != JsonValueKind.Null
                && error.ToString() is not ("" or "False")
                ? "error" : test.GetProperty("expected").GetString();
            var input = test.GetProperty("input").GetString();
            var tree = DockerfileParser.Parse($"FROM a\nUSER {input}\n");
            var actual = tree.Errors.Count > 0 || tree.Root.Instructions[1] is not UserInstruction user ? "error"
                : WordExpander.Expand(user.Argument, name =>
                    environment.TryGetValue(name, out var value) ? VariableValue.Of(value) : VariableValue.Unset) ?? "error";
            if (actual != expected)
            {
                wrong.Add($"{input}: expected {expected}, got {actual}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("${X:-a}", null)]
    [InlineData("a$X", null)]
    [InlineData("${PWD:#}", null)]
    [InlineData("${PWD:%%x}", null)]
    [InlineData("'a$X'", "a$X")]
    [InlineData("$PWD", "/home")]
    public void Unknown_stays_unknown(string word, string? expected)
    {
        var user = (UserInstruction)DockerfileParser.Parse($"FROM a\nUSER {word}\n").Root.Instructions[1];
        Assert.Equal(expected, WordExpander.Expand(user.Argument, name => name == "X" ? VariableValue.Unknown : Lookup(name)));
    }

    private static VariableValue Lookup(string name) =>
        s_environment.TryGetValue(name, out var value) ? VariableValue.Of(value) : VariableValue.Unset;
}
