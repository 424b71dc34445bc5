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
    /// <param name="contexts">Its build contexts.</param>
    /// <param name="config">What is configured for it.</param>
    /// <param name="problems">Gets what cannot be read.</param>
    public static IReadOnlyList<(SourceText Source, IReadOnlyList<Diagnostic> Findings)> Lint(
        SourceText source, IEnumerable<KnownContext> contexts, ResolvedConfig config, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(problems);
        if (!config.ChecksScripts)
        {
            return [];
        }

        var model = BuildModel.Create(DockerfileParser.Parse(source));
        var found = new List<(SourceText, IReadOnlyList<Diagnostic>)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
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
