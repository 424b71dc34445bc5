using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>What the keys of instructions depend on besides the instructions: the build, the stage and the state before them.</summary>
/// <remarks>The stage and the state move on while the instructions are gone through.</remarks>
internal sealed class KeyScope
{
    internal const string DefaultPlatform = "linux/amd64";

    private readonly ImmutableDictionary<string, string> _platform;
    private ImmutableDictionary<string, VariableValue> _globals = ImmutableDictionary<string, VariableValue>.Empty;

    internal KeyScope(BuildState build)
    {
        Build = build;
        Model = BuildModel.Create(build.Dockerfile, new BuildOptions
        {
            Builder = Settings.Builder,
            Target = Settings.Target,
            BuildArguments = Settings.BuildArguments,
        });
        _platform = PlatformArguments();
    }

    /// <summary>The build.</summary>
    internal BuildState Build { get; }

    /// <summary>The options of the build.</summary>
    internal BuildSettings Settings => Build.Settings;

    /// <summary>The stages.</summary>
    internal BuildModel Model { get; }

    /// <summary>The stage that the instruction is in; null in front of the first, and behind a FROM that cannot be read.</summary>
    internal Stage? Stage { get; set; }

    /// <summary>What is in force before the instruction.</summary>
    internal KeyState State { get; set; } = new();

    internal bool IsClassic => Settings.Builder == Builder.Classic;

    /// <summary>The value of a word with what is in force.</summary>
    internal string Expand(WordSyntax word) => WordExpander.Expand(word, State.Lookup) ?? word.RawText;

    /// <summary>What is known of a global argument or a predefined one.</summary>
    internal VariableValue GlobalLookup(string name) =>
        _globals.TryGetValue(name, out var value) ? value
        : _platform.TryGetValue(name, out var predefined) ? VariableValue.Of(predefined)
        : VariableValue.Unset;

    /// <summary>Takes note of an ARG in front of the first stage.</summary>
    internal void DeclareGlobals(ArgInstruction arg)
    {
        foreach (var pair in arg.Pairs)
        {
            if (pair.Key.LiteralValue is { } name)
            {
                var value = Settings.BuildArguments.TryGetValue(name, out var given) ? VariableValue.Of(given)
                    : pair.Value is null ? GlobalLookup(name)
                    : VariableValue.Of(WordExpander.Expand(pair.Value, GlobalLookup) ?? pair.Value.RawText);
                _globals = _globals.SetItem(name, value);
            }
        }
    }

    /// <summary>The platform of a stage where it is not the default, behind a bar.</summary>
    internal string PlatformOf(FromInstruction from)
    {
        var word = from.Flag("platform")?.ValueWord;
        var platform = (word is null ? null : WordExpander.Expand(word, GlobalLookup) ?? word.RawText) ?? Settings.Platform
            ?? DefaultPlatform;
        return platform == DefaultPlatform ? "" : "|" + platform;
    }

    /// <summary>The line of an instruction; of one in a trigger of an image the line of FROM.</summary>
    internal int LineOf(InstructionSyntax instruction) => ReferenceEquals(instruction.Source, Build.Dockerfile.Source)
        ? Build.Dockerfile.Source.Lines.GetLine(instruction.Span.Start)
        : Build.Dockerfile.Source.Lines.GetLine(Stage!.From.Span.Start);

    /// <summary>The value of a flag; null without.</summary>
    internal string? FlagText(InstructionSyntax instruction, string name) => instruction.Flag(name) is { } flag
        ? flag.ExpandedWord is { } word ? Expand(word) : flag.Value ?? "true"
        : null;

    /// <summary>Files of the context as an input.</summary>
    internal static KeyInput FilesInput(string source, ContextSelection selection) =>
        new(KeyInputKind.Files, "", selection.Digest) { Files = selection.Files, IsUncertain = !selection.IsKnown, Shown = source };

    /// <summary>Adds files of a stage or image as an input.</summary>
    internal void AddStageInput(string name, string path, bool isMount, List<KeyInput> inputs, List<StageFileUse> stageFiles)
    {
        var (input, use) = StageInput(name, path, isMount);
        inputs.Add(input);
        stageFiles.Add(use);
    }

    /// <summary>Files of a stage or image as an input.</summary>
    internal (KeyInput Input, StageFileUse Use) StageInput(string name, string path, bool isMount)
    {
        // A number names a stage in COPY --from, and an image in a mount.
        var isNumber = name.Length > 0 && name.All(char.IsAsciiDigit);
        return (isMount && isNumber ? null : Model.FindStage(name)) is { } stage && stage.Index < Stage!.Index
            ? (new KeyInput(KeyInputKind.Stage, "", null) { Shown = name }, new StageFileUse(stage.Index, null, path, name, isMount))
            : (new KeyInput(KeyInputKind.Image, "", null) { Shown = name }, new StageFileUse(null, name, path, name, isMount));
    }

    /// <summary>The text of a heredoc without the tabs it strips.</summary>
    internal static string Body(HeredocSyntax heredoc, string content) => heredoc.StripsTabs
        ? string.Concat(content.Split('\n').Select((line, i) => (i > 0 ? "\n" : "") + line.TrimStart('\t')))
        : content;

    /// <summary>The words of a command with the shell in front.</summary>
    internal static IReadOnlyList<string> Argv(CommandInstruction instruction, KeyState state) => instruction.Command switch
    {
        JsonArraySyntax json => [.. json.Items.Select(item => item.Value)],
        ShellFormSyntax form => [.. state.Shell, form.GetText().Text],
        _ => [],
    };

    private ImmutableDictionary<string, string> PlatformArguments()
    {
        if (IsClassic)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var arguments = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (prefix, platform) in new[] { ("BUILD", DefaultPlatform), ("TARGET", Settings.Platform ?? DefaultPlatform) })
        {
            var parts = platform.Split('/');
            arguments[prefix + "PLATFORM"] = platform;
            arguments[prefix + "OS"] = parts[0];
            arguments[prefix + "ARCH"] = parts.Length > 1 ? parts[1] : "";
            arguments[prefix + "VARIANT"] = parts.Length > 2 ? parts[2] : "";
        }

        arguments["TARGETSTAGE"] = Settings.Target ?? "default";
        return arguments.ToImmutable();
    }
}
