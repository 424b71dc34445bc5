using System.Text;
using Docker.DotNet.Models;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What goes wrong outside the Dockerfile: a clear message, no verdict, and nothing left behind.</summary>
public sealed class FaultTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Builder.BuildKit)]
    [InlineData(Builder.Classic)]
    public async Task A_build_that_hangs_is_stopped_after_the_timeout(Builder builder)
    {
        var engine = await fixture.OpenAsync("modern");
        var report = await new Verifier(engine.Connection).RunAsync(
            Request($"FROM {engine.BaseName}\nRUN sleep 600 # {Guid.NewGuid()}\n", builder) with { BuildTimeout = TimeSpan.FromSeconds(4) },
                Stop);
        Assert.Equal("the build took longer than 4 s and was stopped", report.Problem);
        await AssertNothingIsLeftAsync(engine, report);
        await AssertNoProcessAsync(engine, "sleep 600");
    }

    [Fact]
    public async Task A_run_that_hangs_is_stopped_after_the_timeout()
    {
        var engine = await fixture.OpenAsync("modern");
        var request = Request($"FROM {engine.BaseName}\nUSER 1000\nCMD [\"sleep\", \"601\"]\n") with
        {
            RunTimeout = TimeSpan.FromSeconds(3),
            Container = new ContainerOptions { Wait = TimeSpan.FromMinutes(5) },
        };
        var report = await new Verifier(engine.Connection).RunAsync(request, Stop);
        Assert.Equal("running the container took longer than 3 s and was stopped", report.Problem);
        await AssertNothingIsLeftAsync(engine, report);
    }

    [Fact]
    public async Task When_the_connection_breaks_in_a_build_the_problem_is_told_and_the_rest_can_be_pruned()
    {
        var engine = await fixture.OpenAsync("modern");
        using var proxy = new SocketProxy(engine.Connection.Address.Endpoint.LocalPath);
        var addresses = new EngineSearch(_ => null, "/").Addresses("unix://" + proxy.Path, out _);
        using var connection = await EngineConnection.OpenAsync(addresses, Stop);
        var progress = new Callback(step =>
        {
            if (step.Step.Contains("RUN sleep 30", StringComparison.Ordinal))
            {
                proxy.Cut();
            }
        });
        var report = await new Verifier(connection, progress)
            .RunAsync(Request($"FROM {engine.BaseName}\nRUN sleep 30 # {Guid.NewGuid()}\n"), Stop);
        Assert.Contains("broke", report.Problem, StringComparison.Ordinal);
        Assert.Contains("does not answer", Assert.Single(report.Left), StringComparison.Ordinal);

        // Over the engine's own socket nothing of the run is found.
        Assert.Empty(await LabelledAsync(engine, report.RunId));
    }

    [Fact]
    public async Task An_image_that_vanishes_between_the_steps_is_a_problem_and_no_finding()
    {
        var engine = await fixture.OpenAsync("modern");
        var report = await RobbedAsync(engine);

        // A thief who comes too late takes nothing that is still needed.
        for (var again = 0; again < 4 && report.Problem is null; again++)
        {
            report = await RobbedAsync(engine);
        }

        Assert.NotNull(report.Problem);
        Assert.Empty(report.Findings);
        await AssertNothingIsLeftAsync(engine, report);
    }

    [Fact]
    public async Task When_the_user_interrupts_what_was_made_is_removed()
    {
        var engine = await fixture.OpenAsync("modern");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var progress = new Callback(step =>
        {
            if (step.Step.Contains("RUN sleep 602", StringComparison.Ordinal))
            {
                interrupt.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Verifier(engine.Connection, progress)
            .RunAsync(Request($"FROM {engine.BaseName}\nRUN sleep 602 # {Guid.NewGuid()}\n"), interrupt.Token));
        await AssertNoProcessAsync(engine, "sleep 602");
    }

    [Fact]
    public async Task Intermediate_images_of_an_interrupted_classic_build_are_removed()
    {
        var engine = await fixture.OpenAsync("modern");
        var salt = Guid.NewGuid().ToString("N");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var progress = new Callback(step =>
        {
            if (step.Step.Contains("RUN sleep 603", StringComparison.Ordinal))
            {
                interrupt.Cancel();
            }
        });
        var request =
            Request($"FROM {engine.BaseName}\nRUN echo {salt} > /a\nRUN echo {salt} > /b\nRUN sleep 603 # {salt}\n", Builder.Classic);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Verifier(engine.Connection, progress).RunAsync(request, interrupt.Token));
        await AssertNoProcessAsync(engine, "sleep 603");
        var images = engine.Connection.Client.Images;
        foreach (var image in await images.ListImagesAsync(new ImagesListParameters { All = true }, Stop))
        {
            try
            {
                Assert.DoesNotContain(await images.GetImageHistoryAsync(image.ID, Stop), step =>
                    step.CreatedBy?.Contains(salt, StringComparison.Ordinal) == true);
            }
            catch (Docker.DotNet.DockerApiException)
            {
                // Another test has removed it meanwhile.
            }
        }
    }

    [Fact]
    public async Task An_engine_that_falls_silent_in_a_build_is_given_up_after_the_timeout()
    {
        using var fake = new FakeEngine("{\"stream\":\"Step 1/2 : FROM x\\n\"}\n", fallsSilent: true);
        using var connection =
            await EngineConnection.OpenAsync(new EngineSearch(_ => null, "/").Addresses("unix://" + fake.Path, out _), Stop);
        var request = Request("FROM x\nRUN y\n", Builder.Classic) with { BuildTimeout = TimeSpan.FromSeconds(2) };
        var report = await new Verifier(connection).RunAsync(request, Stop);
        Assert.Equal("the build took longer than 2 s and was stopped", report.Problem);
    }

    [Theory]
    [InlineData("{\"errorDetail\":{\"message\":\"write /x: no space left on device\"}}\n", "no room left")]
    [InlineData("{\"errorDetail\":{\"message\":\"Get \\\"https://registry.example/v2/\\\": dial tcp: lookup registry.example: no such "
        + "host\"}}\n", "cannot reach the registry")]
    [InlineData("{\"stream\":\"Step 1/2 : FROM x\\n\"}\n", "broke off the build")]
    [InlineData("<html>\n", "makes no sense: <html>")]
    [InlineData("{\"stream\":\"Step 1/2 : FROM x\\n\"}\n{\"stre", "in the middle of a message")]
    [InlineData("{\"stream\":5}\n[1]\n\"x\"\n{\"aux\":[1]}\n{\"errorDetail\":7,\"error\":[]}\n{\"id\":1,\"aux\":{\"ID\":9}}\n",
        "broke off the build")]
    public async Task An_engine_that_fails_or_talks_nonsense_is_a_problem(string answer, string said)
    {
        await AssertProblemAsync(answer, said, Builder.Classic);
        await AssertProblemAsync(answer, said, Builder.BuildKit);
    }

    [Fact]
    public async Task A_base_whose_name_comes_out_blank_fails_at_its_line()
    {
        using var fake = new FakeEngine("{\"errorDetail\":{\"message\":\"base name (${X}) should not be blank\"}}\n");
        using var connection =
            await EngineConnection.OpenAsync(new EngineSearch(_ => null, "/").Addresses("unix://" + fake.Path, out _), Stop);
        var request = Request("ARG X\nFROM ${X}\nRUN y\n");
        var report = await new Verifier(connection).RunAsync(request, Stop);
        Assert.Null(report.Problem);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("DK9001", 2), (finding.RuleId, request.Tree.Source.Lines.GetLine(finding.Span.Start)));
    }

    [Fact]
    public async Task A_file_that_is_not_in_the_context_is_named_without_the_inner_names_of_BuildKit()
    {
        var engine = await fixture.OpenAsync("modern");
        var report = await new Verifier(engine.Connection).RunAsync(Request($"FROM {engine.BaseName}\nCOPY nothere /x\n"), Stop);
        Assert.Equal("the build fails here: \"/nothere\": not found", Assert.Single(report.Findings).Message);
    }

    private static async Task AssertProblemAsync(string answer, string said, Builder builder)
    {
        using var fake = new FakeEngine(answer);
        using var connection =
            await EngineConnection.OpenAsync(new EngineSearch(_ => null, "/").Addresses("unix://" + fake.Path, out _), Stop);
        var report = await new Verifier(connection).RunAsync(Request("FROM x\nRUN y\n", builder), Stop);
        Assert.NotNull(report.Problem);
        Assert.Contains(said, report.Problem, StringComparison.Ordinal);
        Assert.Empty(report.Findings);
    }

    private static VerifyRequest Request(string dockerfile, Builder builder = Builder.BuildKit)
    {
        var bytes = Encoding.UTF8.GetBytes(dockerfile);
        var entry = new ContextEntry(
            "Dockerfile", ContextEntryKind.File)
        { Mode = 0b110_100_100, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };
        var context = BuildContext.FromMemory(ContextManifest.Create([entry]), new Dictionary<string, byte[]> { ["Dockerfile"] = bytes });
        return new VerifyRequest(DockerfileParser.Parse(dockerfile), new BuildRequest(context, "Dockerfile") { Builder = builder });
    }

    private static async Task AssertNothingIsLeftAsync(TestEngine engine, VerificationReport report)
    {
        Assert.Empty(report.Left);
        Assert.Empty(await LabelledAsync(engine, report.RunId));
    }

    private static async Task<IReadOnlyList<string>> LabelledAsync(TestEngine engine, string run)
    {
        var filters = new Dictionary<string, IDictionary<string,
            bool>>
        { ["label"] = new Dictionary<string, bool> { [$"{RunScope.Label}={run}"] = true } };
        var client = engine.Connection.Client;
        var containers = await client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = filters }, Stop);
        var images = await client.Images.ListImagesAsync(new ImagesListParameters { All = true, Filters = filters }, Stop);
        return [.. containers.Select(container => container.ID), .. images.Select(image => image.ID)];
    }

    // The engine runs on this machine, so its processes can be seen here.
    private static async Task AssertNoProcessAsync(TestEngine engine, string command)
    {
        for (var i = 0; i < 50; i++)
        {
            if (!Directory.EnumerateDirectories("/proc").Any(folder => Runs(folder, command)))
            {
                return;
            }

            await Task.Delay(200, Stop);
        }

        Assert.Fail($"{command} still runs on {engine.Connection.Address}");
    }

    private static bool Runs(string folder, string command)
    {
        try
        {
            return File.ReadAllText(folder + "/cmdline").TrimEnd('\0').Replace('\0', ' ') == command;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task<VerificationReport> RobbedAsync(TestEngine engine)
    {
        var salt = Guid.NewGuid().ToString("N");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var thief = StealAsync(engine, $"thief={salt}", stop.Token);
        var report = await new Verifier(engine.Connection)
            .RunAsync(Request($"FROM {engine.BaseName}\nLABEL thief={salt}\nUSER 1000\nCMD [\"sleep\", \"5\"]\n"), Stop);
        await stop.CancelAsync();
        await thief;
        return report;
    }

    private static async Task StealAsync(TestEngine engine, string label, CancellationToken stop)
    {
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [label] = true } };
        while (!stop.IsCancellationRequested)
        {
            foreach (var image in await engine.Connection.Client.Images.ListImagesAsync(
                new ImagesListParameters { All = true, Filters = filters }, CancellationToken.None))
            {
                try
                {
                    await engine.Connection.Client.Images.DeleteImageAsync(
                        image.ID, new ImageDeleteParameters { Force = true }, CancellationToken.None);
                }
                catch (Docker.DotNet.DockerApiException)
                {
                    // Gone already, or in use for a moment.
                }
            }
        }
    }

    private sealed class Callback(Action<BuildProgress> report) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => report(value);
    }
}
