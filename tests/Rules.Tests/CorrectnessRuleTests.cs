using Xunit;

namespace Dockerlint.Tests;

public sealed class CorrectnessRuleTests
{
    [Theory]
    [InlineData("DK6001", "# [|sytnax|] = docker/dockerfile:1\nFROM a:1\n# sintax=docker/dockerfile:1\n")]
    [InlineData("DK6001", "# [|chekc|]=skip=all\n# version=1.0\n# shell=bash\n# state=done\nFROM a:1\n")]
    [InlineData("DK6001", "#syntax=docker/dockerfile:1\n# escape=\\\nFROM a:1\n")]
    [InlineData("DK6002", "FROM a:1\n[|# syntax=docker/dockerfile:1|]\n[|# escape=`|]\nRUN x \\\n  # escape=`\n  y\n[|# check=skip=all|]\n"
        + "# syntax = of a language\n")]
    [InlineData("DK6002", "# syntax=docker/dockerfile:1\n# escape=`\nFROM a:1\nRUN <<EOF\n# syntax=docker/dockerfile:1\nEOF\n")]
    [InlineData("DK6003", "FROM [|later|] AS x\nFROM x\nFROM a:1 AS Later\nFROM later\nFROM y AS y\nCOPY --from=x /b /b\n")]
    [InlineData("DK6004", "FROM scratch AS base\nCOPY app /opt/app\nFROM base\n[|ENTRYPOINT|] /opt/app\n[|HEALTHCHECK|] CMD /opt/app "
        + "check\nRUN [\"/opt/app\"]\nCMD x\n")]
    [InlineData("DK6004", "FROM scratch\nCOPY --from=x /bin /bin\nCMD x\nFROM scratch\nADD a.tar /x\nCMD x\nFROM scratch\nCOPY $A "
        + "/x/\nSHELL [\"/x/sh\"]\nCMD x\nFROM a:1\nCMD x\n")]
    [InlineData("DK6005", "FROM debian:12 AS build\nRUN useradd b\nFROM debian:12\nRUN groupadd g && [|useradd|] -m -u 1000 app\nCOPY "
        + "--from=build /a /a\nCMD [\"/a\"]\n")]
    [InlineData("DK6005", "FROM debian:12\nRUN useradd -r a && useradd -s /usr/sbin/nologin b && adduser --system c\nCMD [\"/a\"]\nFROM "
        + "debian:12\nRUN useradd a\nENTRYPOINT [\"/entrypoint.sh\"]\nFROM debian:12\nRUN useradd a\n")]
    [InlineData("DK6006", "FROM a:1\nCMD [|[\"a\" \"b\"]|]\nENTRYPOINT [|[“a”]|]\nRUN [|['a', 'b']|]\nONBUILD VOLUME "
        + "[|['/a']|]\nHEALTHCHECK CMD [|[a, b]|]\n")]
    [InlineData("DK6006", "FROM a:1\nRUN [ \"$A\" = 1 ] && x\nRUN [[ a == b ]]\nCMD [ -f /x ]\nRUN [\"a\", \"b\"]\nCOPY [a-z]* /x/\nCMD "
        + "[]\n")]
    [InlineData("DK6007", "FROM a:1 AS b\nENTRYPOINT [\"w\"]\nCMD [\"x\"]\nFROM b AS c\n[|ENTRYPOINT|] [\"y\"]\nFROM c\nENTRYPOINT "
        + "[\"z\"]\n")]
    [InlineData("DK6008", "FROM a:1\nCMD [\"a\"]\n[|CMD|] [\"b\"]\nENTRYPOINT run ${X}\nFROM a:1\nENTRYPOINT run \"$@\"\nCMD "
        + "[\"b\"]\nFROM a:1\nENTRYPOINT run\nCMD []\n")]
    [InlineData("DK6009", "ARG V=1\nFROM a:1 AS b\nARG X\nRUN [|$V|] [|${TARGETOS}|] $X ${V}\nFROM b\nRUN echo $X $TARGETVARIANT2 "
        + "${HTTP_PROXY}\n")]
    [InlineData("DK6009", "ARG V=1\nFROM a:1\nRUN V=2; echo $V ${TARGETARCH:-amd64} $TARGETARCH '$TARGETOS'\nRUN . ./env && echo $V\nRUN "
        + "for V in 1; do echo $V; done\nONBUILD RUN echo $V\n")]
    [InlineData("DK6009", "ARG V=1\nARG W\nFROM a:1\nRUN --mount=type=secret,id=v,env=V echo $V\nRUN if [ -n \"$W\" ]; then x $W; "
        + "fi\nRUN echo [|$V|]\nRUN echo $V\n")]
    [InlineData("DK6009", "ARG PYTHON_VERSION=3\nFROM python:$PYTHON_VERSION\nRUN echo $PYTHON_VERSION\nRUN [\"sh\", \"-c\", "
        + "\"$PYTHON_VERSION\"]\nRUN <<EOF\necho [|$LATER|]\nEOF\nARG LATER\n")]
    [InlineData("DK6010", "FROM a:1\nARG A\nARG B\nENV B=$B\nENTRYPOINT x [|$A|] $B ${A} $C\nCMD [\"$A\"]\nRUN $A\n")]
    [InlineData("DK6010", "FROM a:1\nARG A\nCMD A=1; x $A\nFROM a:1\nARG A\nCMD x ${A:-b}\nFROM a:1\nCMD x $LATE\nENV LATE=1\n")]
    [InlineData("DK6011", "FROM a:1\nRUN [|<<-EOF|]\n\tmake\n\tmake install\n\tEOF\nRUN <<EOF\nset -ex\na\nb\nEOF\nRUN <<EOF\na && b && "
        + "c\nEOF\nRUN <<EOF\necho hi\nexport A=1\nmake\nEOF\n")]
    [InlineData("DK6011", "FROM a:1\nRUN <<EOF\na || exit 1\nb\nEOF\nRUN <<EOF\n#!/bin/sh -e\na\nb\nEOF\nRUN "
        + "<<EOF\n#!/usr/bin/python3\na\nb\nEOF\nRUN cat <<EOF > /x\na\nb\nEOF\nSHELL [\"/bin/bash\", \"-euo\", \"pipefail\", "
        + "\"-c\"]\nRUN <<EOF\na\nb\nEOF\n")]
    [InlineData("DK6012", "FROM a:1\nARG S=SIGKILL\nSTOPSIGNAL [|$S|]\nONBUILD STOPSIGNAL [|9|]\nFROM a:1\nSTOPSIGNAL SIGTERM\n")]
    [InlineData("DK6013", "FROM a:1\nRUN [|cd \"\"|]\nRUN [|cd|]\nRUN [|cd -|]\n")]
    [InlineData("DK6013", "FROM a:1\nRUN [|cd /a|]\nRUN cd /a && ls\nRUN (cd /a)\nONBUILD RUN [|cd b|]\nRUN pushd a; [|cd b|]\n")]
    [InlineData("DK6014", "FROM a:1\nRUN /bin/bash -c \"[|source ~/.bashrc|]\"\nRUN [\"bash\", \"-c\", \"[|export A=1|]\"]\n"
        + "RUN bash -c \"source ~/.bashrc && conda list\"\n")]
    [InlineData("DK6014", "FROM a:1\nRUN make && [|export A=1|]\nRUN [|A=1|]\nRUN export A=$(make)\nRUN set -x\nRUN a; if b; then export "
        + "C=1; fi\nRUN [|source /etc/profile|]\nRUN . ./setup.sh\nRUN A=1 make\n")]
    [InlineData("DK6015", "FROM a:1\nRUN <<EOF\nx &\nwait\nEOF\nRUN [|a && b|] &\nRUN x & y\nRUN a 2>&1\n")]
    [InlineData("DK6016", "FROM a:1 AS b\nVOLUME /d\nFROM b\nRUN cp a [|/d/x|] && ls /d && mkdir /data\nRUN rm -rf /d/x && cat > "
        + "[|/d/y|]\nONBUILD RUN touch /d/a\n")]
    [InlineData("DK6017", "FROM a:1\nENV A=1 PATH=[|/a:/b|]\nENV PATH=${PATH}:/x\nENV PATH=[|\"/b\"|]\nENV PATH=$UNKNOWN\nFROM "
        + "scratch\nENV PATH=/bin\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nENV PATH=x\n")]
    [InlineData("DK6018", "FROM a:1\nWORKDIR [|~|]\nADD [\"a\", [|\"~/x\"|]]\nVOLUME [|~/v|]\nENV A=[|~/x|] B=a~b C=~user\nONBUILD COPY "
        + "a [|~/|]\n")]
    [InlineData("DK6019", "FROM a:1\nARG [|A|]=1 A=2\nLABEL [|x|]=1\nLABEL \"x\"=2 y=1\nENV Z=1\nENV Z=2\nFROM a:1\nLABEL x=1\n")]
    [InlineData("DK6020", "FROM a:1 AS b\n[|HEALTHCHECK|] CMD x\nFROM a:1\nCOPY --from=b /a /a\nCMD x\n")]
    [InlineData("DK6021", "# escape=`\nFROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-1809\nONBUILD COPY [|--chown=a|] a C:\\\nCOPY "
        + "--from=x a C:\\\n")]
    [InlineData("DK6022", "FROM scratch\nCOPY a /opt/\nUSER [|root|]\nUSER 1000\nUSER [|1:g|]\nFROM scratch\nCOPY a /\nUSER x\nFROM "
        + "a:1\nUSER x\nFROM scratch\nCOPY --from=b /etc/passwd /etc/passwd\nUSER x\n")]
    [InlineData("DK6023", "FROM a:1 AS t\nFROM a:1 AS b\nONBUILD COPY --from=[|T|] /a /a\nONBUILD COPY --from=other /a /a\nFROM a:1 AS "
        + "c\n[|ONBUILD|] RUN x\nFROM a:1\nCOPY --from=c /a /a\n")]
    [InlineData("DK6024", "FROM a:1\nENTRYPOINT [\"a\", [|\"--x=${PORT}\"|], [|\"|\"|], \"$\", \"$x\", \"^a$\"]\nHEALTHCHECK CMD "
        + "[\"curl\", [|\"$URL\"|]]\nRUN [\"/bin/bash\", \"-c\", \"echo $PATH && x\"]\nONBUILD CMD [\"a\", [|\"&&\"|], \"b\"]\nCMD "
        + "[\"nginx\", \"-g\", \"daemon off;\"]\n")]
    [InlineData("DK6025", "FROM a:1\nRUN [[|\"make install\"|]]\nCMD [\"a b\", \"c\"]\nFROM a:1\nENTRYPOINT [\"x\"]\nCMD [\"an "
        + "argument\"]\nFROM a:1\nCMD [\"C:\\\\Program Files\\\\a.exe\"]\nVOLUME [\"/a b\"]\n")]
    [InlineData("DK6026", "FROM a:1\nUSER app [|# not root|]\nCOPY a#1 b /c/\nENV A=1 B=#2\nENV X y [|# z|]\nVOLUME /a [|# "
        + "data|]\nONBUILD WORKDIR /x [|# y|]\nRUN a # b\nLABEL a=\"x # y\"\nENV Q \"x # y\"\n")]
    [InlineData("DK6012", "FROM a:1\nSTOPSIGNAL [|99|]\nONBUILD STOPSIGNAL [|SIGCHLD|]\nFROM a:1\nSTOPSIGNAL 64\nFROM a:1\nSTOPSIGNAL "
        + "SIGWINCH\n")]
    [InlineData("DK6005", "FROM alpine:3.22\nRUN addgroup -S app && [|adduser|] -S -G app app\nCMD [\"/a\"]\n")]
    [InlineData("DK6005", "FROM debian:12\nRUN [|useradd|] -r -s /usr/sbin/nologin appuser\nCMD [\"/a\"]\n")]
    [InlineData("DK6006", "FROM a:1\nSHELL ['/bin/sh', '-c']\n")]
    [InlineData("DK6027", "FROM a:1\nHEALTHCHECK CMD [|true|]\nHEALTHCHECK --interval=3s CMD x \\\n  || [|exit 0|]\nHEALTHCHECK CMD x; "
        + "[|echo ok|]\nHEALTHCHECK CMD [[|\"/bin/true\"|]]\nHEALTHCHECK CMD [[|\"sh\", \"-c\", \"exit 0\"|]]\n")]
    [InlineData("DK6027", "FROM a:1\nHEALTHCHECK CMD [|node -e 'process.exit(0)'|] || exit 1\nHEALTHCHECK CMD [|if x; then exit 0; "
        + "fi|]\nHEALTHCHECK CMD { x || [|:|]; }\nONBUILD HEALTHCHECK CMD [|exit 0|]; x\n")]
    [InlineData("DK6027", "FROM a:1\nHEALTHCHECK CMD x || exit 1\nHEALTHCHECK CMD test -f /down && exit 1; true\nHEALTHCHECK CMD if x; "
        + "then exit 0; else exit 1; fi\nHEALTHCHECK CMD x | true && y\nHEALTHCHECK NONE\nHEALTHCHECK CMD (x || true) && y\nHEALTHCHECK "
        + "CMD $CHECK\nHEALTHCHECK CMD ! true\nHEALTHCHECK CMD echo \"$(x)\" > /dev/y\n")]
    [InlineData("DK6027", "FROM a:1\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nHEALTHCHECK CMD x; true\nHEALTHCHECK CMD x | "
        + "true\nHEALTHCHECK CMD x || [|true|]\nSHELL [\"powershell\"]\nHEALTHCHECK CMD exit 0\n")]
    [InlineData("DK6028", "FROM a:1\nWORKDIR [|/proc|]\nENV D=/dev/x\nWORKDIR [|$D|]\nWORKDIR /devel\nWORKDIR /dev/shm/x\nONBUILD "
        + "WORKDIR [|/boot/a|]\nWORKDIR proc\nWORKDIR $UNKNOWN\n")]
    public void A_correctness_rule_reports_exactly_the_marked_places(string id, string marked) => MarkedCase.Check(id, marked);

    [Theory]
    [InlineData("DK6002", "\n# Copyright\n# syntax=docker/dockerfile:1\nFROM a:1\n",
        "# syntax=docker/dockerfile:1\n\n# Copyright\nFROM a:1\n")]
    [InlineData("DK6006", "FROM a:1\nVOLUME ['/a', '/b']\n", "FROM a:1\nVOLUME [\"/a\", \"/b\"]\n")]
    [InlineData("DK6009", "FROM a:1\n# why\nRUN x \\\n  $TARGETARCH\n", "FROM a:1\n# why\nARG TARGETARCH\nRUN x \\\n  $TARGETARCH\n")]
    [InlineData("DK6011", "FROM a:1\nRUN <<EOF\n#!/bin/bash\na\nb\nEOF\n", "FROM a:1\nRUN <<EOF\n#!/bin/bash\nset -e\na\nb\nEOF\n")]
    [InlineData("DK6021", "FROM x:windowsservercore\nCOPY --link --chmod=755 a b\n", "FROM x:windowsservercore\nCOPY --link a b\n")]
    [InlineData("DK6027", "FROM a:1\nHEALTHCHECK --timeout=3s CMD curl -f http://localhost/ \\\n  || true\n",
        "FROM a:1\nHEALTHCHECK --timeout=3s CMD curl -f http://localhost/ \\\n  || exit 1\n")]
    [InlineData("DK6026", "FROM a:1\nEXPOSE 80\nVOLUME /a \t# data\nRUN x\n", "FROM a:1\nEXPOSE 80\n# data\nVOLUME /a\nRUN x\n")]
    public void A_fix_takes_the_offence_away(string id, string text, string expected) => Assert.Equal(expected, MarkedCase.Fixed(id, text));

    [Fact]
    public void What_explains_a_finding_is_named_with_its_place()
    {
        const string text = "FROM [|b|]\nFROM a:1 AS b\n";
        var related = Assert.Single(Assert.Single(MarkedCase.Check("DK6003", text)).RelatedSpans);
        Assert.Equal("b", text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
            .Substring(related.Span.Start, related.Span.Length));
    }
}
