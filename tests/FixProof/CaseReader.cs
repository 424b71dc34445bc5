using Dockerlint.Linting;
using Dockerlint.Testing;

namespace Dockerlint.FixProof;

/// <summary>
/// Reads files of cases. A line <c>=== name {flags}</c> begins a case, the Dockerfile follows; <c>--- path</c> begins a file of its
/// context, <c>--- (child)</c> a Dockerfile built from the image, <c>--- (fixed)</c> what a fix makes of it. Lines above the first
/// case are comments. Flags: <c>crlf</c>, <c>refused</c>, <c>hadolint</c>, <c>target=x</c>, <c>arg=X=y</c>.
/// </summary>
internal static class CaseReader
{
    /// <summary>The cases of a folder beside the program, one file a rule, in the order of the rules.</summary>
    internal static IReadOnlyList<ProofCase> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "FixProof", folder), "*.cases").Order(StringComparer.Ordinal)
            .SelectMany(file => Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    /// <summary>The cases of one text.</summary>
    internal static IEnumerable<ProofCase> Read(string rule, string text)
    {
        foreach (var part in ("\n" + text).Split("\n=== ").Skip(1))
        {
            var (head, rest) = Cut(part, '\n');
            var (name, flags) = Cut(head, '{');
            var sections = ("\n" + rest).Split("\n--- ");
            var files = sections.Skip(1).Select(section => Cut(section, '\n'))
                .ToDictionary(pair => pair.Before.Trim(), pair => End(pair.After), StringComparer.Ordinal);
            var dockerfile = End(sections[0].TrimStart('\n'));
            var words = flags.TrimEnd('}', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var named = Take(files, "(rule)");
            var content = words.Contains("crlf") ? dockerfile.ReplaceLineEndings("\r\n") : dockerfile;
            yield return new ProofCase(named?.Trim() ?? rule, name.Trim(), content)
            {
                Child = Take(files, "(child)"),
                Fixed = Take(files, "(fixed)"),
                Files = files,
                MayBeRefused = words.Contains("refused"),
                Profile = words.Contains("hadolint") ? Profile.Hadolint : Profile.Strict,
                Target = Value(words, "target=").FirstOrDefault(),
                BuildArguments = [.. Value(words, "arg=")],
            };
        }
    }

    private static IEnumerable<string> Value(string[] words, string key) =>
        words.Where(word => word.StartsWith(key, StringComparison.Ordinal)).Select(word => word[key.Length..]);

    private static string? Take(Dictionary<string, string> files, string name) => files.Remove(name, out var text) ? text : null;

    private static string End(string text) => text.TrimEnd('\n') + "\n";

    private static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }
}
