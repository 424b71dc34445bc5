using Xunit;

namespace Dockerlint.Tests;

public sealed class PlatformOfStageTests
{
    [Theory]
    [InlineData("FROM a:1 AS b\nFROM [|--platform=linux/arm64|] b\nFROM [|--platform=$TARGETPLATFORM|] b AS c\n"
        + "FROM [|--platform=$X|] c\n")]
    [InlineData("FROM --platform=linux/arm64 a:1 AS b\nFROM b\nFROM --platform=$BUILDPLATFORM a:2\n"
        + "FROM --platform=linux/amd64 later\nFROM a:1 AS later\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6031", marked);
}
