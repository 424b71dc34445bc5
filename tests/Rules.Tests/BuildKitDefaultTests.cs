using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>BuildKit's checks in the default profile: places, directives, and what is left alone there.</summary>
public sealed class BuildKitDefaultTests
{
    [Theory]
    [InlineData("FROM alpine:3.22\nENV A=1 \\\n    B=$X\n", "UndefinedVar", "$X")]
    [InlineData("FROM node:22\nCOPY <<EOF /etc/nginx.conf\nproxy_set_header Host $host;\nEOF\n", "UndefinedVar", "$host")]
    [InlineData("ARG V=1\nFROM node:22\nCOPY a$V /\n", "UndefinedVar", "$V")]
    [InlineData("FROM node:22\nENV A=$TARGETARCH\n", "UndefinedVar", "$TARGETARCH")]
    [InlineData("FROM alpine:3.22\nCOPY [\"$X\", \"/\"]\n", "UndefinedVar", "$X")]
    [InlineData("FROM alpine:3.22\nRUN --mount=type=cache,target=/c/$X true\n", "UndefinedVar", "$X")]
    [InlineData("# escape=`\nFROM alpine:3.22\nENV A=`$X B=\\$Y\n", "UndefinedVar", "$Y")]
    [InlineData("FROM alpine:3.22\nEXPOSE 1 \\\n  80/TCP\n", "ExposeProtoCasing", "TCP")]
    [InlineData("FROM alpine:3.22\nRUN true\nrun \\\n  false\n", "ConsistentInstructionCasing", "run")]
    [InlineData("FROM alpine:3.22 \\\n  as b\n", "FromAsCasing", "as")]
    [InlineData("FROM alpine:3.22 AS a\nONBUILD ENV A b\nFROM a\n", "LegacyKeyValueFormat", "A b")]
    [InlineData("FROM ${X}lpine:3.22\n", "UndefinedArgInFrom", "${X}")]
    public void A_finding_stands_at_its_word(string text, string rule, string word)
    {
        var found = Assert.Single(Lint(text), finding => finding.RuleId == rule);
        Assert.Equal(word, text.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [InlineData("FROM node:22\nENV PATH=$NPM_HOME/bin:$PATH\n")] // the base may set it
    [InlineData("FROM alpine:3.22\nENV A=${B:-c} D=${E:+f}\n")]
    [InlineData("FROM alpine:3.22 AS a\nARG X=1\nFROM a\nENV Y=$X\n")] // ARGs go on to later stages
    [InlineData("FROM alpine:3.22\nRUN echo $x\nCMD [\"$y\"]\n")]
    [InlineData("FROM alpine:3.22\nCOPY <<'EOF' /x\n$host\nEOF\n")]
    public void Variables_that_may_be_set_are_left_alone(string text) =>
        Assert.DoesNotContain(Lint(text), finding => finding.RuleId == "UndefinedVar");

    [Fact]
    public void An_argument_without_default_may_be_mandatory()
    {
        Assert.Equal(Severity.Info,
            Assert.Single(Lint("ARG IMAGE\nFROM $IMAGE\n"), finding => finding.RuleId == "InvalidDefaultArgInFrom").Severity);
        Assert.Equal(Severity.Warning,
            Assert.Single(Lint("ARG IMAGE=A:b:c\nFROM $IMAGE\n"), finding => finding.RuleId == "InvalidDefaultArgInFrom").Severity);
    }

    [Theory]
    [InlineData("# check=skip=FromAsCasing\nFROM alpine:3.22 as a\n", 0)]
    [InlineData("# check=skip=all\nFROM alpine:3.22 as a\n", 0)]
    [InlineData("FROM alpine:3.22 as a\n# check=skip=all\n", 1)] // no directive there
    [InlineData("FROM alpine:3.22 AS x\n# check=skip=FromAsCasing // kept\nFROM alpine:3.22 as a\nFROM alpine:3.22 as b\n", 1)]
    [InlineData(" # check=skip=all\nFROM alpine:3.22 as a\n", 1)] // not at the start of the line: a comment that cannot be read
    public void Check_directives_and_comments_switch_checks_off(string text, int count) =>
        Assert.Equal(count, Lint(text).Count(finding => finding.RuleId == "FromAsCasing"));

    [Fact]
    public void Skip_all_speaks_of_buildkits_checks_only()
    {
        var found = Lint("# check=skip=all\nFROM alpine\nMAINTAINER x\n").Select(finding => finding.RuleId);
        Assert.Equal(["DL3006"], found);
    }

    [Fact]
    public void Error_true_makes_findings_errors()
    {
        var found = Lint("# check=error=true\nFROM alpine:3.22 as a\n");
        Assert.Equal(Severity.Error, Assert.Single(found, finding => finding.RuleId == "FromAsCasing").Severity);
    }

    [Fact]
    public void The_buildkit_profile_heeds_comments_as_newer_builders_do_and_names_whole_instructions()
    {
        const string Text = "FROM alpine:3.22 AS x\n# check=skip=FromAsCasing // kept\nFROM alpine:3.22 as a\nENV A=1 \\\n  B=$c\n";
        var found = Assert.Single(BuildKit.Lint(SourceText.From(Text)));
        Assert.Equal("ENV A=1 \\\n  B=$c", Text.Substring(found.Span.Start, found.Span.Length));
        Assert.Single(BuildKit.Lint(SourceText.From("FROM alpine:3.22\n# check=skip=ConsistentInstructionCasing\nrun true\n")));
    }

    private static IReadOnlyList<Diagnostic> Lint(string text) => new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text));
}
