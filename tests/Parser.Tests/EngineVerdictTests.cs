using System.Text.Json;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// Small Dockerfiles with the verdict of a real engine (Docker Engine 28.5.2, its built-in Dockerfile frontend, asked with
/// <c>docker build --call=check,format=json -</c>): accepted, or the line it rejects.
/// </summary>
public sealed class EngineVerdictTests
{
    [Fact]
    public void What_the_engine_rejects_is_an_error_on_its_line_and_what_it_accepts_is_none()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(RepositoryRoot.Combine("tests", "Parser.Tests", "engine-verdicts.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var dockerfile = json.RootElement.GetProperty("dockerfile").GetString()!;
            var isAccepted = json.RootElement.GetProperty("accepted").GetBoolean();
            var tree = TreeInvariants.ParseAndCheck(dockerfile);
            var errors = Verdict.Errors(tree);
            count++;
            if (isAccepted != (errors.Count == 0))
            {
                wrong.Add($"{line} -> {string.Join("; ", errors.Select(error => error.Message))}");
            }
            else if (json.RootElement.TryGetProperty("line", out var at) && !Verdict.HasErrorAt(tree, errors, at.GetInt32()))
            {
                wrong.Add($"{line} -> at {string.Join(", ", errors.Select(error => tree.Source.Lines.GetLine(error.Span.Start)))}");
            }
        }

        Assert.True(count > 300, $"only {count} cases");
        Assert.Empty(wrong);
    }
}
