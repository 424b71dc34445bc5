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
            Find(model.StartInvocationsOf(stage), files, found);
        }

        return [.. found.Values];
    }

    private static void Find(IEnumerable<InvocationUse> uses, ArrivedFiles files, Dictionary<string, CopiedScript> found)
    {
        foreach (var use in uses)
        {
            var system = BaseShell.Of(use.Stage);
            if (Called(use, system) is var (word, caller))
            {
                foreach (var path in Places(word, use.Folder).Select(files.Find).OfType<string>())
                {
                    found.TryAdd(path, new CopiedScript(path, caller, system));
                }
            }
        }
    }

    // The command itself, or what a shell is called with.
    private static (string Word, ShellDialect? Caller)? Called(InvocationUse use, ShellDialect? system)
    {
        if (use.Invocation.NameWord.Value is not { } name)
        {
            return null;
        }

        if (ShellDialect.Of(name) is null && name is not ("." or "source"))
        {
            return (name, null);
        }

        foreach (var argument in use.Invocation.Arguments)
        {
            if (argument.Value is not { } text || (text.StartsWith('-') && text.Contains('c', StringComparison.Ordinal)))
            {
                return null;
            }

            if (text is not ['-' or '+', ..])
            {
                return (text.Contains('/', StringComparison.Ordinal) ? text : "./" + text,
                    name is "." or "source" || ContextPath.Base(name) == "sh" ? system : ShellDialect.Of(name));
            }
        }

        return null;
    }

    private static IEnumerable<string> Places(string word, string? folder) => word.StartsWith('/') ? [ContextPath.Clean(word)]
        : word.Contains('/', StringComparison.Ordinal) ? folder is null ? [] : [ContextPath.Clean("/" + folder + "/" + word)]
        : s_path.Select(place => place + word);
}
