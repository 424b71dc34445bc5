using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on labels and the schema that is configured for them.</summary>
public sealed class LabelRuleTests
{
    [Theory]
    [InlineData("FROM a:1\nLABEL «Maintainer»=x ok=y «a..b»=z «1a»=x «a-»=x «a%b»=x\n")]
    [InlineData("FROM a:1\nLABEL \\\n  «com.docker.x»=1 «io.docker.y»=2 \\\n  «org.dockerproject.z»=3\n")]
    [InlineData("FROM a:1\nARG K=Foo\nLABEL «$K»=1\n")]
    [InlineData("FROM a:1\nLABEL com.docker.desktop.extension.icon=x com.docker.extension.detailed-description=y\nLABEL $K=1 a/b_c.d-e=2 "
        + "\"a b\"=1\n", true)]
    public void A_key_has_to_follow_the_guidelines(string marked, bool hasBlank = false) =>
        MarkedSource.Check("DL3048", hasBlank ? marked.Replace("\"a b\"", "«\"a b\"»", StringComparison.Ordinal) : marked);

    [Theory]
    [InlineData("«FROM» a:1\nLABEL x=1\n")]
    [InlineData("FROM a:1 AS base\nLABEL owner=ann\nFROM base\nRUN x\n«FROM» b:1\n")]
    [InlineData("FROM a:1 AS build\nFROM b:1\nLABEL owner=ann\nCOPY --from=build /x /x\n")]
    [InlineData("FROM a:1\nARG K=owner\nLABEL $K=ann\nFROM b:1\nLABEL $UNKNOWN=1\nFROM c:1\nBROKEN\n")]
    public void A_label_may_be_required(string marked) => MarkedSource.Check("DL3049", marked, Schema(LabelForm.Text));

    [Fact]
    public void Without_a_schema_no_label_is_missing_empty_or_unlisted() =>
        Assert.All(["DL3049", "DL3050", "DL3051", "DL3052"], id => Assert.Empty(MarkedSource.Lint(id, "FROM a:1\nLABEL a=\"\" b=c\n")));

    [Fact]
    public void A_strict_schema_lists_all_labels() =>
        MarkedSource.Check("DL3050", "FROM a:1\nLABEL owner=1 «other»=2 $X=3\n", Schema(LabelForm.Text) with { HasStrictLabels = true });

    [Theory]
    [InlineData("FROM a:1\nLABEL owner=«\"\"»\nLABEL «owner»=\nLABEL other=\"\"\n")]
    [InlineData("FROM a:1\nARG A\nLABEL owner=$A\nLABEL owner=$B\nLABEL owner=x\n")]
    public void A_label_of_the_schema_has_a_value(string marked) => MarkedSource.Check("DL3051", marked, Schema(LabelForm.Text));

    [Theory]
    [InlineData(LabelForm.Url, "https://example.com/a?b=c#d", true)]
    [InlineData(LabelForm.Url, "mailto:ann@example.com", true)]
    [InlineData(LabelForm.Url, "https://[::1]:8080/x", true)]
    [InlineData(LabelForm.Url, "example.com/x", false)]
    [InlineData(LabelForm.Url, "https://example.com/a b", false)]
    [InlineData(LabelForm.Url, "https://example.com/%zz", false)]
    [InlineData(LabelForm.Url, "https://[x]/", false)]
    [InlineData(LabelForm.Rfc3339, "2026-01-31T12:00:00Z", true)]
    [InlineData(LabelForm.Rfc3339, "2026-01-31T12:00:00.123+01:00", true)]
    [InlineData(LabelForm.Rfc3339, "2024-02-29t23:59:60z", true)]
    [InlineData(LabelForm.Rfc3339, "2025-02-29T12:00:00Z", false)]
    [InlineData(LabelForm.Rfc3339, "2026-01-31", false)]
    [InlineData(LabelForm.Rfc3339, "2026-01-31T12:00:00", false)]
    [InlineData(LabelForm.Rfc3339, "2026-01-31T12:00:00.Z", false)]
    [InlineData(LabelForm.Rfc3339, "0000-13-31T12:00:00Z", false)]
    [InlineData(LabelForm.Spdx, "MIT", true)]
    [InlineData(LabelForm.Spdx, "MIT OR Apache-2.0", true)]
    [InlineData(LabelForm.Spdx, "(GPL-2.0-or-later WITH Classpath-exception-2.0) AND bsd-3-clause", true)]
    [InlineData(LabelForm.Spdx, "LicenseRef-own AND GPL-2.0+", true)]
    [InlineData(LabelForm.Spdx, "Apache2", false)]
    [InlineData(LabelForm.Spdx, "MIT OR", false)]
    [InlineData(LabelForm.Spdx, "MIT Apache-2.0", false)]
    [InlineData(LabelForm.Spdx, "(MIT", false)]
    [InlineData(LabelForm.Spdx, "MIT WITH nothing", false)]
    [InlineData(LabelForm.Hash, "4f2a9c1", true)]
    [InlineData(LabelForm.Hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true)]
    [InlineData(LabelForm.Hash, "main", false)]
    [InlineData(LabelForm.Hash, "4f2a9c1x", false)]
    [InlineData(LabelForm.SemVer, "1.0.0-rc.1+build.5", true)]
    [InlineData(LabelForm.SemVer, "v1.0.0", false)]
    [InlineData(LabelForm.SemVer, "1.0", false)]
    [InlineData(LabelForm.SemVer, "1.02.0", false)]
    [InlineData(LabelForm.SemVer, "1.0.0-01", false)]
    [InlineData(LabelForm.SemVer, "1.0.0-", false)]
    [InlineData(LabelForm.Email, "ann@example.com", true)]
    [InlineData(LabelForm.Email, "Ann <ann@example.com>", true)]
    [InlineData(LabelForm.Email, "ann", false)]
    [InlineData(LabelForm.Email, "ann@", false)]
    [InlineData(LabelForm.Email, "a..b@example.com", false)]
    [InlineData(LabelForm.Email, "$UNKNOWN", true)]
    [InlineData(LabelForm.Email, "", true)]
    public void A_value_has_the_form_that_the_schema_asks_for(LabelForm form, string value, bool isValid)
    {
        var id = form switch
        {
            LabelForm.Url => "DL3052",
            LabelForm.Rfc3339 => "DL3053",
            LabelForm.Spdx => "DL3054",
            LabelForm.Hash => "DL3055",
            LabelForm.SemVer => "DL3056",
            _ => "DL3058",
        };
        var text = isValid ? $"FROM a:1\nLABEL owner=\"{value}\" other=x\n" : $"FROM a:1\nLABEL owner=«\"{value}\"» other=x\n";
        MarkedSource.Check(id, text, Schema(form));
    }

    private static LintSettings Schema(LabelForm form) =>
        LintSettings.Default with { LabelSchema = LintSettings.Default.LabelSchema.Add("owner", form) };
}
