using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>
/// Runs commands in containers of an image with what <c>docker run</c> gives, but for the network, which is that of the options.
/// </summary>
internal sealed class CommandRun(EngineConnection engine, RunScope run, ImageConfig config, ContainerOptions options)
{
    private const int MostOutput = 4 << 20;

    /// <summary>What is not as it has to be.</summary>
    internal async Task<List<string>> CheckAsync(string image, CommandExpectation expected, CancellationToken cancellation)
    {
        foreach (var command in expected.Setup.Where(command => !command.IsEmpty))
        {
            var (container, code, _, error) = await RunAsync(image, expected, command, cancellation);
            if (code != 0)
            {
                return [$"its setup {string.Join(' ', command)} ends with code {code}{Tail(error)}"];
            }

            image = await CommitAsync(container, cancellation);
        }

        var (done, exit, output, problems) = await RunAsync(image, expected, expected.Command, cancellation);
        var wrong = new List<string>();
        if (exit != expected.ExitCode)
        {
            wrong.Add($"it ends with code {exit} and not with {expected.ExitCode}{Tail(problems)}");
        }

        wrong.AddRange(ExpectationCheck.Compare("its output", output, expected.Output, expected.LacksOutput));
        wrong.AddRange(ExpectationCheck.Compare("its standard error", problems, expected.Error, expected.LacksError));
        if (!expected.Teardown.IsEmpty && done.Length > 0)
        {
            image = await CommitAsync(done, cancellation);
            foreach (var command in expected.Teardown.Where(command => !command.IsEmpty))
            {
                await RunAsync(image, expected, command, cancellation);
            }
        }

        return wrong;
    }

    private static string Tail(string text) => text.Trim() is { Length: > 0 } trimmed
        ? $": {trimmed[..Math.Min(trimmed.Length, 200)].Replace('\n', ' ')}" : "";

    private async Task<string> CommitAsync(string container, CancellationToken cancellation)
    {
        var name = run.NextImage();
        await engine.Client.Images.CommitContainerChangesAsync(new CommitContainerChangesParameters
        {
            ContainerID = container,
            RepositoryName = name.Split(':')[0],
            Tag = name.Split(':')[1],
        }, cancellation);
        return name;
    }

    private async Task<(string Container, long Code, string Output, string Error)> RunAsync(
        string image, CommandExpectation expected, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var created = await engine.Client.Containers.CreateContainerAsync(new CreateContainerParameters
        {
            Name = run.NextContainer(),
            Image = image,
            Labels = new Dictionary<string, string> { [RunScope.Label] = run.Id },
            Entrypoint = [command[0]],
            Cmd = [.. command.Skip(1)],
            Env = [.. expected.Environment.Select(Expand)],
            User = expected.User!,
            HostConfig = new HostConfig
            {
                NetworkMode = options.Network ?? "none",
                CapAdd = [.. expected.Capabilities],
                PidsLimit = 1024,
                LogConfig = new LogConfig { Type = "json-file" },
            },
        }, cancellation);
        try
        {
            await engine.Client.Containers.StartContainerAsync(created.ID, new ContainerStartParameters(), cancellation);
        }
        catch (DockerApiException exception) when (exception.StatusCode is System.Net.HttpStatusCode.BadRequest
            or System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.NotFound)
        {
            return (created.ID, 127, "", ContainerWords.Reason(EngineException.MessageOf(exception)));
        }

        var ended = await engine.Client.Containers.WaitContainerAsync(created.ID, cancellation);
        var output = await ReadAsync(created.ID, true, cancellation);
        return (created.ID, ended.StatusCode, output, await ReadAsync(created.ID, false, cancellation));
    }

    private async Task<string> ReadAsync(string container, bool isOutput, CancellationToken cancellation)
    {
        var parameters = new ContainerLogsParameters { ShowStdout = isOutput, ShowStderr = !isOutput, Tail = "all" };
        using var stream = await engine.Client.Containers.GetContainerLogsAsync(container, parameters, cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (bytes.Length < MostOutput && await stream.ReadOutputAsync(buffer, 0, buffer.Length, cancellation) is { EOF: false } read)
        {
            bytes.Write(buffer, 0, read.Count);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    // $X and ${X} stand for what the image has.
    private string Expand(string pair)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pair.Length; i++)
        {
            if (pair[i] != '$')
            {
                text.Append(pair[i]);
                continue;
            }

            var isBraced = i + 1 < pair.Length && pair[i + 1] == '{';
            var start = i + (isBraced ? 2 : 1);
            var end = start;
            while (end < pair.Length && (char.IsAsciiLetterOrDigit(pair[end]) || pair[end] == '_'))
            {
                end++;
            }

            var name = pair[start..end] + "=";
            text.Append(config.Environment.FirstOrDefault(variable => variable.StartsWith(name, StringComparison.Ordinal))?[name.Length..]);
            i = isBraced && end < pair.Length ? end : end - 1;
        }

        return text.ToString();
    }
}
