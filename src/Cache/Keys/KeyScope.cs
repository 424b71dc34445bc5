using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>What the keys of instructions depend on besides the instructions: the build, the stage and the state before them.</summary>
/// <remarks>The stage and the state move on while the instructions are gone through.</remarks>
internal sealed class KeyScope
{
    internal KeyScope(BuildState build)
    {
        Build = build;
        Model = BuildModel.Create(build.Dockerfile, Settings.ToBuildOptions());
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
    internal VariableValue GlobalLookup(string name) => Model.GlobalScope.Lookup(name);

    /// <summary>The platform of a stage that starts from an image, or from nothing; null when it cannot be known.</summary>
    internal TargetPlatform? PlatformOf(FromInstruction from) => from.Flag("platform")?.ValueWord is { } word
        ? WordExpander.Expand(word, GlobalLookup) is { } text ? TargetPlatform.TryParse(text) : null
        : Settings.TargetPlatform;

    /// <summary>The line of an instruction; of one in a trigger of an image the line of FROM.</summary>
    internal int LineOf(InstructionSyntax instruction) => ReferenceEquals(instruction.Source, Build.Dockerfile.Source)
        ? Build.Dockerfile.Source.Lines.GetLine(instruction.Span.Start)
        : Build.Dockerfile.Source.Lines.GetLine(Stage!.From.Span.Start);

    /// <summary>The value of a flag; null without.</summary>
    internal string? FlagText(InstructionSyntax instruction, string name) => instruction.Flag(name) is { } flag
        ? flag.ExpandedWord is { } word ? Expand(word) : flag.Value ?? "true"
        : null;

    /// <summary>Adds a build argument that counts without being declared; empty is as good as none.</summary>
    internal void AddArgument(string name, List<KeyInput> inputs)
    {
        if (Settings.BuildArguments.TryGetValue(name, out var value) && value.Length > 0)
        {
            inputs.Add(new KeyInput(KeyInputKind.Argument, "--build-arg " + name, value));
        }
    }

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
}
