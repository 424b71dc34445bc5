using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on what a stage is and does as a whole.</summary>
public sealed class StageRuleTests
{
    [Theory]
    [InlineData("DL1001", "FROM a:1\n«# hadolint ignore=DL3006»\nRUN x\nENV A=1 \\\n  «# dockerlint ignore=DL3044 -- why»\n  B=$A\n")]
    [InlineData("DL3000", "FROM a:1\nWORKDIR «app»\nFROM b:1\nWORKDIR /srv\nWORKDIR app\n")]
    [InlineData("DL3000", "FROM a:1\nARG D=app\nWORKDIR «$D/x»\n")]
    [InlineData("DL3002", "FROM a:1 AS base\nUSER «0:0»\nFROM base\nRUN x\n")]
    [InlineData("DL3002", "FROM a:1\nARG U=root\nUSER app\nUSER «$U»\n")]
    [InlineData("DL3011", "FROM a:1\nEXPOSE 80 «70000» «0» «9000-8000/udp» 443/tcp\n")]
    [InlineData("DL3011", "FROM a:1\nENV P=65536\nEXPOSE «${P}/tcp»\n")]
    [InlineData("DL3012", "FROM a:1\n«HEALTHCHECK» NONE\n«HEALTHCHECK» --interval=5s CMD [\"a\"]\nHEALTHCHECK CMD a || exit 1\n")]
    [InlineData("DL3025", "FROM a:1\n«CMD» nginx -g daemon\n")]
    [InlineData("DL3025", "FROM a:1\n«ENTRYPOINT» ['a', 'b']\n")]
    [InlineData("DL3057", "FROM a:1 AS b\nEXPOSE 1\n«FROM» b\nCMD [\"x\"]\n")]
    [InlineData("DL3066", "FROM a:1\nUSER «app:app»\n")]
    [InlineData("DL4003", "FROM a:1\n«CMD» [\"a\"]\nRUN x\nCMD b\nFROM b:1\nCMD [\"c\"]\n")]
    [InlineData("DL4004", "FROM a:1\n«ENTRYPOINT» [\"a\"]\nENTRYPOINT [\"b\"]\n")]
    public void The_place_is_reported(string id, string marked) => Assert.NotEmpty(MarkedSource.Check(id, marked));

    [Theory]
    [InlineData("DL1001", "# hadolint global ignore=DL3006\nFROM a:1\n# ignore=DL3006\nRUN x\n")]
    [InlineData("DL3000", "FROM a:1\nWORKDIR $APP\nWORKDIR C:\\x\nWORKDIR \"/x y\"\n")]
    [InlineData("DL3000", "FROM a:1 AS b\nWORKDIR /srv\nFROM b\nWORKDIR app\n")]
    [InlineData("DL3002", "FROM a AS s\nUSER root\nFROM b\nUSER op\nCOPY --from=s /x /x\n")]
    [InlineData("DL3002", "FROM a:1\nUSER $U\nFROM b:1\nUSER rooty\n")]
    [InlineData("DL3002", "FROM a:1\nUSER root\nBROKEN\n")]
    [InlineData("DL3011", "FROM a:1\nEXPOSE 1-65535 $PORT 80/sctp 127.0.0.1:8000:80\n")]
    [InlineData("DL3012", "FROM a:1\nHEALTHCHECK CMD [\"a\"]\nFROM b:1\nHEALTHCHECK CMD [\"a\"]\nONBUILD HEALTHCHECK NONE\n")]
    [InlineData("DL3025", "FROM a:1\nHEALTHCHECK CMD curl -f http://localhost || exit 1\n")]
    [InlineData("DL3025", "FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nFROM a:1 AS x\nCMD exec java $JAVA_OPTS -jar /app.jar\n")]
    [InlineData("DL3025", "FROM a:1 AS b\nSHELL [\"/bin/bash\", \"-c\"]\nFROM b\nCMD a && b\n")]
    [InlineData("DL3057", "FROM a:1 AS b\nEXPOSE 1\nHEALTHCHECK NONE\nFROM b\nFROM c:1\nCMD [\"x\"]\n")]
    [InlineData("DL3066", "FROM a:1 AS b\nUSER app\nFROM c:1\nCOPY --from=b /x /x\nUSER 1000:1000\nFROM d:1\nUSER $U\nFROM e:1\nUSER "
        + "root\n")]
    [InlineData("DL4003", "FROM a:1\nCMD [\"a\"]\nONBUILD CMD [\"b\"]\n")]
    [InlineData("DL4004", "FROM a:1 AS b\nENTRYPOINT [\"a\"]\nFROM b\nENTRYPOINT [\"b\"]\n")]
    public void Nothing_is_reported(string id, string text) => Assert.Empty(MarkedSource.Lint(id, text));

    [Theory]
    [InlineData("FROM a:1\nCMD a && b\n", Severity.Info)]
    [InlineData("FROM a:1\nCMD a $B\n", Severity.Info)]
    [InlineData("FROM a:1\nCMD exec a && b\n", Severity.Info)]
    [InlineData("FROM a:1\nCMD a b\n", Severity.Warning)]
    [InlineData("FROM a:1\nCMD [\"a\", b]\n", Severity.Warning)]
    public void A_command_that_needs_a_shell_weighs_less(string text, Severity severity) =>
        Assert.Equal(severity, Assert.Single(MarkedSource.Lint("DL3025", text)).Severity);

    [Theory]
    [InlineData("DL4003", "FROM a:1\nRUN x\nCMD [\"a\", \\\n  \"b\"]\nCMD [\"c\"]\n", "FROM a:1\nRUN x\nCMD [\"c\"]\n", Applicability.Safe)]
    [InlineData("DL4003", "FROM a:1\n# the old way\nCMD a\nCMD b", "FROM a:1\n# the old way\nCMD b", Applicability.Unsafe)]
    [InlineData("DL3012", "FROM a:1\r\nHEALTHCHECK NONE\r\n\r\nHEALTHCHECK CMD a\r\n", "FROM a:1\r\n\r\nHEALTHCHECK CMD a\r\n",
        Applicability.Safe)]
    public void What_has_no_effect_can_be_removed(string id, string text, string expected, Applicability applicability)
    {
        var fix = Assert.Single(Assert.Single(MarkedSource.Lint(id, text)).Fixes);
        Assert.Equal(expected, fix.Edits.Apply(text));
        Assert.Equal(applicability, fix.Applicability);
    }

    // No fix takes a comment away.
    [Fact]
    public void One_that_holds_a_comment_is_left_to_people() =>
        Assert.Empty(
            Assert.Single(MarkedSource.Lint("DL4004", "FROM a:1\nENTRYPOINT [\"a\", \\\n  # why\n  \"b\"]\nENTRYPOINT [\"c\"]\n")).Fixes);

    [Fact]
    public void The_one_that_counts_is_shown_beside_the_ones_that_do_not()
    {
        var text = "FROM a:1\nCMD a\nCMD b\nCMD c\n";
        Assert.All(MarkedSource.Lint("DL4003", text), found =>
            Assert.Equal(text.LastIndexOf("CMD", StringComparison.Ordinal), Assert.Single(found.RelatedSpans).Span.Start));
    }

    [Fact]
    public void The_number_of_a_user_is_found_where_it_is_made()
    {
        var text = "FROM a:1\nRUN groupadd -g 5 app && useradd --uid=1001 -g app app\nUSER app:app\n";
        var found = Assert.Single(MarkedSource.Lint("DL3066", text));
        Assert.Contains("1001", found.Message, StringComparison.Ordinal);
        Assert.Equal(text.Replace("USER app:app", "USER 1001:app", StringComparison.Ordinal), Assert.Single(found.Fixes).Edits.Apply(text));
    }

    [Fact]
    public void The_stages_to_look_at_can_be_named()
    {
        const string text = "FROM a:1 AS one\nUSER root\nFROM b:1 AS two\nCOPY --from=one /x /x\nUSER app\n";
        Assert.Empty(MarkedSource.Lint("DL3002", text));
        Assert.Single(MarkedSource.Lint("DL3002", text, new LintSettings { OutputStages = ["One", "two"] }));
        Assert.Single(MarkedSource.Lint("DL3002", text, new LintSettings { OutputStages = ["0"] }));
        Assert.Empty(MarkedSource.Lint("DL3002", text, new LintSettings { OutputStages = ["elsewhere"] }));

        const string Root = "FROM debian:12 AS one\nCMD [\"/a\"]\nFROM debian:12 AS two\nUSER app\nCMD [\"/b\"]\n";
        Assert.Single(MarkedSource.Lint("DK2001", Root));
        Assert.Empty(MarkedSource.Lint("DK2001", Root, new LintSettings { OutputStages = ["two"] }));
    }

    [Theory]
    [InlineData("DL3006", "FROM deps\n")]
    [InlineData("DL3022", "FROM a:1\nCOPY --from=deps /x /x\nFROM b:1 AS deps\n")]
    [InlineData("DL3023", "FROM a:1 AS deps\nCOPY --from=deps /x /x\n")]
    [InlineData("DL3026", "FROM deps\nCOPY --from=deps /x /x\n")]
    [InlineData("DL3045", "FROM deps\nCOPY a b\n")]
    public void A_build_context_of_that_name_comes_first(string id, string text)
    {
        var settings = new LintSettings { TrustedRegistries = ["ghcr.io"] };
        Assert.NotEmpty(MarkedSource.Lint(id, text, settings));
        Assert.Empty(MarkedSource.Lint(id, text, settings with { NamedContexts = ["deps"] }));
    }
}
