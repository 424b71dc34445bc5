using System.Globalization;

namespace Dockerlint.Cache;

/// <summary>Says in words how two keys of the same place differ: the first difference that a reader would call the cause.</summary>
internal static class KeyDifference
{
    private const int LongestText = 60;

    internal static Cause? Find(StepOutcome before, StepOutcome after)
    {
        var line = after.Step.Line;
        if (before.Step.Instruction.Name != after.Step.Instruction.Name)
        {
            return new Cause(CauseKind.New, $"a new step: the build before went on with {before.Step.Instruction.Name} here", line);
        }

        return Values(before, after, line) ?? Place(before, after, line) ?? FilesDifference(before, after, line)
            ?? Order(before, after, line);
    }

    private static Cause? Values(StepOutcome before, StepOutcome after, int line)
    {
        var old = Table(before.Key);
        var current = Table(after.Key);
        foreach (var (key, input) in current)
        {
            var earlier = old.GetValueOrDefault(key);
            if (earlier?.Value != input.Value)
            {
                return Say(earlier, input, after, line);
            }
        }

        return old.FirstOrDefault(pair => !current.ContainsKey(pair.Key)).Value is { } gone ? Gone(gone, line) : null;
    }

    private static bool IsNamed(KeyInput input) =>
        input.Kind is not (KeyInputKind.Files or KeyInputKind.Stage or KeyInputKind.Image or KeyInputKind.Source);

    // In the order of the key. Of a name that stands several times, such as --exclude, each is compared with the one at its place.
    private static OrderedDictionary<(KeyInputKind, string, int), KeyInput> Table(CacheKey key)
    {
        var table = new OrderedDictionary<(KeyInputKind, string, int), KeyInput>();
        foreach (var input in key.Inputs.Where(IsNamed))
        {
            var place = 0;
            while (!table.TryAdd((CacheKey.Counted(input.Kind), input.Name, place), input))
            {
                place++;
            }
        }

        return table;
    }

    private static Cause Say(KeyInput? before, KeyInput after, StepOutcome step, int line)
    {
        var since = after.Line is { } at ? string.Create(CultureInfo.InvariantCulture, $", in force since line {at}") : "";
        var isNew = before is null;
        return after.Kind switch
        {
            KeyInputKind.Argument =>
                new Cause(CauseKind.Argument, $"build argument {after.Name} {(isNew ? "is new" : "changed")}{since}", after.Line ?? line),
            KeyInputKind.Environment when after.Name.Length == 0 =>
                new Cause(CauseKind.Environment, "the environment of the base image changed", line),
            KeyInputKind.Environment => new Cause(
                CauseKind.Environment, $"environment variable {after.Name} {(isNew ? "is new" : "changed")}{since}", after.Line ?? line),
            KeyInputKind.Command => new Cause(CauseKind.Command, "the command changed", line),
            KeyInputKind.Instruction => new Cause(CauseKind.Instruction, $"the {step.Step.Instruction.Name} instruction changed", line),
            KeyInputKind.User => new Cause(
                CauseKind.User, $"the user changed from {Quote(before?.Value)} to {Quote(after.Value)}{since}", after.Line ?? line),
            KeyInputKind.WorkingDirectory => new Cause(
                CauseKind.WorkingDirectory, $"the working directory changed from {Quote(before?.Value)} to {Quote(after.Value)}{since}",
                    after.Line ?? line),
            KeyInputKind.Destination => new Cause(CauseKind.Destination, $"the destination changed from {Quote(before?.Value)} to "
                + $"{Quote(after.Value)}", line),
            KeyInputKind.Flag => new Cause(CauseKind.Flag, $"--{after.Name} {(isNew ? "is new" : "changed")}", line),
            KeyInputKind.Mount => new Cause(CauseKind.Mount, $"the mount at `{after.Name}` {(isNew ? "is new" : "changed")}", line),
            KeyInputKind.Heredoc => new Cause(CauseKind.Heredoc, $"the heredoc {after.Name} {(isNew ? "is new" : "changed")}", line),
            KeyInputKind.Remote => new Cause(CauseKind.Remote, $"the address changed to `{after.Value}`", line),
            _ => new Cause(CauseKind.Option, $"the build option {after.Name} {(isNew ? "is new" : "changed")}", null),
        };
    }

    private static Cause Gone(KeyInput before, int line) => before.Kind switch
    {
        KeyInputKind.Argument => new Cause(CauseKind.Argument, $"build argument {before.Name} is no longer in force", line),
        KeyInputKind.Environment => new Cause(CauseKind.Environment, $"environment variable {before.Name} is no longer in force", line),
        KeyInputKind.Flag => new Cause(CauseKind.Flag, $"--{before.Name} is gone", line),
        KeyInputKind.Mount => new Cause(CauseKind.Mount, $"the mount at `{before.Name}` is gone", line),
        KeyInputKind.Heredoc => new Cause(CauseKind.Heredoc, $"the heredoc {before.Name} is gone", line),
        KeyInputKind.Option => new Cause(CauseKind.Option, $"the build option {before.Name} is gone", null),
        _ => new Cause(CauseKind.Instruction, "the instruction changed", line),
    };

    // Files that came from the build context come from a stage or an image now, or the other way round.
    private static Cause? Place(StepOutcome before, StepOutcome after, int line)
    {
        static KeyInput? First(StepOutcome step) =>
            step.Key.Inputs.FirstOrDefault(input => input.Kind is KeyInputKind.Files or KeyInputKind.Stage or KeyInputKind.Image);
        static string Name(KeyInput input) => input.Kind switch
        {
            KeyInputKind.Files => "the build context",
            KeyInputKind.Stage => $"stage `{input.Shown}`",
            _ => $"image `{input.Shown}`",
        };
        if (First(before) is not { } old || First(after) is not { } current || old.Kind == current.Kind)
        {
            return null;
        }

        var hope = after.Certainty == StepCertainty.Open ? "; if they are equal, this step is still re-used" : "";
        return new Cause(CauseKind.Source, $"it takes its files from {Name(current)} instead of {Name(old)}{hope}", line);
    }

    private static Cause? FilesDifference(StepOutcome before, StepOutcome after, int line)
    {
        var old = Files(before);
        var current = Files(after);
        var changes = new List<(string Path, string Text)>();
        foreach (var (path, file) in current)
        {
            var text = !old.TryGetValue(path, out var earlier) ? $"`{path}` is new"
                : earlier.Digest == file.Digest ? null
                : IsSubmodule(earlier) && IsSubmodule(file) ? $"submodule `{path}` moved from {Short(earlier)} to {Short(file)}"
                : earlier.Content != file.Content ? $"`{path}` changed"
                : file.Content is null ? $"`{path}` is something else now"
                : $"the mode or owner of `{path}` changed";
            if (text is not null)
            {
                changes.Add((path, text));
            }
        }

        changes.AddRange(old.Keys.Where(path => !current.ContainsKey(path)).Select(path => (path, $"`{path}` is gone")));
        if (changes.Count == 0)
        {
            return null;
        }

        var more = changes.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {changes.Count - 1} more");
        return new Cause(CauseKind.File, $"{changes[0].Text}{more}, read by {Shown(after)} at line {line}", line)
        {
            Names = [.. changes.Select(change => change.Path)],
        };
    }

    private static Cause? Order(StepOutcome before, StepOutcome after, int line)
    {
        if (Sources(before) != Sources(after))
        {
            return new Cause(CauseKind.Source, "the sources are named otherwise", line);
        }

        if (before.Sources.Count != after.Sources.Count || before.Key.Inputs.Any(input => input.Kind == KeyInputKind.Stage)
            || before.Key.Inputs.Any(input => input.Kind == KeyInputKind.Image))
        {
            return before.Key.Digest == after.Key.Digest ? null
                : new Cause(CauseKind.Stage, "the files it takes from another stage or image changed", line);
        }

        return before.Key.Digest == after.Key.Digest ? null
            : new Cause(CauseKind.Environment, "the order of what is in force changed", line);
    }

    private static string Sources(StepOutcome step) =>
        string.Join('\0', step.Key.Inputs.Where(input => input.Kind == KeyInputKind.Source).Select(input => input.Value));

    private static SortedDictionary<string, SelectedFile> Files(StepOutcome step)
    {
        var files = new SortedDictionary<string, SelectedFile>(StringComparer.Ordinal);
        foreach (var file in step.Key.Inputs.SelectMany(input => input.Files))
        {
            files[file.Path] = file;
        }

        return files;
    }

    private static bool IsSubmodule(SelectedFile file) => file.Digest.StartsWith(SelectedFile.OfSubmodule, StringComparison.Ordinal);

    private static string Short(SelectedFile file) => file.Content is { Length: > 10 } commit ? commit[..10] : file.Content ?? "?";

    private static string Quote(string? text) => string.IsNullOrEmpty(text) ? "root" : $"`{text}`";

    // The instruction on one line, cut where it gets long.
    private static string Shown(StepOutcome step)
    {
        var text = step.Step.Instruction.LogicalLine.Text.Trim();
        return text.Length <= LongestText ? text : text[..(LongestText - 3)] + "...";
    }
}
