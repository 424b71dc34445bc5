using Xunit;

namespace Dockerlint.Tests;

public sealed class ArgumentDefaultLostTests
{
    [Theory]
    [InlineData("FROM a:1\nARG V=1\nFROM a:1\nARG [|V|]\nRUN echo $V\n")]
    [InlineData("FROM a:1\nARG V=1\nFROM a:1\nARG [|V|]\nENV A=$V\nFROM a:1\nARG [|V|]\nCOPY x/$V /x\nFROM a:1\nARG [|V|]\n"
        + "WORKDIR /x/${V}\n")]
    [InlineData("FROM a:1\nARG [|V|]\nLABEL a=$V\nFROM a:1\nARG V=1\n")]
    [InlineData("ARG V\nFROM a:1\nARG V=1\nFROM a:1\nARG V\nRUN echo $V\n")]
    [InlineData("FROM a:1 AS x\nARG V=1\nFROM x\nARG V\nRUN echo $V\n")]
    [InlineData("FROM a:1\nARG V=1\nFROM a:1\nARG V\nRUN echo ${V:-2}\nFROM a:1\nARG V\nRUN echo hi\nFROM a:1\nARG V=2\nRUN echo $V\n")]
    [InlineData("FROM a:1\nARG V=1 TARGETARCH=x\nFROM a:1\nARG V TARGETARCH\nRUN V=2; echo $V $TARGETARCH\nFROM a:1\nENV V=3\n"
        + "ARG V\nRUN echo $V\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6032", marked);
}
