using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Holds an image to what its owner expects of it.</summary>
internal sealed class ExpectationCheck(
    EngineConnection? engine, RunScope? run, VerifyRequest request, ImageConfig config, ImageTree tree, FindingList findings)
{
    internal async Task RunAsync(string image, List<string> open, CancellationToken cancellation)
    {
        foreach (var expectation in request.Expectations)
        {
            if (expectation is UncheckedExpectation other)
            {
                open.Add($"{other.Name}: {other.Reason}");
                continue;
            }

            List<string> wrong;
            switch (expectation)
            {
                case FileExpectation file:
                    wrong = [.. Check(file)];
                    break;
                case MetadataExpectation metadata:
                    wrong = [.. new MetadataCheck(config).Run(metadata)];
                    break;
                case CommandExpectation command when engine is not null && run is not null && request.RunsContainer:
                    wrong = await Deadline.RunAsync("running a command of an expectation", request.RunTimeout,
                        stop => new CommandRun(engine, run, config, request.Container).CheckAsync(image, command, stop), cancellation);
                    break;
                default:
                    open.Add($"{expectation.Name}: commands are not run without a container");
                    continue;
            }

            foreach (var text in wrong)
            {
                findings.Add(VerificationRules.ExpectationBroken, (InstructionSyntax?)null, $"{expectation.Name}: {text}");
            }

            if (wrong.Count == 0)
            {
                findings.Keep(VerificationRules.ExpectationBroken, (InstructionSyntax?)null, expectation.Name);
            }
        }
    }

    private IEnumerable<string> Check(FileExpectation expected)
    {
        var file = tree.Find(expected.Path);
        if (file is null)
        {
            return expected.Exists == false ? [] : [$"{expected.Path} is not in the image"];
        }

        return expected.Exists == false ? [$"{expected.Path} is in the image and should not be"] : CheckKind(expected, file);
    }

    private IEnumerable<string> CheckKind(FileExpectation expected, ImageFile file)
    {
        if (expected.Mode is { } mode && !IsMode(mode, file))
        {
            yield return $"{expected.Path} has mode {(mode.Any(char.IsAsciiLetter) ? FileModeText.Of(file) : Octal(file))} and not {mode}";
        }

        if (expected.Owner is { } owner && IdOf(owner, "etc/passwd") != file.UserId)
        {
            yield return $"{expected.Path} belongs to user {file.UserId} and not to {owner}";
        }

        if (expected.Group is { } group && IdOf(group, "etc/group") != file.GroupId)
        {
            yield return $"{expected.Path} belongs to group {file.GroupId} and not to {group}";
        }

        var bits = expected.ExecutableBy switch { "owner" => 0b001_000_000, "group" => 0b001_000, "other" => 1, _ => 0b001_001_001 };
        if (expected.ExecutableBy is { } who && (file.Mode & bits) == 0)
        {
            yield return $"{expected.Path} is not executable by {who} (mode {Octal(file)})";
        }

        if (expected.MaxSize is { } most && file.Size > most)
        {
            yield return $"{expected.Path} has {ByteCount.Show(file.Size)}, more than {ByteCount.Show(most)}";
        }

        if (expected.Contents.IsEmpty && expected.Lacks.IsEmpty)
        {
            yield break;
        }

        if (file.Kind != ImageFileKind.File || (file.Content is null && file.Size > 0))
        {
            yield return $"the contents of {expected.Path} cannot be read: it is no file, or larger than 16 MB";
            yield break;
        }

        var text = Encoding.UTF8.GetString(file.Content ?? []);
        foreach (var wrong in Compare(expected.Path, text, expected.Contents, expected.Lacks))
        {
            yield return wrong;
        }
    }

    /// <summary>What does not match and should, and what does and should not.</summary>
    internal static IEnumerable<string> Compare(string what, string text, IEnumerable<Regex> has, IEnumerable<Regex> lacks)
    {
        foreach (var pattern in has.Where(pattern => !IsMatch(pattern, text)))
        {
            yield return $"{what} does not match {pattern}";
        }

        foreach (var pattern in lacks.Where(pattern => IsMatch(pattern, text)))
        {
            yield return $"{what} matches {pattern} and should not";
        }
    }

    private static bool IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsMode(string expected, ImageFile file) => expected.Any(char.IsAsciiLetter)
        ? expected == FileModeText.Of(file)
        : expected.TrimStart('0') == Octal(file).TrimStart('0');

    private static string Octal(ImageFile file) => Convert.ToString(file.Mode, 8);

    private long? IdOf(string name, string table) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : (tree.Find(table)?.Text ?? "").Split('\n').Select(line => line.Split(':')).FirstOrDefault(row => row.Length > 2 && row[0] == name)
            is { } row && long.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : null;
}
