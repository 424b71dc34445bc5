using Xunit;

namespace Dockerlint.Tests;

public sealed class CacheOfAllPlatformsTests
{
    [Theory]
    [InlineData("FROM a:1\nARG TARGETARCH\nRUN [|--mount=type=cache,target=/src/build|] make\n")]
    [InlineData("FROM a:1\nARG TARGETARCH\nRUN --mount=type=cache,id=b-$TARGETARCH,target=/src/build make\n"
        + "RUN --mount=type=cache,target=/build/${TARGETARCH} make\nRUN --mount=type=cache,target=/x ls\n")]
    [InlineData("FROM a:1\nRUN --mount=type=cache,target=/src/build make\nFROM --platform=$BUILDPLATFORM a:1\nARG TARGETARCH\n"
        + "RUN --mount=type=cache,target=/src/build make\n")]
    [InlineData("FROM golang:1\nARG TARGETARCH\nRUN --mount=type=cache,target=/root/.cache go build ./...\n"
        + "RUN --mount=type=cache,target=/b,sharing=private make\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK1011", marked);
}
