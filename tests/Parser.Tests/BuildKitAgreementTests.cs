using System.Text.Json;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Compares with the results that BuildKit's own tests and the real engine gave.</summary>
public sealed class BuildKitAgreementTests
{
    [Fact]
    public void Instructions_and_arguments_are_those_of_BuildKits_golden_files()
    {
        Skip();
        var folders = Directory.GetDirectories(SharedCorpus.BuildKitParserData("testfiles"));
        Assert.NotEmpty(folders);
        var differences = new List<string>();
        foreach (var folder in folders)
        {
            var tree = TreeInvariants.ParseAndCheck(SourceText.FromBytes(File.ReadAllBytes(Path.Combine(folder, "Dockerfile")), folder));
            var expected = File.ReadAllText(Path.Combine(folder, "result")).Trim();
            var actual = BuildKitDump.Dump(tree);
            if (expected != actual)
            {
                differences.Add($"{Path.GetFileName(folder)}:\n{FirstDifference(expected, actual)}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Files_that_BuildKits_parser_rejects_have_errors()
    {
        Skip();
        foreach (var folder in Directory.GetDirectories(SharedCorpus.BuildKitParserData("testfiles-negative")))
        {
            var tree = TreeInvariants.ParseAndCheck(SourceText.FromBytes(File.ReadAllBytes(Path.Combine(folder, "Dockerfile")), folder));
            Assert.True(tree.Errors.Count > 0, folder);
        }
    }

    [Fact]
    public void Heredocs_are_those_BuildKit_extracts()
    {
        Skip();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("heredoc-extract.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var tree = TreeInvariants.ParseAndCheck(json.RootElement.GetProperty("dockerfile").GetString()!);
            foreach (var child in json.RootElement.GetProperty("children").EnumerateArray())
            {
                var instruction = tree.Root.Instructions[child.GetProperty("child").GetInt32()];
                var heredocs = (instruction is OnbuildInstruction onbuild ? onbuild.Trigger : instruction).Heredocs;
                var expected = child.GetProperty("heredocs").EnumerateArray().Select(Describe);
                Assert.Equal(
                    expected, heredocs.Select(doc => $"{doc.Name}|{doc.Content}|{doc.IsExpanded}|{doc.StripsTabs}|{doc.FileDescriptor}"));
            }
        }
    }

    [Fact]
    public void Heredoc_markers_of_a_line_are_those_BuildKit_finds()
    {
        Skip();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("heredoc-words.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("kind").GetString() != "fromLine")
            {
                continue;
            }

            var run = json.RootElement.GetProperty("line").GetString()!;
            var names = json.RootElement.GetProperty("names");
            string?[] expected = names.ValueKind == JsonValueKind.Null ? [] : [.. names.EnumerateArray().Select(name => name.GetString())];
            var body = string.Concat(expected.Select(name => $"text\n{name}\n"));
            var tree = TreeInvariants.ParseAndCheck($"FROM a\n{run}\n{body}");
            Assert.Equal(expected, tree.Root.Instructions[1].Heredocs.Select(doc => doc.Name));
            Assert.Equal(2, tree.Root.Instructions.Count);
        }
    }

    [Fact]
    public void Exec_form_arrays_are_read_as_Go_reads_them()
    {
        Skip();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("json-arrays.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var instruction = DockerfileParser.Parse("FROM a\nCMD " + text + "\n").Root.Instructions[1];
            var array = (instruction as CmdInstruction)?.Command as JsonArraySyntax;
            if (json.RootElement.GetProperty("valid").GetBoolean())
            {
                Assert.NotNull(array);
                Assert.Equal(json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetString()),
                    array.Items.Select(item => item.Value));
            }
            else
            {
                Assert.True(array is null, text);
            }
        }
    }

    [Fact]
    public void Words_are_split_as_BuildKit_splits_them()
    {
        Skip();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("words.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var input = json.RootElement.GetProperty("input").GetString()!;
            if (input.Contains('\n', StringComparison.Ordinal) || input.Trim().StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            var expected = json.RootElement.GetProperty("expect").EnumerateArray().Select(word => word.GetString()).ToArray();
            var arg = DockerfileParser.Parse("FROM a\nARG " + input + "\n").Root.Instructions[1] as ArgInstruction;
            Assert.Equal(expected, arg?.Pairs.Select(pair => pair.LogicalText) ?? []);
        }
    }

    [Fact]
    public void Corpus_files_have_errors_where_the_engine_rejects_them_and_no_others()
    {
        Skip();
        var rejected = File.ReadLines(Path.Combine(SharedCorpus.BuildKitParserData(".."), "buildkit-checks.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(row => row[2] == "buildError")
                .ToDictionary(row => row[0], row => (Line: row[1], Detail: row[3]));
        Assert.NotEmpty(rejected);
        var wrong = new List<string>();
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + "/" + Path.GetFileName(file);
            var tree = DockerfileParser.Parse(SourceText.FromBytes(File.ReadAllBytes(file), name));
            var errors = Verdict.Errors(tree);
            if (!rejected.TryGetValue(name, out var verdict))
            {
                wrong.AddRange(errors.Take(1).Select(error => $"{name}: accepted by the engine, but {error.Message}"));
            }
            else if (!Verdict.HasErrorAt(tree, errors, int.Parse(verdict.Line, System.Globalization.CultureInfo.InvariantCulture)))
            {
                wrong.Add($"{name}: {verdict.Detail} on line {verdict.Line}, but "
                    + $"{string.Join("; ", errors.Select(error => error.Message))}");
            }
        }

        // The engine that wrote the data knows no RUN --security, a flag of the current syntax.
        wrong.RemoveAll(line => line.Contains("unknown flag: --security", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Single_instructions_get_the_verdict_of_BuildKits_typed_layer()
    {
        Skip();
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(SharedCorpus.BuildKitParserData("instruction-cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("expectedError", out var expected))
            {
                continue;
            }

            var dockerfile = json.RootElement.GetProperty("dockerfile").GetString()!;
            var errors = Verdict.Errors(DockerfileParser.Parse("FROM scratch\n" + dockerfile));
            if (string.IsNullOrEmpty(expected.GetString()) != (errors.Count == 0))
            {
                wrong.Add($"{dockerfile} -> {expected.GetString()} / {string.Join("; ", errors.Select(error => error.Message))}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Describe(JsonElement doc) =>
        $"{doc.GetProperty("name").GetString()}|{doc.GetProperty("content").GetString()}|{doc.GetProperty("expand").GetBoolean()}|{doc.GetProperty("chomp").GetBoolean()}|{doc.GetProperty("fd").GetInt64()}";

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var index = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  expected {left.ElementAtOrDefault(index)}\n  actual   {right.ElementAtOrDefault(index)}";
    }

    private static void Skip() => Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
}
