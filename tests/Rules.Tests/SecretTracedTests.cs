using Xunit;

namespace Dockerlint.Tests;

public sealed class SecretTracedTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t set -x; curl -H [|\"X: $(cat /run/secrets/t)\"|] https://e.com\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t set -eux; [|T=$(cat /run/secrets/t)|]; curl -H \"$T\" e.com\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t,env=T set -o xtrace && curl -H [|\"$T\"|] e.com\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t,env=T bash -xc 'curl -H [|$T|] e.com'\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t,target=/t <<EOF\nset -x\nlogin [|\"$(cat /t)\"|]\nEOF\n")]
    [InlineData("FROM a:1\nSHELL [\"/bin/bash\", \"-o\", \"xtrace\", \"-c\"]\nRUN --mount=type=secret,id=t,env=T login [|$T|]\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t,env=T set -x; make; set +x; login $T\n"
        + "RUN --mount=type=secret,id=t,env=T login $T; set -x\n")]
    [InlineData("FROM a:1\nRUN --mount=type=secret,id=t set -x; login --file /run/secrets/t\nRUN set -x; login $T\n"
        + "RUN --mount=type=cache,target=/c set -x; a $(cat /c)\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK2021", marked);
}
