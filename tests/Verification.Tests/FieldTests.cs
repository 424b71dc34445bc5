using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Kinds of images that people ship, each of which was judged wrongly before.</summary>
public sealed class FieldTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Stay = "trap 'exit 0' TERM; while :; do sleep 0.2; done";

    private static readonly ContainerOptions s_quick = new()
    {
        Wait = TimeSpan.FromSeconds(1.5),
        StopGrace = TimeSpan.FromSeconds(4),
        HealthTimeout = TimeSpan.FromSeconds(6),
    };

    [Fact]
    public async Task What_only_our_own_box_breaks_is_a_warning_with_the_option_that_mends_it()
    {
        var dockerfile = $"RUN mkdir -p /var/state\nUSER 0\nCMD [\"sh\", \"-c\", \"echo x > /var/state/f || exit 7; {Stay}\"]\n";
        var report = await VerifyAsync(dockerfile);
        var finding = Assert.Single(report.Findings, finding => finding.RuleId == "DK9210");
        Assert.Contains("hardened it needs --tmpfs /var/state (without, it ends with code 7", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "DK9201");

        var told = await VerifyAsync(dockerfile, s_quick with { TemporaryDirectories = ["/var/state"] });
        Assert.DoesNotContain(told.Findings, finding => finding.RuleId is "DK9210" or "DK9201");
    }

    [Fact]
    public async Task A_folder_that_has_something_becomes_a_volume_so_that_nothing_is_hidden()
    {
        var report = await VerifyAsync(
            $"RUN mkdir -p /srv/logs && echo old > /srv/logs/old && chown -R 1000 /srv/logs\nUSER 1000\n"
            + $"CMD [\"sh\", \"-c\", \"cat /srv/logs/old && echo x > /srv/logs/f || exit 7; {Stay}\"]\n");
        Assert.Contains("needs --volume /srv/logs ", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capability_that_a_root_program_needs_is_named()
    {
        var report = await VerifyAsync(
            $"RUN mkdir /data && touch /data/f && chown 1000 /data/f\nVOLUME /data\nCMD [\"sh\", \"-c\", \"chown 0 /data/f || exit 7; {Stay}\"]\n");
        Assert.Contains("needs --cap-add CHOWN (", Assert.Single(report.Findings, finding => finding.RuleId == "DK9210").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_under_docker_run_too_is_an_error()
    {
        var report = await VerifyAsync("USER 1000\nCMD [\"sh\", \"-c\", \"echo no configuration; exit 4\"]\n");
        Assert.Contains("ends with code 4", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
        Assert.Equal("DK9201", report.Findings[0].RuleId);
    }

    [Fact]
    public async Task A_script_below_tmp_is_not_hidden()
    {
        var report = await VerifyAsync(
            "RUN printf '#!/bin/sh\\ntrap \"exit 0\" TERM\\ntouch /tmp/x || exit 3\\nwhile :; do sleep 0.2; done\\n' > /tmp/run.sh && chmod 755 /tmp/run.sh\n"
            + "USER 1000\nENTRYPOINT [\"/tmp/run.sh\"]\n");
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task A_slow_start_is_waited_for_before_ports_and_stop_signal_are_judged()
    {
        var report = await VerifyAsync(
            "EXPOSE 8080\nUSER 1000\nCMD [\"sh\", \"-c\", \"sleep 3; httpd -p 8080; trap 'exit 0' TERM; while :; do sleep 0.2; done\"]\n");
        Assert.Empty(report.Findings);
        Assert.Contains(report.Kept, kept => kept.RuleId == "DK9204");
        Assert.Contains(report.Kept, kept => kept.RuleId == "DK9206");
    }

    [Fact]
    public async Task A_crash_within_the_time_to_wait_is_found()
    {
        var report = await VerifyAsync("USER 1000\nCMD [\"sh\", \"-c\", \"sleep 3; exit 5\"]\n",
            s_quick with { Wait = TimeSpan.FromSeconds(5) });
        Assert.Contains("ends with code 5 after", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_with_a_health_check_ends_as_it_should()
    {
        var report = await VerifyAsync("HEALTHCHECK CMD true\nUSER 1000\nCMD [\"sh\", \"-c\", \"sleep 1\"]\n",
            s_quick with { ExpectedExit = 0 });
        Assert.Empty(report.Findings);
        Assert.NotEmpty(report.Skipped);
    }

    [Fact]
    public async Task A_program_that_ends_well_is_not_called_broken_and_not_called_kept()
    {
        var report = await VerifyAsync("USER 1000\nCMD [\"sh\", \"-c\", \"sleep 1\"]\n");
        Assert.Contains("--expect-exit 0", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
        Assert.Equal("DK9901", report.Findings[0].RuleId);
        Assert.DoesNotContain(report.Kept, kept => kept.RuleId == "DK9201");
    }

    [Fact]
    public async Task Set_user_ID_files_of_the_base_are_its_own_business()
    {
        var report = await VerifyAsync("CMD [\"sh\"]\n", s_quick, runs: false, from: "RUN cp /bin/busybox /bin/su && chmod 4755 /bin/su\n");
        Assert.Equal("DK9303", Assert.Single(report.Findings).RuleId);
    }

    [Fact]
    public async Task A_script_with_carriage_returns_is_found_with_the_reason()
    {
        var report = await VerifyAsync(
            "RUN printf '#!/bin/sh\\r\\nexec sleep 1000\\r\\n' > /start.sh && chmod 755 /start.sh\nUSER 1000\nCMD [\"/start.sh\"]\n");
        Assert.Contains("its first line ends with a carriage return", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_is_who_has_logged_and_answers()
    {
        const string Served = "RUN mkdir /www && echo fine > /www/health\nEXPOSE 8080\nUSER 1000\n"
            + "CMD [\"sh\", \"-c\", \"sleep 1; httpd -p 8080 -h /www; echo up and running; trap 'exit 0' TERM; while :; do sleep 0.2; done\"]\n";
        var ready = await VerifyAsync(Served, s_quick with
        {
            ReadyLog = new System.Text.RegularExpressions.Regex("up .* running"),
            Probes = [new HttpProbe("GET", null, "/health", 200)],
        });
        Assert.Empty(ready.Findings);
        Assert.Contains(ready.Kept, kept => kept.RuleId == "DK9211");

        var never = await VerifyAsync(Served, s_quick with
        {
            ReadyLog = new System.Text.RegularExpressions.Regex("never"),
            Probes = [new HttpProbe("GET", 8080, "/nothing", 200)],
        });
        Assert.Equal(["DK9211", "DK9211"], never.Findings.Select(finding => finding.RuleId));
        Assert.Contains(never.Findings, finding => finding.Message.Contains("answered with 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_image_that_is_named_is_the_image_that_was_verified()
    {
        var engine = await fixture.OpenAsync("modern");
        var name = $"dockerlint-test-named-{engine.Salt}:1";
        var report = await VerifyAsync($"USER 1000\nCMD [\"sh\", \"-c\", \"{Stay}\"]\n", s_quick, tag: name);
        Assert.Empty(report.Findings);
        var image = await engine.Connection.Client.Images.InspectImageAsync(name, TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(report.ImageId, image.ID);
            Assert.NotEqual(report.RunId, (image.Config!.Labels ?? new Dictionary<string, string>())[RunScope.Label]); // that of the base
            Assert.Equal([name], image.RepoTags);

            var again = await VerifyImageAsync(engine, name);
            Assert.Empty(again.Findings);
            Assert.Equal(image.ID, again.ImageId);
            Assert.NotNull(again.Tree);
        }
        finally
        {
            await engine.Connection.Client.Images.DeleteImageAsync(
                name, new Docker.DotNet.Models.ImageDeleteParameters(), CancellationToken.None);
        }

        var broken = await VerifyAsync("CMD [\"sh\", \"-c\", \"exit 3\"]\n", s_quick, tag: name);
        Assert.Contains(broken.Remarks, remark => remark.Contains("is not named", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_owner_expects_is_looked_at()
    {
        var errors = new List<Dockerlint.Linting.Config.ConfigError>();
        var tests = StructureTestReader.Read("""
            schemaVersion: 2.0.0
            globalEnvVars: [{key: GREETING, value: hello}]
            commandTests:
            - {name: says hello, setup: [[sh, -c, "echo made > /tmp/made"]], command: sh, args: [-c, "cat /tmp/made; echo $GREETING; echo bad >&2; exit 3"],
               expectedOutput: ["^made\nhello"], excludedOutput: [bad], expectedError: [bad], exitCode: 3}
            - {name: says bye, command: echo, args: [hello], expectedOutput: [bye]}
            fileExistenceTests:
            - {name: mode, path: /etc/conf, permissions: "-rw-r-----", uid: 1000}
            - {name: none, path: /nothing, shouldExist: false}
            - {name: missing, path: /nothing}
            - {name: temporary, path: /tmp, permissions: dtrwxrwxrwx}
            fileContentTests:
            - {name: contents, path: /etc/conf, expectedContents: ["k.y=1"], excludedContents: [other]}
            metadataTest:
              envVars: [{key: MODE, value: "pro.*", isRegex: true}]
              exposedPorts: ["8080"]
              user: "1000"
              cmd: [sh]
            """, "test.yaml", errors);
        Assert.Empty(errors);
        var report = await VerifyAsync(
            "RUN echo key=1 > /etc/conf && chown 1000 /etc/conf && chmod 640 /etc/conf\nENV MODE=production\nEXPOSE 8080\nUSER 1000\nCMD [\"true\"]\n",
            s_quick with { ExpectedExit = 0 }, expectations: tests);
        Assert.Equal(
            ["metadata: the command is [true] and not [sh]", "missing: /nothing is not in the image", "says bye: its output does not match bye"],
            report.Findings.Where(finding => finding.RuleId == "DK9401").Select(finding => finding.Message).Order(StringComparer.Ordinal));
        Assert.Contains(report.Kept, kept => kept.Message == "says hello");
        Assert.Contains(report.Kept, kept => kept.Message == "contents");
        Assert.Empty(report.Left);
    }

    private async Task<VerificationReport> VerifyAsync(
        string dockerfile, ContainerOptions? options = null, bool runs = true, string from = "", string? tag = null,
        System.Collections.Immutable.ImmutableArray<Expectation>? expectations = null)
    {
        var engine = await fixture.OpenAsync("modern");
        var text = $"FROM {engine.BaseName}\n{from}{dockerfile}";
        var context = BuildContext.FromMemory(
            ContextManifest.Create([new ContextEntry("Dockerfile", ContextEntryKind.File) { Size = text.Length, Mode = 0b110_100_100 }]),
            new Dictionary<string, byte[]> { ["Dockerfile"] = System.Text.Encoding.UTF8.GetBytes(text) });
        var request = new VerifyRequest(
            DockerfileParser.Parse(SourceText.From(text, "Dockerfile")), new BuildRequest(context, "Dockerfile") { IsMarked = tag is null })
        {
            Container = options ?? s_quick,
            RunsContainer = runs,
            Tag = tag,
            Expectations = expectations ?? [],
        };
        var report = await new Verifier(engine.Connection).RunAsync(request, TestContext.Current.CancellationToken);
        Assert.Null(report.Problem);
        Assert.Empty(report.Left);
        return report;
    }

    private static async Task<VerificationReport> VerifyImageAsync(TestEngine engine, string name)
    {
        var context = BuildContext.FromMemory(ContextManifest.Create([]), new Dictionary<string, byte[]>());
        var request = new VerifyRequest(
            DockerfileParser.Parse(SourceText.From("FROM scratch\n", name)), new BuildRequest(context, "Dockerfile"))
        {
            Image = name,
            HasDockerfile = false,
            Container = s_quick,
        };
        return await new Verifier(engine.Connection).RunAsync(request, TestContext.Current.CancellationToken);
    }
}
