using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Linting.Scripts;

/// <summary>
/// Finds the scripts beside a Dockerfile that it runs: those that RUN, ENTRYPOINT, CMD or HEALTHCHECK name, and that a COPY, an ADD or a
/// bind mount brings from the build context.
/// </summary>
public static class CopiedScripts
{
    private static readonly string[] s_path = ["/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"];

    /// <summary>The scripts, each once, in the order in which they are named.</summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="sent">What of the context reaches the builder.</param>
    public static IReadOnlyList<CopiedScript> Of(BuildModel model, ContextManifest sent)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sent);
        var arrived = new Dictionary<Stage, ArrivedFiles>();
        var found = new Dictionary<string, CopiedScript>(StringComparer.Ordinal);
        foreach (var stage in model.Stages)
        {
            var files = new ArrivedFiles(sent, stage.Base.Stage is { } below ? arrived.GetValueOrDefault(below) : null);
            arrived[stage] = files;
            var starts = model.StartInvocationsOf(stage).ToLookup(use => use.Instruction);
            foreach (var step in stage.Steps)
            {
                switch (step.Action)
                {
                    case FileTransferInstruction transfer when transfer.Flag("from") is null:
                        files.Add(transfer, step.Before);
                        break;
                    case RunInstruction run:
                        Find(model.InvocationsOf(run).Where(use => use.Stage == stage), files.With(run, step.Before), found);
                        break;
                }
            }

            // What starts the container finds everything that was copied.
            foreach (var uses in starts)
            {
                Find(uses, files, found);
            }
        }

        return [.. found.Values];
    }

    private static void Find(IEnumerable<InvocationUse> uses, ArrivedFiles files, Dictionary<string, CopiedScript> found)
    {
        foreach (var use in uses)
        {
            foreach (var (word, shell) in Called(use))
            {
                foreach (var path in Places(word, use.Folder).SelectMany(files.Find))
                {
                    found.TryAdd(path, new CopiedScript(path, shell));
                }
            }
        }
    }

    // The command itself, or what a shell is called with.
    private static IEnumerable<(string Word, ShellDialect? Shell)> Called(InvocationUse use)
    {
        var invocation = use.Invocation;
        var name = invocation.NameWord.Value;
        if (name is null)
        {
            yield break;
        }

        var plain = BaseShell.Of(use.Stage);
        var shell = ShellDialect.Of(name) is { } called && name[(name.LastIndexOf('/') + 1)..] is not "sh" ? called : plain;
        if (ShellDialect.Of(name) is null && name is not ("." or "source"))
        {
            yield return (name, null);
        }
        else
        {
            foreach (var argument in invocation.Arguments.ToArray())
            {
                var text = argument.Value;
                if (text is null || text is ['-', ..] && text.Contains('c', StringComparison.Ordinal))
                {
                    yield break;
                }

                if (text is not ['-' or '+', ..])
                {
                    yield return (text.Contains('/', StringComparison.Ordinal) ? text : "./" + text, shell);
                    yield break;
                }
            }
        }
    }

    private static IEnumerable<string> Places(string word, string? folder) => word.StartsWith('/') ? [ArrivedFiles.Clean(word)]
        : word.Contains('/', StringComparison.Ordinal) ? folder is null ? [] : [ArrivedFiles.Clean(folder + "/" + word)]
        : s_path.Select(place => place + word);
}
