using Xunit;

namespace Dockerlint.Tests;

public sealed class BrokenTriggerTests
{
    [Theory]
    [InlineData("FROM a:1\nONBUILD [|COPPY|] . /app\nONBUILD COPY . /app\nONBUILD [|RUNN|] make\n")]
    [InlineData("FROM a:1\nONBUILD RUN x\nONBUILD ENV A=1\nONBUILD MAINTAINER a\nONBUILD ONBUILD RUN a\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6035", marked);
}
