using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Where fixes are not safe although they look it. Each of these made another image, or none, on a real engine.</summary>
public sealed class SafeFixTests
{
    [Theory]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y x && echo 'apt-get install $1' > /bin/need\nRUN need y\n")]
    [InlineData("DL3014", "FROM a\nRUN apt-get install x || touch /declined\n")]
    [InlineData("DL3014", "FROM a\nRUN echo n | apt-get install x && true\n")]
    [InlineData("DL3014", "FROM a\nRUN if apt-get install x; then a; else b; fi\n")]
    [InlineData("DL3014", "FROM a\nRUN ! apt-get install x\n")]
    [InlineData("DL3014", "FROM a\nRUN apt-get install x < answers\n")]
    [InlineData("DL3014", "FROM a\nRUN { apt-get update; apt-get install x; } < answers\n")]
    [InlineData("DL3014", "FROM a\nRUN while ! apt-get install x; do sleep 1; done\n")]
    [InlineData("DL3014", "FROM a\nRUN apt-get update; apt-get install x; rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("DL3014", "FROM a\nRUN if a; then apt-get install x; fi; b\n")]
    [InlineData("DL3014", "FROM a\nRUN <<EOF\napt-get install x\ny\nEOF\n")]
    [InlineData("DL3030", "FROM a\nRUN yum install x-1 || true; yum clean all\n")]
    [InlineData("DL3034", "FROM a\nRUN zypper install x=1 || zypper install y=1\n", 0)]
    [InlineData("DL3038", "FROM a\nRUN (dnf install x-1 && a) || b\n")]
    [InlineData("DL3019", "FROM alpine:3\nRUN apk add -U x\nCOPY install.sh /\nRUN sh /install.sh\n")]
    [InlineData("DL3019", "FROM alpine:3\nRUN apk add --update x\nRUN ./configure\n")]
    [InlineData("DL3021", "FROM a:1\nCOPY a b /x\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN apt install -y x\n")]
    [InlineData("DL3027", "FROM a\nRUN echo 'Binary::apt::APT::Get::Assume-Yes \"1\";' > /etc/apt/apt.conf.d/x && apt install x\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN apt update > /log\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN apt update | tee /log\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN { apt update; apt install -y x; } >> /log\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN exec > /log; apt update\n")]
    [InlineData("DL3042", "FROM python:3\nRUN pip install x && cp -r /root/.cache/pip /kept\n")]
    [InlineData("DL3042", "FROM python:3\nRUN pip install x && mv ~/.cache /kept\n")]
    [InlineData("DL3047", "ARG BASE=debian:12\nFROM $BASE\nRUN apt-get update && apt-get install -y wget && wget http://x/y\n")]
    [InlineData("DL3047", "ARG TAG=3\nFROM alpine:${TAG}\nRUN wget http://x/y\n")]
    [InlineData("DL3059", "FROM a\nRUN touch /${A:=x}\nRUN touch /${A:-y}\n")]
    [InlineData("DL3059", "FROM a\nRUN touch $((A+=1))\nRUN touch $((A+=1))\n")]
    [InlineData("DL3059", "FROM a\nRUN command cd /x\nRUN touch y\n")]
    [InlineData("DL3059", "FROM a\nRUN printf -v A x\nRUN touch y\n")]
    [InlineData("DL3059", "FROM a\nRUN a\nRUN touch $SECONDS\n")]
    [InlineData("DL3059", "FROM a\nRUN touch x\nRUN touch \"y$_\"\n")]
    [InlineData("DL3059", "FROM a\nRUN ln -sf bash /bin/sh\nRUN a\n")]
    [InlineData("DL3059", "FROM a\nRUN cp x /dev/shm/x\nRUN cp -r /dev/shm /y\n")]
    [InlineData("DL3059", "FROM a\nRUN tee -a /etc/hosts\nRUN cp /etc/hosts /seen\n")]
    [InlineData("DL3059", "FROM a\nRUN --mount=type=tmpfs,target=/w touch /w/a\nRUN --mount=type=tmpfs,target=/w cp -r /w /x\n")]
    [InlineData("DL3059", "FROM a\nRUN --mount=target=/w,rw touch /w/a\nRUN --mount=target=/w,rw cp -r /w /x\n")]
    [InlineData("DL3059", "FROM a\nRUN pip install --upgrade pip\nRUN pip install x\n")]
    [InlineData("DL3059", "FROM a\nRUN tool\nRUN cp /x/tool /usr/local/bin/tool\nRUN tool\n")]
    public void No_safe_fix_is_offered(string id, string text, int finding = 0) =>
        Assert.DoesNotContain(Lint(id, text)[finding].Fixes, fix => fix.Applicability == Applicability.Safe);

    [Theory]
    [InlineData("DL3009", "FROM debian:12\nRUN apt-get update && apt-get install -y x\nRUN touch /y\n")]
    [InlineData("DL3014", "FROM a\nRUN apt-get update && apt-get install x && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("DL3014", "FROM a\nRUN a || apt-get install x\n")]
    [InlineData("DL3014", "FROM a\nRUN set -eux; apt-get update; apt-get install x; b\n")]
    [InlineData("DL3014", "FROM a\nRUN set -o errexit; apt-get install x; b\n")]
    [InlineData("DL3014", "FROM a\nSHELL [\"/bin/bash\", \"-euo\", \"pipefail\", \"-c\"]\nRUN apt-get install x; b\n")]
    [InlineData("DL3014", "FROM a\nRUN a; apt-get install x\n")]
    [InlineData("DL3014", "FROM a\nRUN if a; then apt-get install x; fi\n")]
    [InlineData("DL3030", "FROM a\nRUN yum install x-1 > /log\n")]
    [InlineData("DL3019", "FROM alpine:3\nRUN apk add x\nRUN ./configure\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN apt install -y x > /dev/null\n")]
    [InlineData("DL3027", "FROM debian:12\nRUN apt install -y x && echo y > /z\n")]
    [InlineData("DL3027", "FROM a\nRUN rm /x/docker-clean\nRUN --mount=type=cache,target=/var/cache/apt apt install -y x\n")]
    [InlineData("DL3042", "FROM python:3\nRUN pip install x\n")]
    [InlineData("DL3047", "FROM alpine:3\nRUN wget http://x/y\n")]
    [InlineData("DL3059", "FROM a\nRUN mkdir ${A:-x}\nRUN touch \"$A/y\"\n")]
    [InlineData("DL3059", "FROM a\nRUN --mount=type=cache,target=/w pip install x\nRUN --mount=type=cache,target=/w pip install y\n")]
    [InlineData("DL3059", "FROM a\nRUN npm ci\nRUN npm run build\n")]
    public void A_safe_fix_is_still_offered(string id, string text) =>
        Assert.Contains(Lint(id, text)[0].Fixes, fix => fix.Applicability == Applicability.Safe);

    private static IReadOnlyList<Diagnostic> Lint(string id, string text) =>
        [.. new Linter(RuleCatalog.All.Where(rule => rule.Info.Id == id)).Lint(SourceText.From(text))
            .Where(finding => finding.RuleId == id)];
}
