using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on COPY, ADD, and what they take files from.</summary>
public sealed class CopyRuleTests
{
    [Theory]
    [InlineData("DL3010", "FROM a:1\nCOPY «x.tar.gz» /tmp/\nRUN cd /tmp && tar xzf x.tar.gz\n")]
    [InlineData("DL3010", "FROM a:1\nCOPY [\"a\", «\"b.tar\"», \"/t/\"]\nRUN <<EOF\nset -e\ntar --extract --file=/t/b.tar\nEOF\n")]
    [InlineData("DL3010", "FROM a:1 AS one\nCOPY «x.tgz» /src.tgz\nRUN tar -C /srv -xzf /src.tgz\nFROM b:1\n")]
    [InlineData("DL3020", "FROM a:1\n«ADD» app.py /srv/\n")]
    [InlineData("DL3020", "FROM a:1\nONBUILD «add» . /srv/\n")]
    [InlineData("DL3020", "FROM a:1\nARG F=app.py\n«ADD» --chown=1 $F /srv/\n")]
    [InlineData("DL3021", "FROM a:1\nCOPY a b «/dir»\nADD a b «dir»\n")]
    [InlineData("DL3021", "FROM a:1\nARG D=/srv\nCOPY a b «$D»\n")]
    [InlineData("DL3021", "FROM a:1\nCOPY <<A <<B «/etc/x»\na\nA\nb\nB\n")]
    [InlineData("DL3022", "FROM a:1\nRUN --mount=type=bind,from=«Build»,target=/m ls /m\nFROM b:1 AS build\n")]
    [InlineData("DL3023", "FROM a:1 AS build\nCOPY --from=«BUILD» /a /b\nCOPY --from=«0» /a /b\n")]
    [InlineData("DL3045", "FROM debian:12\nCOPY a «b»\nCOPY c d\n")]
    [InlineData("DL3045", "FROM debian:12 AS a\nCOPY a «./»\nFROM a\nCOPY --from=a /x «.»\n")]
    [InlineData("DL3045", "FROM debian:12\nCOPY [\"a b\", «\"c d\"»]\n")]
    [InlineData("DL3045", "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:1809\nCOPY a.ps1 «a.ps1»\nCOPY b.ps1 C:\\b\n")]
    [InlineData("DL3045", "FROM debian:12\nCOPY <<EOF «app.conf»\nx\nEOF\n")]
    [InlineData("DL3067", "FROM debian:12 AS b\nFROM alpine:3.22\nCOPY --from=«b» / /\n")]
    [InlineData("DL3067", "FROM me/base:1 AS b\nRUN make\nFROM alpine:3.22\nCOPY --link --from=«0» [\"/\", \"/\"]\n")]
    public void The_place_is_reported(string id, string marked) => Assert.NotEmpty(MarkedSource.Check(id, marked));

    [Theory]
    [InlineData("DL3010", "FROM a:1\nCOPY x.tar /t/\nFROM b:1\nRUN tar xf /t/x.tar\n")]
    [InlineData("DL3010", "FROM a:1\nCOPY x.tar /t/\nRUN tar cf /t/x.tar /srv\n")]
    [InlineData("DL3010", "FROM a:1\nCOPY x.zip x.gz /t/\nRUN unzip /t/x.zip && gunzip /t/x.gz\n")]
    [InlineData("DL3010", "FROM a:1 AS b\nFROM b\nCOPY --from=b /x.tar /t/\nRUN tar xf /t/x.tar\n")]
    [InlineData("DL3010", "FROM a:1\nRUN tar xf /t/x.tar\nCOPY x.tar /t/\n")]
    [InlineData("DL3020", "FROM a:1\nADD https://example.com/x /srv/\nADD $URL /srv/\nADD git@github.com:a/b.git /srv\n")]
    [InlineData("DL3020", "FROM a:1\nADD rootfs.tar.* /\nADD <<EOF /x\na\nEOF\nADD --checksum=sha256:a x /y\nADD --unpack x /y\n")]
    [InlineData("DL3021", "FROM a:1\nCOPY a b .\nCOPY a b ..\nCOPY a b ./\nCOPY a b $DIR\nCOPY a b\nCOPY a b c/.\n")]
    [InlineData("DL3021", "# escape=`\nFROM a:1\nCOPY a b C:\\x\\\n")]
    [InlineData("DL3022", "FROM a:1\nCOPY --from=hello-world /hello /\nCOPY --from=named-ctx f .\n")]
    [InlineData("DL3022", "ARG S=builder\nFROM a:1 AS Builder\nFROM b:1\nCOPY --from=$S /a /b\nCOPY --from=BUILDER /a /b\nCOPY --from=0 "
        + "/a /b\nCOPY --from=$U /a /b\n")]
    [InlineData("DL3023", "FROM a:1 AS build\nFROM b:1 AS build\nCOPY --from=build /a /b\n")]
    [InlineData("DL3023", "FROM a:1\nCOPY a b\nRUN --mount=type=cache,target=/c ls\n")]
    [InlineData("DL3045", "FROM debian:12 AS a\nWORKDIR /srv\nFROM a\nCOPY a b\n")]
    [InlineData("DL3045", "FROM golang:1.25\nCOPY . .\nFROM mirror.gcr.io/library/php:8.4-apache\nCOPY . .\nFROM "
        + "public.ecr.aws/lambda/python:3.13\nCOPY . .\n")]
    [InlineData("DL3045", "ARG B\nFROM $B\nCOPY . .\nFROM scratch\nCOPY . .\nFROM debian:12\nCOPY a $D\nCOPY a /b\n")]
    [InlineData("DL3045", "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:1809\nCOPY a.ps1 C:\\a\nCOPY a.ps1 \\a\n")]
    [InlineData("DL3067", "FROM debian:12 AS b\nFROM scratch\nCOPY --from=b / /\n")]
    [InlineData("DL3067", "FROM scratch AS files\nCOPY etc /etc\nFROM debian:12\nCOPY --from=files / /\nCOPY --from=rootfs / /\n")]
    [InlineData("DL3067", "FROM debian:12 AS b\nFROM debian:12\nCOPY --from=b /usr /\nCOPY / /\n")]
    public void Nothing_is_reported(string id, string text) => Assert.Empty(MarkedSource.Lint(id, text));

    [Theory]
    [InlineData("DL3020", "FROM a:1\nADD a.py /srv/\n", "FROM a:1\nCOPY a.py /srv/\n", Applicability.Safe)]
    [InlineData("DL3020", "FROM a:1\nADD src /srv\n", "FROM a:1\nCOPY src /srv\n", Applicability.Unsafe)]
    [InlineData("DL3021", "FROM a:1\nCOPY a b \"/x\"\n", "FROM a:1\nCOPY a b \"/x/\"\n", Applicability.Unsafe)]
    [InlineData("DL3045", "FROM alpine:3\r\ncopy a b\r\n", "FROM alpine:3\r\ncopy a /b\r\n", Applicability.Unsafe)]
    public void The_fix_says_how_far_it_can_be_trusted(string id, string text, string expected, Applicability applicability)
    {
        var fix = Assert.Single(Assert.Single(MarkedSource.Lint(id, text)).Fixes);
        Assert.Equal(expected, fix.Edits.Apply(text));
        Assert.Equal(applicability, fix.Applicability);
    }

    [Fact]
    public void A_source_that_only_add_takes_keeps_the_instruction() =>
        Assert.Empty(Assert.Single(MarkedSource.Lint("DL3020", "FROM a:1\nADD https://example.com/x a.py /srv/\n")).Fixes);

    [Fact]
    public void What_add_cannot_do_is_advised_against() =>
        Assert.Contains("bind-mount", Assert.Single(MarkedSource.Lint("DL3010", "FROM a:1\nCOPY x.tar /\nRUN tar xf /x.tar "
            + "--strip-components=1\n")).Message, StringComparison.Ordinal);
}
