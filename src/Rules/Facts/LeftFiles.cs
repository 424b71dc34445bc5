using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Whether what a package manager leaves in a folder is used behind the step that left it: by a command in its stage or in one that
/// starts from it, or by a copy from its stage. Each folder is looked for once a file.
/// </summary>
internal sealed class LeftFiles : IFact<LeftFiles>
{
    private readonly BuildModel _model;
    private readonly Dictionary<string, LastPlaces> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Stage>> _copied = new(StringComparer.Ordinal);
    private LastPlaces? _unknown;

    private LeftFiles(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static LeftFiles Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether the files of a folder are used behind a command.</summary>
    /// <param name="use">The command that leaves them.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="uses">Whether the commands of a RUN use them; must capture nothing, since its answers are kept.</param>
    internal bool AreUsedBehind(InvocationUse use, string folder, Func<IEnumerable<InvocationUse>, bool> uses)
    {
        if (!_users.TryGetValue(folder, out var places))
        {
            var path = folder.TrimStart('~');
            _users.Add(folder, places = new LastPlaces(
                _model,
                run => uses(_model.InvocationsOf(run)) || (run.LogicalText.Contains(path, StringComparison.Ordinal)
                    && !_model.InvocationsOf(run).Any(other => other.MayRemove(path) && !Moves(other.Invocation))),
                static step => step is RunInstruction));
        }

        return places.After(use) || CopiedStages(folder).Contains(use.Stage);
    }

    // What is moved away is wanted elsewhere.
    private static bool Moves(Invocation command) => command.Does(EffectKind.Deletes) && command.Does(EffectKind.Writes);

    /// <summary>
    /// Whether a step behind a command runs something nobody can look into: a program of the project, a script that is fetched.
    /// </summary>
    internal bool IsFollowedByUnknown(InvocationUse use) => (_unknown ??= new LastPlaces(
        _model,
        run => _model.InvocationsOf(run).Any(other => IsUnknown(other.Invocation)),
        static step => step is RunInstruction or MalformedInstruction or UnknownInstruction)).After(use);

    // By a path of its own rather than by a name that the system knows, or the file or input of a shell, or a makefile.
    private static bool IsUnknown(Invocation command) => command.Name is null || command.Tool == BuildTools.Make
        || (command.Tool is { RunsText: not null } ? command.ScriptWord is not { IsOpen: false }
            : command.Effects.Any(effect => effect.Kind == EffectKind.RunsScript))
        || IsOfProject(command.NameWord.Text);

    private static bool IsOfProject(string name) => name.Contains('/', StringComparison.Ordinal)
        && !name.StartsWith("/usr/", StringComparison.Ordinal)
        && !name.StartsWith("/bin/", StringComparison.Ordinal) && !name.StartsWith("/sbin/", StringComparison.Ordinal);

    private HashSet<Stage> CopiedStages(string folder)
    {
        if (_copied.TryGetValue(folder, out var stages))
        {
            return stages;
        }

        stages = [];
        var path = folder.StartsWith('~') ? "/root" + folder[1..] : folder;
        foreach (var action in _model.Stages.SelectMany(stage => stage.Steps).Select(step => step.Action))
        {
            if (action is CopyInstruction copy && copy.Flag("from")?.Value is { } from && copy.Sources.Any(source => Meets(source, path)))
            {
                Add(from);
            }
            else if (action is RunInstruction run)
            {
                foreach (var mount in run.Mounts.Where(mount =>
                    mount.Value("from") is not null && Meets(mount.Value("source") ?? "/", path)))
                {
                    Add(mount.Value("from")!);
                }
            }
        }

        _copied.Add(folder, stages);
        return stages;

        void Add(string from) => stages.UnionWith(_model.FindStage(from)?.Chain ?? []);
    }

    // One of the two holds the other; what is not known may.
    private static bool Meets(string source, string folder)
    {
        var path = "/" + source.Trim('/');
        return source.AsSpan().IndexOfAny("$*?[") >= 0 || path == "/" || folder.StartsWith(path + "/", StringComparison.Ordinal)
            || folder == path
            || path.StartsWith(folder + "/", StringComparison.Ordinal);
    }
}
