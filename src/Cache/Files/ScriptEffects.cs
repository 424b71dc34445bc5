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
    private readonly string _image;
    private readonly bool _mayBeDenied;
    private StageFiles _files;
    private string _directory;
    private bool _isLost;

    private ScriptEffects(StageFiles files, StepEffect.Run run, string result, string image)
    {
        _files = files;
        _run = run;
        _result = result;
        _image = image;
        _mayBeDenied = !(KeyState.IsUnknown(run.User) || run.User.Split(':')[0] is "" or "root" or "0");
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
        var isScript = run.Instruction is { Heredocs: [{ Content: { } content } only], Command: ShellFormSyntax form } && only.MarkerSpan == form.Span
            && !content.StartsWith("#!", StringComparison.Ordinal);
        if (run.IsOpaque || (run.Instruction.Heredocs.Count > 0 && !isScript))
        {
            return StageFiles.Opaque("run:" + result);
        }

        var effects = new ScriptEffects(files, run, result, image);
        var isFollowed = run.Instruction.Command switch
        {
            ShellFormSyntax => RunScript.Create(run.Instruction, null) is [{ Script: { } script }] && effects.Script(script),
            JsonArraySyntax { Items: [{ Value: "/bin/sh" }, { Value: "-c" }, _] } json =>
                ShellParser.Parse(new Text.MappedText(json.Source, json.Items[2].Value)).Script is { } inner && effects.Script(inner),
            JsonArraySyntax json => effects.Command([.. json.Items.Select(item => item.Value)], null, null, false),
            _ => false,
        };
        return isFollowed && !effects._isLost ? effects._files : StageFiles.Opaque("run:" + result);
    }

    private bool Script(ShellScript script)
    {
        // Anybody but root may be denied, and the script goes on without what failed.
        if (_mayBeDenied && (script.Commands.Length > 1 || script.Commands.Any(item => item.List.Operators.Any(operation => operation.Text == "||"))))
        {
            return false;
        }

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

            if (list.Pipelines[i] is not { IsNegated: false, IsTimed: false } pipeline || !Pipe(pipeline))
            {
                return false;
            }
        }

        return true;
    }

    private bool Pipe(Pipeline pipeline)
    {
        FileContent? passed = null;
        foreach (var part in pipeline.Commands.SkipLast(1))
        {
            if (part is not SimpleCommand { Assignments.IsEmpty: true, Words.IsEmpty: false } command || Words(command) is not { } words
                || !Redirected(command, out var input, out var output, out _) || output is not null)
            {
                return false;
            }

            passed = input is null ? passed : Read(input);
            passed = input is not null && passed is null ? null : Printed(Name(words), words, passed);
            if (passed is null)
            {
                return false;
            }
        }

        return pipeline.Commands[^1] is SimpleCommand last && Simple(last, passed);
    }

    private bool Simple(SimpleCommand command, FileContent? passed)
    {
        if (!command.Assignments.IsEmpty || command.Words.IsEmpty || Words(command) is not { } words || !Redirected(command, out var input, out var output, out var appends))
        {
            return false;
        }

        return input is null ? Command(words, passed, output, appends) : Read(input) is { } read && Command(words, read, output, appends);
    }

    private List<string>? Words(SimpleCommand command)
    {
        var words = command.Words.Select(Word).ToList();
        return words.Contains(null) ? null : [.. words.OfType<string>()];
    }

    // At most one file to read and one to write.
    private bool Redirected(SimpleCommand command, out string? input, out string? output, out bool appends)
    {
        (input, output, appends) = (null, null, false);
        foreach (var redirect in command.Redirects)
        {
            if (Word(redirect.Target) is not { } target)
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
    private bool IsForeign(string path) => _run.MountTargets.Any(target => path == target || path.StartsWith(target + "/", StringComparison.Ordinal)) || IsOfKernel(path);

    private static bool IsOfKernel(string path) =>
        path.StartsWith("proc/", StringComparison.Ordinal) || path.StartsWith("sys/", StringComparison.Ordinal)
        || path.StartsWith("dev/", StringComparison.Ordinal) || path is "etc/hosts" or "etc/hostname" or "etc/resolv.conf";
}
