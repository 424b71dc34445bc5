using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// What a rule says of a command it says however the command is written: behind wrappers, by its path, in a script in quotes, in the exec
/// form, in a heredoc, on lines of its own. Tried with every documented example. What differs, and why, stands in a table.
/// </summary>
public sealed class CommandFormTests
{
    private static readonly string[] s_prefixes =
        ["sudo ", "doas ", "env CI=1 ", "timeout 600 ", "timeout -s KILL 600 ", "nice -n 10 ", "nohup ", "command ", "stdbuf -o0 ",
            "/usr/bin/"];

    private static readonly (string Name, Func<string, string?> Make)[] s_scripts =
    [
        ("sh -c", script => script.Contains('\'') ? null : $"sh -c '{script}'"),
        ("bash -lc", script => script.AsSpan().ContainsAny("\"$`\\!") ? null : $"bash -lc \"{script}\""),
        ("exec form", script => $"[\"sh\", \"-c\", {JsonSerializer.Serialize(script, s_json)}]"),
        ("heredoc", script => $"<<EOF\n{script}\nEOF"),
        ("heredoc of bash", script => $"bash <<'EOF'\n{script}\nEOF"),
        ("lines", script => $"\\\n    {script}"),
    ];

    private static readonly JsonSerializerOptions s_json =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<Dictionary<(string Rule, string Form), string>> s_exceptions = new(() =>
        File.ReadLines(RepositoryRoot.Combine("tests", "Rules.Tests", "Data", "command-forms.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(cells => (cells[0], cells[1]), cells => cells[2]));

    // Checks of a script look at the script as it is written, not at what it runs in the end.
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Where(rule => rule is not ShellRule).Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_command_is_judged_however_it_is_written(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Info.Id == id);
        var lost = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var example in rule.Info.Doc.Examples)
        {
            foreach (var (form, text) in Forms(rule, example))
            {
                var before = Lint(rule, example, example.Bad).Select(finding => finding.Message).Order(StringComparer.Ordinal).ToList();
                var after = Lint(rule, example, text).Select(finding => Plain(finding.Message)).Order(StringComparer.Ordinal).ToList();
                if (!before.SequenceEqual(after))
                {
                    lost.TryAdd(form, $"{id}, {form}:\n{text}\n  was: {string.Join("; ", before)}\n  is:  {string.Join("; ", after)}");
                }
            }
        }

        var expected = s_exceptions.Value.Keys.Where(key => key.Rule == id).Select(key => key.Form).ToHashSet();
        var unexpected = lost.Where(item => !expected.Contains(item.Key)).Select(item => item.Value).ToList();
        Assert.True(unexpected.Count == 0, string.Join("\n\n", unexpected));
        Assert.Empty(expected.Except(lost.Keys));
    }

    // A command is shown as it is written.
    private static string Plain(string message) => message.Replace("/usr/bin/", "", StringComparison.Ordinal);

    [Fact]
    public void Every_exception_has_a_reason() => Assert.All(s_exceptions.Value.Values, Assert.NotEmpty);

    private static IEnumerable<(string Form, string Text)> Forms(Rule rule, RuleExample example)
    {
        var source = SourceText.From(example.Bad);
        var model = BuildModel.Create(DockerfileParser.Parse(source));
        foreach (var finding in Lint(rule, example, example.Bad))
        {
            // Only what is found in the words of a command that a RUN of one line runs, and which is written out, is about a command.
            var use = model.Invocations.LastOrDefault(use =>
                use.Script is not null && use.Invocation is { Parent: null, Wrappers.IsEmpty: true }
                && use.Instruction is RunInstruction { Heredocs.Count: 0, Command: ShellFormSyntax } && Span(use).Contains(finding.Span));
            if (use is null || source.Slice(use.Instruction.Span).Contains('\n'))
            {
                continue;
            }

            foreach (var prefix in s_prefixes)
            {
                yield return (prefix.Trim(), example.Bad.Insert(use.Invocation.NameSpan.Start, prefix));
            }

            var span = ((ShellFormSyntax)use.Instruction.Command!).Span;
            foreach (var (name, make) in s_scripts)
            {
                if (make(source.ToString(span)) is { } made)
                {
                    yield return (name, string.Concat(example.Bad.AsSpan(0, span.Start), made, example.Bad.AsSpan(span.End)));
                }
            }
        }
    }

    private static TextSpan Span(InvocationUse use) => use.Invocation.Text.ToSource(use.Invocation.Command!.Span);

    private static IReadOnlyList<Diagnostic> Lint(Rule rule, RuleExample example, string text)
    {
        var config = MarkedCase.Config with { Settings = example.Settings with { Today = MarkedCase.Config.Settings.Today } };
        return [.. new Linter([rule], config)
            .Lint(ExampleInput.Of(example, text)).Diagnostics.Where(finding => finding.RuleId == rule.Info.Id)];
    }
}
