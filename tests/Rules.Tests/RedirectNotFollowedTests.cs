using Xunit;

namespace Dockerlint.Tests;

public sealed class RedirectNotFollowedTests
{
    [Theory]
    [InlineData("FROM a:1\n"
        + "RUN curl -fsSO [|https://github.com/a/b/releases/download/v1/c|] && curl -s "
        + "[|https://api.github.com/repos/a/b/tarball/v1|] | tar xz\n")]
    [InlineData("FROM a:1\nARG V=1\n"
        + "RUN curl -o k [|https://dl.k8s.io/v$V/kubectl|]; curl [|https://downloads.sourceforge.net/a|] -o a; curl -o g "
        + "[|https://go.dev/dl/go1.25.linux-amd64.tar.gz|]\n")]
    [InlineData("FROM a:1\n"
        + "RUN curl -fsSLO https://github.com/a/b/archive/v1.zip; curl --location-trusted -O "
        + "https://github.com/a/b/archive/v1.zip\n")]
    [InlineData("FROM a:1\n"
        + "RUN curl -fsS https://raw.githubusercontent.com/a/b/main/c -o c; curl -sI "
        + "https://github.com/a/b/releases/latest/; wget https://github.com/a/b/archive/v1.zip\n")]
    [InlineData("FROM a:1\n"
        + "RUN curl $OPTIONS https://github.com/a/b/archive/v1.zip -o z; echo -L >> ~/.curlrc && curl -O "
        + "https://github.com/a/b/archive/v1.zip\n")]
    [InlineData("FROM a:1\nRUN curl -s -o /dev/null -w '%{redirect_url}' https://github.com/a/b/releases/latest/\n"
        + "ADD https://github.com/a/b/archive/v1.zip /\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6033", marked);
}
