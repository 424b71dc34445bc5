using Dockerlint.Session;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Lints again whenever a file that counts has changed, until it is ended.</summary>
internal sealed class LintWatch
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(300);

    // What decides over the findings beside the Dockerfiles themselves.
    private static readonly string[] s_besides = [".dockerignore", ".editorconfig", .. ConfigFiles.Names];

    private readonly LintRequest _request;
    private readonly CancellationToken _end;

    internal LintWatch(LintRequest request, CancellationToken end) => (_request, _end) = (request, end);

    /// <summary>Lints until it is ended.</summary>
    /// <param name="lint">Lints once.</param>
    /// <param name="isTerminal">Whether the screen is cleared before each time.</param>
    internal int Run(Func<LintRequest, int> lint, bool isTerminal)
    {
        while (true)
        {
            var before = State();
            if (isTerminal)
            {
                using var output = new StandardOutput();
                output.Write("\u001b[2J\u001b[3J\u001b[H"u8);
            }

            lint(_request);
            Problems.Tell("watching; Ctrl-C ends it");
            while (true)
            {
                // The search itself says how often it may be made.
                var started = TimeProvider.System.GetTimestamp();
                var now = State();
                if (!now.SequenceEqual(before))
                {
                    break;
                }

                var pause = TimeProvider.System.GetElapsedTime(started) * 10;
                if (_end.WaitHandle.WaitOne(pause < s_shortest ? s_shortest : pause))
                {
                    return ExitCode.Clean;
                }
            }
        }
    }

    private List<(string Path, DateTime Written, long Size)> State()
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in new FileFinder(_request.RespectsGitIgnore).Find(_request.Paths).Where(file => file.Problem is null))
        {
            files.Add(file.Path);
            var folder = Path.GetDirectoryName(file.Path) ?? "";
            files.UnionWith(s_besides.Select(name => Path.Combine(folder, name)));
        }

        files.UnionWith(s_besides);
        files.UnionWith(_request.ConfigFile is { } config ? [config] : []);
        return [.. files.Select(Of)];
    }

    private static (string Path, DateTime Written, long Size) Of(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? (path, info.LastWriteTimeUtc, info.Length) : (path, default, -1);
    }
}
