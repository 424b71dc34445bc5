using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Cache;

/// <summary>
/// What simple scripts do to the files of a stage: POSIX tools whose result depends on their arguments and on files alone. It stops
/// at the first thing it cannot follow.
/// </summary>
internal sealed partial class ScriptEffects
{
    // They change no file; what they print depends on more than the files.
    private static readonly string[] s_silent = ["true", ":", "ls", "sleep", "id", "env", "pwd", "whoami", "uname", "date", "stat", "set", "hostname"];

    private readonly StepEffect.Run _run;
    private readonly string _owner;
    private readonly string _result;
    private StageFiles _files;
    private string _directory;
    private bool _isLost;

    private ScriptEffects(StageFiles files, StepEffect.Run run, string result, string image)
    {
        _files = files;
        _run = run;
        _result = result;
        _directory = run.WorkingDirectory;
        _owner = run.User is "" or "root" or "0" ? "0:0" : KeyState.IsUnknown(run.User) ? $"{run.User} {image}" : run.User;
    }

    /// <summary>The files after a RUN.</summary>
    /// <param name="files">The files before.</param>
    /// <param name="run">The step.</param>
    /// <param name="result">An identity of its result, for what cannot be followed.</param>
    /// <param name="image">An identity of the base image, whose user may not be known.</param>
    internal static StageFiles Apply(StageFiles files, StepEffect.Run run, string result, string image)
    {
        if (run.IsOpaque || run.Instruction.Heredocs.Count > 0)
        {
            return StageFiles.Opaque("run:" + result);
        }

        var effects = new ScriptEffects(files, run, result, image);
        var isFollowed = run.Instruction.Command switch
        {
            ShellFormSyntax => RunScript.Create(run.Instruction, null) is [{ Script: { } script }] && effects.Script(script),
            JsonArraySyntax { Items: [{ Value: "/bin/sh" }, { Value: "-c" }, _] } json =>
                ShellParser.Parse(new Text.MappedText(json.Source, json.Items[2].Value)).Script is { } inner && effects.Script(inner),
            JsonArraySyntax json => effects.Command([.. json.Items.Select(item => item.Value)], null, false),
            _ => false,
        };
        return isFollowed && !effects._isLost ? effects._files : StageFiles.Opaque("run:" + result);
    }

    private bool Script(ShellScript script)
    {
        foreach (var item in script.Commands)
        {
            if (item.Separator == ShellSeparator.Background || !List(item.List))
            {
                return false;
            }
        }

        return true;
    }

    // Every command followed here succeeds, so what stands behind || does not run.
    private bool List(AndOrList list)
    {
        for (var i = 0; i < list.Pipelines.Length; i++)
        {
            if (i > 0 && list.Operators[i - 1].Text == "||")
            {
                continue;
            }

            if (list.Pipelines[i] is not { IsNegated: false, IsTimed: false, Commands: [SimpleCommand command] } || !Simple(command))
            {
                return false;
            }
        }

        return true;
    }

    private bool Simple(SimpleCommand command)
    {
        if (!command.Assignments.IsEmpty || command.Words.IsEmpty || command.Redirects.Length > 1)
        {
            return false;
        }

        var words = command.Words.Select(Word).ToList();
        if (words.Contains(null))
        {
            return false;
        }

        if (command.Redirects is not [var redirect])
        {
            return Command(words!, null, false);
        }

        return redirect is { Descriptor: null or "1", Operator.Text: ">" or ">>" or ">|" } && Word(redirect.Target) is { } target
            && Command(words!, target, redirect.Operator.Text == ">>");
    }

    private string? Word(ShellWord word)
    {
        var text = new System.Text.StringBuilder();
        return Append(text, word.Parts, isQuoted: false) ? text.ToString() : null;
    }

    private bool Append(System.Text.StringBuilder text, IEnumerable<ShellWordPart> parts, bool isQuoted)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Literal literal when isQuoted || literal.Text.AsSpan().IndexOfAny("*?[~{") < 0:
                    text.Append(literal.Text);
                    break;
                case SingleQuoted or Escaped:
                    text.Append(part.LiteralValue);
                    break;
                case DoubleQuoted quoted when Append(text, quoted.Parts, isQuoted: true):
                    break;
                case ParameterExpansion { Operator: null, Prefix: null, Subscript: null } variable
                    when _run.Environment.TryGetValue(variable.Name, out var value) && !KeyState.IsUnknown(value)
                    && (isQuoted || (value.Length > 0 && value.AsSpan().IndexOfAny(" \t\n*?[") < 0)):
                    text.Append(value);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private string Path(string path)
    {
        // Below a working directory that nobody knows nothing can be followed.
        _isLost |= KeyState.IsUnknown(path) || (!path.StartsWith('/') && KeyState.IsUnknown(_directory));
        return ContextPath.FromRoot(path.StartsWith('/') ? path : _directory + "/" + path);
    }

    // The kernel's and the engine's own files are no part of the image.
    private static bool IsForeign(string path) =>
        path.StartsWith("proc/", StringComparison.Ordinal) || path.StartsWith("sys/", StringComparison.Ordinal)
        || path.StartsWith("dev/", StringComparison.Ordinal) || path is "etc/hosts" or "etc/hostname" or "etc/resolv.conf";

    private bool Command(IReadOnlyList<string> words, string? output, bool appends)
    {
        var name = words[0][(words[0].LastIndexOf('/') + 1)..];
        if (s_silent.Contains(name))
        {
            return output is null || Write(output, name is "true" or ":" or "sleep" or "set" ? FileContent.Empty
                : FileContent.OfIdentity($"run:{_result}/{output}"), appends);
        }

        var printed = Printed(name, words);
        if (printed is not null)
        {
            return output is null || output == "/dev/null" || Write(output, printed, appends);
        }

        return output is null && Change(name, words);
    }

    private FileContent? Printed(string name, IReadOnlyList<string> words)
    {
        switch (name)
        {
            case "echo":
                var isBare = words.Count > 1 && words[1] == "-n";
                var line = string.Join(' ', words.Skip(isBare ? 2 : 1));

                // Shells disagree on backslashes and on other options.
                return line.Contains('\\', StringComparison.Ordinal) || (words.Count > 1 && !isBare && words[1].StartsWith('-'))
                    ? null
                    : FileContent.OfText(isBare ? line : line + "\n");
            case "printf" when words.Count == 2 && !words[1].Contains('%', StringComparison.Ordinal):
                var text = words[1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
                return text.Contains('\\', StringComparison.Ordinal) || text.StartsWith('-') ? null : FileContent.OfText(text);
            case "cat" when words.Count > 1 && words.Skip(1).All(word => !word.StartsWith('-')):
                var content = FileContent.Empty;
                foreach (var word in words.Skip(1))
                {
                    if (Read(word) is not { } part)
                    {
                        return null;
                    }

                    content = content.Append(part);
                }

                return content;
            default:
                return null;
        }
    }

    private FileContent? Read(string path)
    {
        var found = _files.Find(Path(path));
        return IsForeign(found.Path) ? null
            : found.Unseen is { } unseen ? FileContent.OfIdentity("at " + unseen)
            : found.Node?.Kind == StageNodeKind.File ? found.Node.Content
            : null;
    }

    private bool Write(string path, FileContent content, bool appends)
    {
        var found = _files.Find(Path(path));
        if (IsForeign(found.Path) || found.Node?.Kind == StageNodeKind.Directory)
        {
            return false;
        }

        var old = found.Node?.Content ?? (found.Unseen is { } unseen && !IsFresh(unseen) ? FileContent.OfIdentity("at " + unseen) : FileContent.Empty);
        content = appends ? old.Append(content) : content;
        _files = _files.With(found.Path, (found.Node ?? NewFile(found)) with { Content = content });
        return true;
    }

    // A path nobody has seen in a base image is taken to be new; behind a command that was not followed that is not known.
    private StageNode NewFile(StagePath found) => found.Unseen is { } unseen && !IsFresh(unseen)
        ? StageNode.File(FileContent.Empty, "644 or " + unseen, _owner + " or " + unseen)
        : StageNode.File(FileContent.Empty, "644", _owner);

    private static bool IsFresh(string unseen) => unseen.StartsWith("image:", StringComparison.Ordinal);
}
