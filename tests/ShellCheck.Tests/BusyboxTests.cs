using System.Diagnostics;
using Dockerlint.Linting;
using Dockerlint.ShellCheck;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What ash of BusyBox has is no finding where the image has that shell, and what it lacks is one.</summary>
public sealed class BusyboxTests
{
    // Each is tried in a real ash and must succeed there or fail there; ShellCheck has something to say of each for dash.
    public static TheoryData<string, bool> Constructs { get; } = new()
    {
        { "cat <(echo hi)", true },
        { "[ $'a\\tb' != 'a\\tb' ]", true },
        { "[[ abc == a* ]]", true },
        { "[[ abc =~ ^a ]]", true },
        { "[ a == a ]", true },
        { "i=1; : $((i++)); [ $i = 2 ]", true },
        { "x=$((2**3)); [ $x = 8 ]", true },
        { "x=$((16#ff)); [ $x = 255 ]", true },
        { "echo hi &>/dev/null", true },
        { "echo hi >& /dev/null", true },
        { "exec 10>/dev/null", true },
        { "case b in [^b]) exit 1;; esac", true },
        { "[ -n \"$RANDOM\" ]", true },
        { "[ \"$(echo -e 'a\\tb')\" != 'a\\tb' ]", true },
        { "echo -ne 'a\\n'", true },
        { "let x=1+1; [ \"$x\" = 2 ]", true },
        { "echo hi | { read -rs x; [ \"$x\" = hi ]; }", true },
        { "echo hi | while IFS= read -rn1 x; do break; done", true },
        { "echo hi | { read -t 2 -d i x; [ \"$x\" = h ]; }", true },
        { "export -n PATH", true },
        { "sleep 0 & wait -n", true },
        { "echo true > /tmp/busybox-source; source /tmp/busybox-source", true },
        { "trap 'echo' SIGTERM SIGINT", true },
        { "x=abcdef; [ \"${x:1:2}\" = bc ]", true },
        { "x=abcb; [ \"${x//b/d}\" = adcd ]", true },
        { "x=$\"hi\"; [ \"$x\" = hi ]", false },
        { "for ((i=0;i<3;i++)); do :; done", false },
        { "((1+1))", false },
        { "[ \"$(echo {a,b})\" = 'a b' ]", false },
        { "cat <<< hi", false },
        { "[ abc =~ b ]", false },
        { "x=1; [ -v x ]", false },
        { "[[ -v PATH ]]", false },
        { "[[ a < b ]]", false },
        { "exec {fd}>/dev/null", false },
        { "x=a; x+=b; [ \"$x\" = ab ]", false },
        { "x=(a b)", false },
        { "ls /nonexistent |& grep -q nonexistent", false },
        { "foo-bar() { :; }", false },
        { "echo x > /tmp/busybox-f; x=$(</tmp/busybox-f); [ \"$x\" = x ]", false },
        { "[ -n \"$SECONDS\" ]", false },
        { "declare x=1", false },
        { "pushd /tmp", false },
        { "echo hi | { read -a x; [ \"$x\" = hi ]; }", false },
        { "echo hi | { read -rN 1 x; [ \"$x\" = h ]; }", false },
        { "f() { :; }; export -f f", false },
        { "printf -v x hi; [ \"$x\" = hi ]", false },
        { "trap 'echo' DEBUG", false },
        { "trap -p", false },
        { "printf %q x", false },
        { "a=b; b=c; [ \"${!a}\" = c ]", false },
        { "set -- a b c; [ \"${*:1:2}\" = 'a b' ]", false },
        { "x=abc; [ \"${x^^}\" = ABC ]", false },
        { "x=abcb; [ \"${x/#a/d}\" = dbcb ]", false },
        { "x=abcb; [ \"${x/%b/d}\" = abcd ]", false },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Only_what_ash_lacks_is_told_of_an_image_with_busybox(string script, bool isThere)
    {
        Assert.Equal(isThere, !PortabilityFindings("FROM alpine:3.22\nRUN " + script + "\n").Any());
        Assert.Equal(isThere, !PortabilityFindings("FROM debian:12\nRUN <<E\n#!/bin/ash\n" + script + "\nE\n").Any());
        Assert.NotEmpty(PortabilityFindings("FROM debian:12\nRUN " + script + "\n"));
    }

    [Theory]
    [InlineData("docker:28")]
    [InlineData("node:22-alpine")]
    [InlineData("busybox:1.37")]
    [InlineData("ghcr.io/linuxserver/own:1")]
    public void An_image_that_is_known_to_have_busybox_by_another_name_has_its_ash(string image) =>
        Assert.Empty(PortabilityFindings($"FROM {image}\nRUN echo -e 'a' && [ $RANDOM = 1 ]\n"));

    [Theory]
    [MemberData(nameof(Constructs))]
    public void A_real_ash_says_the_same(string script, bool isThere)
    {
        var program = Array.Find(["/bin/busybox", "/usr/bin/busybox"], File.Exists);
        Assert.SkipWhen(program is null, "there is no busybox here");
        var start = new ProcessStartInfo(program!, ["ash", "-c", script])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Directory.CreateTempSubdirectory("dockerlint-busybox").FullName,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(10_000));
        Directory.Delete(start.WorkingDirectory, recursive: true);
        Assert.Equal(isThere, process.ExitCode == 0);
    }

    [Theory]
    [InlineData("ARG BASE\nFROM $BASE\nRUN $x = Get-Item y; if ($x) { Remove-Item $x }\n")]
    [InlineData("ARG BASE\nFROM $BASE\nRUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; \\\n  Expand-Archive a.zip\n")]
    [InlineData("ARG BASE\nFROM $BASE\nRUN setx PATH $env:PATH\n")]
    [InlineData("ARG BASE\nFROM $BASE\nRUN [Net.ServicePointManager]::SecurityProtocol = 'Tls12'\n")]
    public void A_script_that_is_powershell_by_its_looks_is_not_read_as_sh(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData("ARG BASE\nFROM $BASE\nARG X\nRUN pwsh-preview -Command 'Install-Module Az' && echo $X\n")]
    [InlineData("ARG BASE\nFROM $BASE\nARG X\nRUN docker pull $env:latest && echo $X\n")]
    public void A_script_that_hands_such_text_on_is_read(string text) =>
        Assert.Contains(Findings(text), finding => finding.RuleId is "SC2086");

    private static IEnumerable<Diagnostic> PortabilityFindings(string text) =>
        Findings(text).Where(finding => finding.RuleId.StartsWith("SC3", StringComparison.Ordinal));

    private static IReadOnlyList<Diagnostic> Findings(string text)
    {
        var checker = ShellChecker.Find(Profile.Default.Scripts);
        Assert.SkipWhen(checker is null, "there is no shellcheck on PATH");
        var source = SourceText.From(text);
        return checker!.Check([source]).Find(DockerfileParser.Parse(source))!;
    }
}
