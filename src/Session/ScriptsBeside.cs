using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Scripts;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>The shell scripts of its build contexts that a Dockerfile runs, checked in their own files.</summary>
public static class ScriptsBeside
{
    /// <summary>The scripts with what is found in them, in the order in which the file names them.</summary>
    /// <param name="source">The Dockerfile.</param>
    /// <param name="known">Its build contexts. Whoever asks means the folder of the file where none is known.</param>
    /// <param name="contextOf">Finds the context of a path, from the folder that somebody describes.</param>
    /// <param name="config">What is configured for it.</param>
    /// <param name="problems">Gets what cannot be read.</param>
    public static IReadOnlyList<(SourceText Source, IReadOnlyList<Diagnostic> Findings)> Lint(
        SourceText source, IReadOnlyList<KnownContext> known, Func<string, string?, KnownContext?> contextOf, ResolvedConfig config,
        ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(contextOf);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(problems);
        if (!config.ChecksScripts)
        {
            return [];
        }

        var model = BuildModel.Create(DockerfileParser.Parse(source));
        var found = new List<(SourceText, IReadOnlyList<Diagnostic>)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var contexts = known.Count == 0 && source.Path != "-"
            && contextOf(source.Path, Path.GetDirectoryName(source.Path) is { Length: > 0 } folder ? folder : ".") is { } own ? [own] : known;
        foreach (var context in contexts.Where(context => context.Context is not null))
        {
            foreach (var script in CopiedScripts.Of(model, context.Context!.Sent))
            {
                var path = context.Folder == "." ? script.Path : context.Folder.TrimEnd('/') + "/" + script.Path;
                if (!seen.Add(path))
                {
                    continue;
                }

                if (RegularFile.TryRead(path, ReadLimit.Dockerfile, out var bytes) is { } problem)
                {
                    problems.Add($"cannot read {path}: {problem}");
                    continue;
                }

                // A program that is no text is none of ours.
                var text = bytes.AsSpan().Contains((byte)0) ? null : SourceText.FromBytes(bytes, path);
                if (text is not null && ScriptFile.ShellOf(text, script) is { } shell)
                {
                    found.Add((text, ScriptFile.Lint(text, shell, config.Lint, config.Rules.ContainsKey)));
                }
            }
        }

        return found;
    }
}
