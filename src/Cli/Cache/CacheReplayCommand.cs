using System.CommandLine;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Reporting;
using Dockerlint.Session;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache replay</c>: how often each step was reused in the history of the repository.</summary>
internal static class CacheReplayCommand
{
    internal static Command Create()
    {
        var options = new HistoryOptions();
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json"]);
        var compares = new Option<bool>("--compare-caches")
        {
            Description = "Also replay with every other cache: on the machine that built before, on machines that begin empty and import "
                + "mode=max or mode=min, and on ones that import nothing. It is done whenever --cache is not local.",
        };
        var all = new Option<bool>("--all") { Description = "Print everything: whole instructions, and all that broke a step." };
        var command = new Command("replay", "Predicts the build of each commit of the git history after a build of its parent, and says "
            + "how often each step is reused, what breaks it and what that costs.")
        {
            format, compares, all,
        };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Read(result);
            if (request.Replay(result.GetValue(compares) || request.Reach != CacheReach.Warm, out var problem) is not var (replay, caches))
            {
                return CacheDiffCommand.Fail(problem!);
            }

            using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (result.GetValue(format) == "json")
            {
                ReplayJson.Write(replay, writer, caches);
            }
            else
            {
                ReplayText.Write(replay, writer, caches, result.GetValue(all));
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
