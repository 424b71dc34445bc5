using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Cache;

/// <summary>
/// What simple scripts do to the files of a stage: POSIX tools whose result depends on their arguments and on files alone, behind
/// wrappers that change nothing of that, and in the words of a shell. It stops at the first thing it cannot follow.
/// </summary>
internal sealed class ScriptEffects
{
    // sh -c 'sh -c "..."' goes on as deep as somebody likes.
    private const int DeepestScript = 4;

    private readonly StepFiles _files;
    private readonly CommandOutput _output;
    private readonly FileCommands _commands;
    private int _depth;

    private ScriptEffects(StepFiles files)
    {
        _files = files;
        _output = new CommandOutput(files);
        _commands = new FileCommands(files);
    }

    /// <summary>The files after a RUN.</summary>
    /// <param name="files">The files before.</param>
    /// <param name="run">The step.</param>
    /// <param name="result">An identity of its result, for what cannot be followed.</param>
    /// <param name="image">An identity of the base image, whose user may not be known.</param>
    internal static StageFiles Apply(StageFiles files, StepEffect.Run run, string result, string image)
    {
        var isScript = run.Instruction is { Heredocs: [{ Content: { } content } only], Command: ShellFormSyntax form }
            && only.MarkerSpan == form.Span && !content.StartsWith("#!", StringComparison.Ordinal);
        if (run.IsOpaque || (run.Instruction.Heredocs.Count > 0 && !isScript))
        {
            return StageFiles.Opaque("run:" + result);
        }

        var step = new StepFiles(files, run, result, image);
        var isFollowed = new ScriptEffects(step).IsFollowed(run.Instruction);
        return isFollowed && !step.IsLost ? step.Files : StageFiles.Opaque("run:" + result);
    }

    private bool IsFollowed(RunInstruction run)
    {
        var start = CommandScene.Of(_files.Step, _files.Owner);
        if (run.Command is not JsonArraySyntax array)
        {
            return RunScript.Create(run, null) is [{ Script: { } script, Text: { } text }] && Script(script, text, start);
        }

        var mapped = MappedText.Slice(run.Source, array.Span);
        var words = array.Items.Select(item => new CommandWord(item.Value, default)).ToImmutableArray();
        return ScriptReader.ReadCommand(mapped, words) is { } use
            && Command(new FollowedCommand(use, [.. words.Select(word => word.Text)], start), null, null, false);
    }

    private bool Script(ShellScript script, MappedText text, CommandScene scene)
    {
        // Anybody but root may be denied, and the script goes on without what failed.
        if (scene.MayBeDenied && (script.Commands.Length > 1
            || script.Commands.Any(item => item.List.Operators.Any(operation => operation.Text == "||"))))
        {
            return false;
        }

        for (var i = 0; i < script.Commands.Length; i++)
        {
            if (script.Commands[i].Separator == ShellSeparator.Background
                || !List(script.Commands[i].List, text, scene, isLast: i == script.Commands.Length - 1))
            {
                return false;
            }
        }

        return true;
    }

    // A command that is known to succeed keeps what stands behind || from running. One that may fail must end the build when it does.
    private bool List(AndOrList list, MappedText text, CommandScene scene, bool isLast)
    {
        var mightFail = _files.MayFail;
        for (var i = 0; i < list.Pipelines.Length; i++)
        {
            if (i > 0 && list.Operators[i - 1].Text == "||")
            {
                continue;
            }

            _files.MayFail = false;
            if (list.Pipelines[i] is not { IsNegated: false, IsTimed: false } pipeline || !Pipe(pipeline, text, scene, isLast))
            {
                return false;
            }

            var hasMore = i + 1 < list.Pipelines.Length;
            if (_files.MayFail && hasMore && (!isLast || list.Operators.Skip(i).Any(operation => operation.Text == "||")))
            {
                return false;
            }

            mightFail |= _files.MayFail;
        }

        _files.MayFail = mightFail;
        return true;
    }

    private bool Pipe(Pipeline pipeline, MappedText text, CommandScene scene, bool isLast)
    {
        FileContent? passed = null;
        foreach (var part in pipeline.Commands.SkipLast(1))
        {
            if (part is not SimpleCommand command || Read(command, text, scene) is not { } use
                || !Redirected(command, scene, out var input, out var output, out _) || output is not null)
            {
                return false;
            }

            passed = input is null ? passed : _files.Read(input);
            passed = input is not null && passed is null ? null : _output.Of(use, passed);
            if (passed is null)
            {
                return false;
            }
        }

        if (pipeline.Commands[^1] is not SimpleCommand last || Read(last, text, scene) is not { } final
            || !Redirected(last, scene, out var read, out var written, out var appends))
        {
            return false;
        }

        // The shell itself goes to another folder in a pipe of one command only; where that may fail what follows happens elsewhere.
        if (final.Use.Tool == ShellTools.Cd)
        {
            return pipeline.Commands.Length == 1 && read is null && written is null && _commands.ChangeFolder(final)
                && (!_files.MayFail || isLast);
        }

        var content = read is null ? passed : _files.Read(read);
        return (read is null || content is not null) && Command(final, content, written, appends);
    }

    private static FollowedCommand? Read(SimpleCommand command, MappedText text, CommandScene scene)
    {
        var values = new FollowedWords(scene.Environment);
        var words = command.Words.Select(values.Value).ToList();

        // A variable set in front of a command of the shell itself may stay.
        return words.Count == 0 || words.Contains(null) || ScriptReader.ReadCommand(text, command, values) is not { } use
            || (!command.Assignments.IsEmpty && IsOfShell(use))
            ? null : new FollowedCommand(use, [.. words.OfType<string>()], scene);
    }

    private static bool IsOfShell(Invocation use) => use.Wrappers.IsEmpty
        && (use.Tool == ShellTools.True || use.Tool == ShellTools.Set || use.Tool == ShellTools.Cd);

    private bool Command(FollowedCommand command, FileContent? input, string? output, bool appends)
    {
        if (!command.IsPlain)
        {
            return false;
        }

        var use = command.Use;
        if (use.Tool == ShellTools.Sh)
        {
            return input is null && output is null && Nested(command);
        }

        // A wrapper may run it in another folder.
        var folder = _files.Folder;
        if (use.Folder is not { } relative || (use.Folder.Length > 0 && !_files.Enter(relative)))
        {
            return false;
        }

        var isFollowed = _output.Of(command, input) is { } printed
            ? output is null || output == "/dev/null" || WriteFrom(folder, output, printed, appends)
            : use.OnlyTells ? Tell(command, folder, output, appends)
            : output is null && _commands.Change(command);
        _files.Folder = folder;
        return isFollowed;
    }

    // It changes no file; what it prints depends on more than the files.
    private bool Tell(FollowedCommand command, string folder, string? output, bool appends)
    {
        var isSilent = command.Use.Tool == ShellTools.True || command.Use.Tool == ShellTools.Set;
        _files.MayFail |= !isSilent && (command.Use.Arguments.Length > 0 || command.Use.Does(EffectKind.Tests));
        return output is null || WriteFrom(folder, output, isSilent ? FileContent.Empty : _files.Unforeseen(output), appends);
    }

    // The shell opens the file before a wrapper goes elsewhere.
    private bool WriteFrom(string folder, string output, FileContent content, bool appends)
    {
        _files.Folder = folder;
        return _files.Write(output, content, appends);
    }

    private bool Nested(FollowedCommand command)
    {
        if (!PosixShell.IsPlain(command.Use) || _depth >= DeepestScript || command.Use.Folder is not { } relative
            || ScriptReader.ScriptIn(command.Use) is not var (text, tree))
        {
            return false;
        }

        // The folder and the owner are those of the inner shell while it runs.
        var (folder, owner) = (_files.Folder, _files.Owner);
        _depth++;
        _files.Owner = command.Owner;
        var isFollowed = (relative.Length == 0 || _files.Enter(relative)) && Script(tree, text, command.Inner());
        _depth--;
        (_files.Folder, _files.Owner) = (folder, owner);
        return isFollowed;
    }

    // At most one file to read and one to write.
    private static bool Redirected(SimpleCommand command, CommandScene scene, out string? input, out string? output, out bool appends)
    {
        (input, output, appends) = (null, null, false);
        var values = new FollowedWords(scene.Environment);
        foreach (var redirect in command.Redirects)
        {
            if (values.Value(redirect.Target) is not { } target)
            {
                return false;
            }

            switch (redirect.Operator.Text)
            {
                case ">" or ">>" or ">|" when redirect.Descriptor is null or "1" && output is null:
                    (output, appends) = (target, redirect.Operator.Text == ">>");
                    break;
                case "<" when redirect.Descriptor is null or "0" && input is null:
                    input = target;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
