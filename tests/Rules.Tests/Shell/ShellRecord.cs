using System.IO.Compression;
using System.Text.Json;
using Dockerlint.Rules;
using Dockerlint.Syntax.Shell;
using Dockerlint.Testing;
using Dockerlint.Text;

namespace Dockerlint.Tests.Shell;

/// <summary>A script, and what ShellCheck says of it in each dialect: the code, and where.</summary>
internal sealed record ShellRecord(
    string Set, string Text, string Dialect, IReadOnlyDictionary<string, string?> Environment,
    IReadOnlyDictionary<string, HashSet<string>> Findings)
{
    internal static string File { get; } = SharedCorpus.At("../shell/train.jsonl.gz");

    private static readonly Lazy<IReadOnlyList<ShellRule>> s_rules = new(() => [.. RuleCatalog.All.OfType<ShellRule>()]);

    internal static IEnumerable<ShellRecord> All()
    {
        using var lines = new StreamReader(new GZipStream(System.IO.File.OpenRead(File), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("notShell", out var notShell) && notShell.GetBoolean())
            {
                continue;
            }

            var findings = ((string[])["sh", "dash", "busybox", "bash"]).ToDictionary(name => name,
                _ => Read(root.GetProperty("findings")));
            if (root.TryGetProperty("other", out var other))
            {
                foreach (var dialect in other.EnumerateObject())
                {
                    findings[dialect.Name] = Read(dialect.Value);
                }
            }

            yield return new ShellRecord(
                root.GetProperty("src").GetString() == "probe" ? "made" : "real",
                root.GetProperty("text").GetString()!, root.GetProperty("dialect").GetString()!,
                Variables(root.GetProperty("prefix").GetString()!), findings);
        }
    }

    /// <summary>What our checks say of it in a dialect.</summary>
    internal HashSet<string> Ours(string dialect)
    {
        var parsed = ShellParser.Parse(new MappedText(SourceText.From(Text), Text, new MappedSegment(0, Text.Length, 0, Text.Length)));
        return parsed.Script is null ? []
            : Ours(new CheckedScript(Text, parsed.Script, Enum.Parse<ScriptDialect>(dialect, true), Environment));
    }

    private HashSet<string> Ours(CheckedScript script)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in s_rules.Value)
        {
            var report = new ShellReport();
            rule.Check(script, report);
            var code = int.Parse(rule.Info.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var finding in report.Findings.Where(finding => !script.Directives.Disables(code, finding.Span)))
            {
                found.Add($"{code} {Place(finding.Span.Start)}-{Place(finding.Span.End)}");
            }
        }

        return found;
    }

    private string Place(int offset)
    {
        var line = Text.AsSpan(0, offset).Count('\n') + 1;
        var start = offset == 0 ? 0 : Text.LastIndexOf('\n', offset - 1) + 1;
        return $"{line}:{Text[start..offset].EnumerateRunes().Count() + 1}";
    }

    private static HashSet<string> Read(JsonElement findings) =>
    [
        .. findings.EnumerateArray().Select(finding => $"{Number(finding, "code")} {Number(finding, "line")}:{Number(finding, "col")}-"
            + $"{Number(finding, "endLine")}:{Number(finding, "endCol")}"),
    ];

    private static int Number(JsonElement finding, string name) => finding.GetProperty(name).GetInt32();

    private static Dictionary<string, string?> Variables(string prefix)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in prefix.Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal)))
        {
            var declared = line["export ".Length..];
            if (declared.IndexOf("='", StringComparison.Ordinal) is > 0 and var equals)
            {
                variables[declared[..equals]] = declared[(equals + 2)..^1];
                continue;
            }

            foreach (var name in declared.Split(' '))
            {
                variables[name] = null;
            }
        }

        return variables;
    }
}
