using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What was found false when the findings over real files were read: each kind with a sibling that is still right.</summary>
public sealed class SecondReadingTests
{
    private const string Tdnf = "tdnf install -y x\n";

    [Theory]
    [InlineData("DL3040", "FROM azurelinux:3\nRUN --mount=type=cache,target=/var/cache/tdnf " + Tdnf, "")]
    [InlineData("DL3040", "FROM azurelinux:3\nRUN --mount=type=cache,target=/var/cache/dnf " + Tdnf, "2")]
    [InlineData("DL3040", "FROM azurelinux:3\nRUN tdnf install -y x && rm -rf /var/cache/tdnf\n", "")]
    [InlineData("DL3040", "FROM fedora:42\nRUN --mount=type=cache,target=/var/cache/tdnf dnf install -y x\n", "2")]
    [InlineData("DK4003", "FROM a\nRUN curl -o f.py u && rm f.py\nRUN curl -o f.py u && rm f.py\n", "")]
    [InlineData("DK4003", "FROM a\nWORKDIR /w\nRUN curl -o f.py u\nRUN rm f.py\nRUN curl -o f.py u\nRUN rm f.py\n", "4 6")]
    [InlineData("DL4005", "FROM scratch\nCOPY x /\nRUN [\"/busybox/ln\", \"-s\", \"/busybox/sh\", \"/bin/sh\"]\n", "")]
    [InlineData("DL4005", "FROM debian\nRUN rm /bin/sh && ln -s /bin/dash /bin/sh\n", "")]
    [InlineData("DL4005", "FROM debian\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n", "2")]
    [InlineData("DL3020", "FROM a\nADD context/tars/fil* /tars/\n", "")]
    [InlineData("DL3020", "FROM a\nADD conf/*.txt /conf/\n", "2")]
    [InlineData("DL3020", "FROM a\nADD conf/* /conf/\n", "2")]
    [InlineData("DL3042", "FROM python:3.14\nCOPY w /w\nRUN pip3 install --no-deps -U /w/*.whl\n", "")]
    [InlineData("DL3042", "FROM python:3.14\nCOPY w /w\nRUN pip3 install -U /w/*.whl\n", "3")]
    [InlineData("DK1001", "FROM golang:1.26\nCOPY . .\nRUN go build webserver.go\n", "")]
    [InlineData("DK1001", "FROM golang:1.26\nWORKDIR /x\nCOPY . .\nRUN go build ./cmd/x\n", "4")]
    [InlineData("DK6016", "FROM a\nVOLUME /d\nRUN echo x > /d/y\n", "3")]
    [InlineData("DK6016", "# syntax=docker/dockerfile:1\nFROM a\nVOLUME /d\nRUN echo x > /d/y\n", "")]
    [InlineData("DK6016", "FROM a\nVOLUME /d\nRUN --mount=type=cache,target=/c echo x > /d/y\n", "")]
    [InlineData("DL4006", "FROM debian\nRUN php -m | grep -q xlswriter\nRUN php -m | grep -Fqx y\nRUN php -m | grep --quiet z\n", "")]
    [InlineData("DL4006", "FROM debian\nRUN curl https://a.example/x | sh\n", "2")]
    [InlineData("DL4006", "FROM debian\nRUN curl https://a.example/x | grep x > y\n", "2")]
    [InlineData("DL3010", "FROM a AS b\nCOPY x.tar.gz /t/\nRUN tar xzf /t/x.tar.gz\nFROM c\nCOPY --from=b /y /y\n", "")]
    [InlineData("DL3010", "FROM a\nCOPY x.tar.gz /t/\nRUN tar xzf /t/x.tar.gz\n", "2")]
    [InlineData("DK5007", "FROM a\nARG V=latest\nRUN git clone --branch $V https://a.example/x\n", "")]
    [InlineData("DK5007", "FROM a\nRUN git clone --branch main https://a.example/x\n", "2")]
    public void What_was_read_and_was_false_is_not_told(string id, string file, string lines)
    {
        var source = SourceText.From(file);
        var linter = new Linter([RuleCatalog.All.Single(rule => rule.Info.Id == id)], new LintConfig { MinConfidence = Confidence.Hint });
        Assert.Equal(lines, string.Join(' ', linter.Lint(source).Where(finding => finding.RuleId == id)
            .Select(finding => source.Lines.GetLine(finding.Span.Start))));
    }

    [Theory]
    [InlineData("ENV A b # thanks\n", "ENV A b # thanks\n")]
    [InlineData("ENV A b c\n", "ENV A=\"b c\"\n")]
    public void A_form_is_not_mended_while_the_value_is_not_what_was_meant(string before, string after)
    {
        var linter = new Linter([RuleCatalog.All.Single(rule => rule.Info.Id == "LegacyKeyValueFormat")]);
        Assert.Equal("FROM a\n" + after, new FixLoop(linter, new FixSelection(Applicability.Safe))
            .Run(new LintInput(SourceText.From("FROM a\n" + before))).Source.Text);
    }
}
