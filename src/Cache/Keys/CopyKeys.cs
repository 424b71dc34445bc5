using System.Globalization;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>
/// The keys of COPY and ADD (dockerfile2llb's dispatchCopy and solver/llbsolver/ops/file.go; the classic builder's copy.go).
/// </summary>
internal sealed class CopyKeys(KeyScope scope)
{
    private static readonly string[] s_classicCopyFlags = ["chown", "from", "platform"];

    /// <summary>What counts of a COPY or ADD.</summary>
    internal StepKey Of(FileTransferInstruction copy)
    {
        var words = copy.ExpandedWords.Select(scope.Expand).ToList();
        var written = copy.Arguments;
        var request = new CopyRequest(copy, written.SkipLast(1).ToList(), words.SkipLast(1).ToList(), words[^1]);
        return scope.IsClassic ? OfClassic(request) : OfBuildKit(request);
    }

    private StepKey OfBuildKit(CopyRequest request)
    {
        var copy = request.Instruction;
        var namesParents = IsOn(copy, "parents");
        var excludes = copy.Flags.Where(flag => flag.Name == "exclude")
            .Select(flag => flag.ExpandedWord is { } word ? scope.Expand(word) : "").ToList();
        var rules = IgnoreRules.Parse(string.Join('\n', excludes));
        var isLink = IsOn(copy, "link") && scope.Settings.Store == ImageStore.Containerd;
        var destination = Absolute(request.Destination);
        List<KeyInput> inputs = [new(KeyInputKind.Instruction, copy.Name, ""), new(KeyInputKind.Destination, "", destination)];
        var owner = scope.FlagText(copy, "chown");
        var mode = scope.FlagText(copy, "chmod");
        AddFlag(inputs, "chown", owner);
        AddFlag(inputs, "chmod", mode is null ? null : NormalizeMode(mode));
        AddFlag(inputs, "link", isLink ? "true" : null);
        AddFlag(inputs, "parents", namesParents ? "true" : null);
        AddFlag(inputs, "checksum", scope.FlagText(copy, "checksum"));
        AddFlag(inputs, "keep-git-dir", IsOn(copy, "keep-git-dir") ? "true" : null);
        AddFlag(inputs, "unpack", copy.Flag("unpack") is null ? null : IsOn(copy, "unpack") ? "true" : "false");
        inputs.AddRange(excludes.Select(exclude => new KeyInput(KeyInputKind.Flag, "exclude", exclude)));

        var sources = new List<StepEffect.CopySource>();
        var contents = new List<(string Path, KeyInput Input, StageFileUse? Use)>();
        string? failure = null;
        for (var i = 0; i < request.Sources.Count; i++)
        {
            var source = request.Sources[i];
            if (Heredoc(copy, request.Written[i]) is { } heredoc)
            {
                var text = heredoc.ContentWord is { } content ? KeyScope.Body(heredoc, scope.Expand(content))
                    : KeyScope.Body(heredoc, heredoc.Content);
                inputs.Add(new KeyInput(KeyInputKind.Heredoc, heredoc.Name, text));
                sources.Add(new StepEffect.CopySource(heredoc.Name, null, text, null, null));
            }
            else if (copy is AddInstruction && IsRemote(source))
            {
                inputs.Add(new KeyInput(KeyInputKind.Remote, "", source) { IsAssumed = !IsPinned(copy, source) });
            }
            else if (copy.Flag("from") is { } from)
            {
                var name = FromName(from);
                var path = ContextPath.Clean("/" + source);
                inputs.Add(new KeyInput(KeyInputKind.Source, "", namesParents ? path : ContextPath.Base(path)));
                var (taken, use) = scope.StageInput(name, path, isMount: false);
                contents.Add((path, taken, use));
                sources.Add(new StepEffect.CopySource(ContextPath.Base(path), null, null, use, null));
            }
            else
            {
                var path = ContextPath.Clean("/" + source);
                inputs.Add(new KeyInput(KeyInputKind.Source, "", namesParents ? path : ContextPath.Base(path)));
                if (ContextSelection.ForBuildKit(scope.Build.Context, source, allowsPattern: true, rules, namesParents) is { } selection)
                {
                    contents.Add((path, KeyScope.FilesInput(source, selection), null));
                    sources.Add(new StepEffect.CopySource(ContextPath.Base(path), source, null, null, scope.Build.Context));
                }
                else
                {
                    failure ??= $"`{source}` is not in the build context";
                }
            }
        }

        contents = [.. contents.OrderBy(content => content.Path, StringComparer.Ordinal)];
        inputs.AddRange(contents.Select(content => content.Input));
        var stageFiles = contents.Select(content => content.Use).OfType<StageFileUse>().ToList();
        var isOpaque = copy is AddInstruction || namesParents || excludes.Count > 0 || sources.Count < request.Sources.Count
            || KeyState.IsUnknown(destination)
            || sources.Exists(item => item.Text is { } text && KeyState.IsUnknown(text));
        var effect = new StepEffect.Copy(sources, destination, IsDirectory(request), owner, mode, isOpaque);
        return new StepKey(new CacheKey(inputs), stageFiles, effect) { IsIndependent = isLink, Failure = failure };
    }

    private StepKey OfClassic(CopyRequest request)
    {
        var copy = request.Instruction;
        List<KeyInput> inputs = [new(KeyInputKind.Instruction, copy.Name, ""), new(KeyInputKind.Destination, "", request.Destination)];
        var owner = scope.FlagText(copy, "chown");
        AddFlag(inputs, "chown", owner);
        var stageFiles = new List<StageFileUse>();
        var sources = new List<StepEffect.CopySource>();
        var failure = copy.Flags.FirstOrDefault(flag => !s_classicCopyFlags.Contains(flag.Name)) is { } unknown
            ? $"the classic builder knows no --{unknown.Name}"
            : copy.Heredocs.Count > 0 ? "the classic builder knows no heredocs" : null;
        var matches = 0;
        foreach (var source in request.Sources)
        {
            if (copy is AddInstruction && IsRemote(source))
            {
                inputs.Add(new KeyInput(KeyInputKind.Remote, "", source) { IsAssumed = true });
                matches++;
            }
            else if (copy.Flag("from") is { } from)
            {
                scope.AddStageInput(FromName(from), ContextPath.Clean("/" + source), isMount: false, inputs, stageFiles);
                sources.Add(new StepEffect.CopySource(ContextPath.Base(source), null, null, stageFiles[^1], null));
                matches++;
            }
            else if (ContextSelection.ForClassic(scope.Build.Context, source) is { } found)
            {
                foreach (var (path, selection) in found)
                {
                    inputs.Add(KeyScope.FilesInput(path, selection));
                    matches++;
                }

                sources.Add(new StepEffect.CopySource(
                    ContextPath.Base(ContextPath.Clean("/" + source)), source, null, null, scope.Build.Context));
            }
            else
            {
                failure ??= $"`{source}` is not in the build context";
            }
        }

        failure ??= matches == 0 ? "no source matches anything in the build context" : null;
        var effect = new StepEffect.Copy(
            sources, Absolute(request.Destination), IsDirectory(request), owner, null,
            copy is AddInstruction || sources.Count < request.Sources.Count || KeyState.IsUnknown(Absolute(request.Destination)));
        return new StepKey(new CacheKey(inputs), stageFiles, effect) { Failure = failure };
    }

    private static void AddFlag(List<KeyInput> inputs, string name, string? value)
    {
        if (value is not null)
        {
            inputs.Add(new KeyInput(KeyInputKind.Flag, name, value));
        }
    }

    private bool IsOn(InstructionSyntax instruction, string name) =>
        scope.FlagText(instruction, name) is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase) && value != "0";

    // The global ARGs are all that a name can use here.
    private string FromName(FlagSyntax flag) =>
        (flag.ExpandedWord is { } word ? Semantics.WordExpander.Expand(word, scope.GlobalLookup) ?? word.RawText : flag.Value) ?? "";

    // Made absolute with the working directory and cleaned; a trailing slash, or a lone dot, says that it is a directory.
    private string Absolute(string destination)
    {
        var path = ContextPath.Clean(destination.StartsWith('/') ? destination : scope.State.WorkingDirectory + "/" + destination);
        return path != "/" && (destination is "." or "" || destination.EndsWith('/')) ? path + "/" : path;
    }

    private static bool IsDirectory(CopyRequest request) =>
        request.Sources.Count > 1 || request.Destination is "." or "" || request.Destination.EndsWith('/');

    private static string NormalizeMode(string mode) =>
        mode.Length is > 0 and < 6 && mode.All(c => c is >= '0' and <= '7')
            ? Convert.ToInt32(mode, 8).ToString(CultureInfo.InvariantCulture)
            : mode;

    private static HeredocSyntax? Heredoc(InstructionSyntax instruction, string written) => written.Contains("<<", StringComparison.Ordinal)
        ? instruction.Heredocs.FirstOrDefault(heredoc => instruction.Source.ToString(heredoc.MarkerSpan) == written)
        : null;

    private static bool IsRemote(string source) => IsHttp(source)
        || source.StartsWith("git://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("git@", StringComparison.Ordinal)
        || source.StartsWith("ssh://", StringComparison.OrdinalIgnoreCase);

    private static bool IsHttp(string source) => source.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is that of a repository.</summary>
    internal static bool IsGit(string source) =>
        !IsHttp(source) || source.Split('#')[0].Split('?')[0].EndsWith(".git", StringComparison.OrdinalIgnoreCase);

    // A checksum, or a whole commit behind the number sign, fixes what is fetched.
    private bool IsPinned(InstructionSyntax copy, string source)
    {
        var reference = source[(source.LastIndexOf('#') + 1)..].Split(':')[0];
        return scope.FlagText(copy, "checksum") is not null
            || (source.Contains('#', StringComparison.Ordinal) && reference.Length is 40 or 64 && reference.All(char.IsAsciiHexDigitLower));
    }

    private sealed record CopyRequest(
        FileTransferInstruction Instruction, IReadOnlyList<string> Written, IReadOnlyList<string> Sources, string Destination);
}
