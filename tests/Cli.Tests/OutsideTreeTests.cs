using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>What a repository says decides on its own files only: nothing else is read, quoted or written.</summary>
public sealed class OutsideTreeTests : IDisposable
{
    private const string Secret = "hunter2secret";
    private readonly Workspace _workspace = new();

    public OutsideTreeTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links are those of Linux");
        _workspace.Add("private/shadow", $"root:{Secret}: [\n").Add("private/Dockerfile", $"FROM {Secret}\nRUN cd {Secret}\n");
        _workspace.Add("repo/Dockerfile", Workspace.Clean);
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "repo", ".git"));
    }

    public void Dispose() => _workspace.Dispose();

    private Outcome Shell(string line, params IReadOnlyList<(string Name, string Value)> environment) =>
        CommandLine.Shell(Path.Combine(_workspace.Folder, "repo"),
            line.Replace("$LINT", "$DOCKERLINT lint --shellcheck off", StringComparison.Ordinal), environment);

    [Theory]
    [InlineData("echo 'extends: ../private/shadow' > .dockerlint.yaml", "$LINT .")]
    [InlineData("echo \"extends: $(realpath ../private/shadow)\" > .dockerlint.yaml", "$LINT .")]
    [InlineData("echo 'extends: [base.yaml]' > .dockerlint.yaml; ln -s ../private/shadow base.yaml", "$LINT .")]
    [InlineData("echo 'extends: [l/shadow]' > .dockerlint.yaml; ln -s ../private l", "$LINT .")]
    [InlineData("ln -s ../private/shadow .dockerlint.yaml", "$LINT .")]
    [InlineData("ln -s ../private/shadow .hadolint.yaml", "$LINT .")]
    [InlineData("ln -s ../private/shadow .dockerignore; echo 'COPY . /' >> Dockerfile", "$LINT .")]
    [InlineData("ln -s ../private/shadow .dockerignore", "$DOCKERLINT cache explain .")]
    [InlineData("echo 'services: {a: {build: {dockerfile: ../private/Dockerfile}}}' > compose.yaml", "$LINT compose.yaml")]
    [InlineData("echo \"services: {a: {build: {dockerfile: $(realpath ../private/Dockerfile)}}}\" > compose.yaml", "$LINT compose.yaml")]
    [InlineData("echo 'services: {a: {build: {context: ../private}}}' > compose.yaml", "$LINT compose.yaml")]
    [InlineData("echo 'services: {a: {build: {context: l}}}' > compose.yaml; ln -s ../private l", "$LINT compose.yaml")]
    [InlineData("echo 'services: {a: {build: {context: ../private, dockerfile_inline: FROM alpine}}}' > compose.yaml",
        "$LINT compose.yaml")]
    [InlineData("echo 'include: [../private/shadow]' > compose.yaml", "$LINT compose.yaml")]
    [InlineData("echo 'services: {a: {extends: {file: ../private/shadow, service: x}}}' > compose.yaml", "$LINT compose.yaml")]
    [InlineData("echo 'services: {a: {build: .}}' > compose.yaml; ln -s ../private/shadow .env", "$LINT compose.yaml")]
    [InlineData("echo '{\"target\": {\"a\": {\"dockerfile\": \"../private/Dockerfile\"}}}' > docker-bake.json", "$LINT docker-bake.json")]
    [InlineData("echo '{\"target\": {\"a\": {\"context\": \"../private\"}}}' > docker-bake.json", "$LINT docker-bake.json")]
    public void What_lies_outside_is_refused_and_nothing_of_it_is_told(string make, string run)
    {
        var outcome = Shell($"{make}; {run}");
        Assert.Contains("--allow-outside", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcome.ExitCode);
    }

    [Fact]
    public void The_user_can_open_the_tree_and_the_repository_cannot()
    {
        Shell("echo 'ignore: [DL3006]' > ../private/base.yaml; echo 'extends: ../private/base.yaml' > .dockerlint.yaml; echo FROM alpine "
            + "> Dockerfile");
        Assert.DoesNotContain("DL3006", Shell("$LINT --allow-outside --shellcheck off .").Output, StringComparison.Ordinal);
        Assert.Equal("", Shell("$LINT --allow-outside .").Error);
        Assert.Equal("", Shell("$LINT .", ("DOCKERLINT_ALLOW_OUTSIDE", "1")).Error);
        Assert.Equal(2, Shell("echo 'allow-outside: true' >> .dockerlint.yaml; $LINT .").ExitCode);
    }

    [Fact]
    public void Links_within_the_tree_are_followed()
    {
        var outcome = Shell("mkdir app; cp Dockerfile app; echo 'ignore: [DL3006]' > shared.yaml; ln -s ../shared.yaml "
            + "app/.hadolint.yaml; echo x > shared.ignore;"
            + "ln -s ../shared.ignore app/.dockerignore; echo 'services: {a: {build: ../app}}' > app/compose.yaml; $LINT app "
                + "app/compose.yaml");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("services: {a: {build: {args: {TAG: \"${MYSECRET}\"}}}}")]
    [InlineData("services: {a: {build: {args: {TAG: \"x-${MYSECRET:-y}\"}}}}")]
    [InlineData("services: {a: {build: {args: {TAG: \"${NOTSET:-$MYSECRET}\"}}}}")]
    [InlineData("services: {a: {build: {args: [MYSECRET]}}}")]
    [InlineData("services: {a: {build: {target: \"${MYSECRET}\"}}}")]
    [InlineData("services: {a: {build: {dockerfile: \"${MYSECRET}\"}}}")]
    [InlineData("services: {a: {build: {context: \"${MYSECRET}\"}}}")]
    [InlineData("services: {a: {build: {context: \"https://${MYSECRET}@example.com/x.git\"}}}")]
    [InlineData("services: {a: {build: {dockerfile_inline: \"FROM ${MYSECRET}\"}}}")]
    [InlineData("services: {a: {build: {additional_contexts: {x: \"${MYSECRET}\"}}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"args\": {\"TAG\": \"${MYSECRET}\"}}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"dockerfile\": \"${MYSECRET}\"}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"context\": \"${MYSECRET}\"}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"dockerfile-inline\": \"FROM ${MYSECRET}\"}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"target\": \"${MYSECRET}\"}}}")]
    [InlineData("{\"variable\": {\"MYSECRET\": {}}, \"target\": {\"a\": {\"name\": \"n${MYSECRET}\", \"matrix\": {\"x\": [\"1\"]}, "
        + "\"dockerfile\": \"nowhere\"}}}")]
    public void Values_of_the_environment_are_not_quoted(string text)
    {
        var name = text[0] == '{' ? "docker-bake.json" : "compose.yaml";
        _workspace.Add("repo/" + name, text)
            .Add("repo/Dockerfile", "ARG TAG=1\nARG MYSECRET=1\nFROM alpine:${TAG}\nFROM alpine:${MYSECRET}\nCOPY --from=${TAG} a b\nADD "
            + "${TAG} ${MYSECRET}\nRUN cd ${TAG}\nMAINTAINER $TAG\n");
        foreach (var format in new[] { "text", "json", "sarif" })
        {
            var outcome = Shell($"$LINT --profile strict -f {format} {name}", ("MYSECRET", Secret));
            Assert.DoesNotContain(Secret, outcome.Output + outcome.Error, StringComparison.Ordinal);
            Assert.True(outcome.ExitCode is 0 or 1 or 2, $"{outcome}");
        }

        // What stands in the file beside it is as private.
        _workspace.Add("repo/.env", $"MYSECRET={Secret}\n");
        var beside = Shell($"$LINT --profile strict {name}");
        Assert.DoesNotContain(Secret, beside.Output + beside.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ln -s ../private/victim .dockerignore", "")]
    [InlineData("ln -s ../private/victim .dockerignore", "rm -r .git;")]
    [InlineData("ln -s ../private/victim Dockerfile.dockerignore", "")]
    [InlineData("rm Dockerfile; ln -s ../private/victim Dockerfile", "")]
    [InlineData("ln -s ../private/created .dockerignore", "")]
    public void A_fix_does_not_write_through_a_link_that_leaves_the_tree(string make, string before)
    {
        _workspace.Add("private/victim", "FROM alpine:3.22\nMAINTAINER x\nCOPY . /x\n");
        var outcome = Shell($"{before} echo 'FROM alpine:3.22\nCOPY . /x\nMAINTAINER x' > Dockerfile; mkdir node_modules; touch "
            + $"node_modules/x '.env.x;touch PWNED;#'; {make};"
            + "$LINT --fix --unsafe-fixes --context . Dockerfile");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("FROM alpine:3.22\nMAINTAINER x\nCOPY . /x\n", File.ReadAllText(Path.Combine(_workspace.Folder, "private", "victim")));
        Assert.False(File.Exists(Path.Combine(_workspace.Folder, "private", "created")));
    }

    [Theory]
    [InlineData("-f json -o out.json .")]
    [InlineData("--baseline out.json --write-baseline .")]
    [InlineData("-f json -o sub/out.json .")]
    public void A_report_does_not_write_through_a_link_that_leaves_the_tree(string arguments)
    {
        var outcome = Shell($"ln -s ../private/victim out.json; echo keep > ../private/victim; ln -s ../private sub; $LINT {arguments}; "
            + "cat ../private/victim; ls ../private");
        Assert.Contains("--allow-outside", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("keep\nDockerfile\nshadow\nvictim\n", outcome.Output);
    }

    [Fact]
    public void Names_in_a_pattern_are_names()
    {
        string[] names = [".env.*", ".env.x[1]", ".env.a\\b", ".env.end ", ".env.x;touch PWNED;#", ".env.q?"];
        foreach (var name in names)
        {
            _workspace.Add("repo/" + name, "A=1\n");
        }

        _workspace.Add("repo/.env.two\nlines", "A=1\n").Add("repo/Dockerfile", "FROM alpine:3.22\nCOPY . /x\nUSER 1\n")
            .Add("repo/.dockerignore", ".git\n");
        Shell("$LINT --fix --unsafe-fixes --context . Dockerfile");
        var lines = File.ReadAllText(Path.Combine(_workspace.Folder, "repo", ".dockerignore"));
        Assert.Contains("\n.env.\\*\n", lines, StringComparison.Ordinal);
        Assert.Contains("\n.env.x\\[1]\n", lines, StringComparison.Ordinal);
        Assert.Contains("\n.env.a\\\\b\n", lines, StringComparison.Ordinal);
        Assert.Contains("\n.env.end[ ]\n", lines, StringComparison.Ordinal);
        Assert.Contains("\n.env.q\\?\n", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("two", lines, StringComparison.Ordinal);
    }
}
