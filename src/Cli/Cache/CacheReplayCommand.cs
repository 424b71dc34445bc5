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
        var command = new Command("replay", "Predicts the build of each commit of the git history after a build of its parent, and says "
            + "how often each step is reused, what breaks it and what that costs.")
        {
            format,
        };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Read(result);
            if (request.Replay(out var problem) is not { } replay)
            {
                return CacheDiffCommand.Fail(problem!);
            }

            using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (result.GetValue(format) == "json")
            {
                ReplayJson.Write(replay, writer);
            }
            else
            {
                ReplayText.Write(replay, writer);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
