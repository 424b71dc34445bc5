using Xunit;

namespace Dockerlint.Tests;

public sealed class PowerShellGoesOnTests
{
    [Theory]
    [InlineData("FROM a:1\nSHELL [|[\"powershell\", \"-Command\"]|]\nRUN a; b\nRUN c; d\n"
        + "SHELL [|[\"C:/pwsh.exe\", \"-Command\", \"$ProgressPreference = 'x';\"]|]\nRUN <<EOF\na\nb\nEOF\n")]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN a\nRUN $ErrorActionPreference = 'Stop'; a; b\nRUN b;\n"
        + "SHELL [\"cmd\", \"/S\", \"/C\"]\nRUN a; b\n")]
    [InlineData("FROM a:1\nSHELL [\"pwsh\", \"-Command\", \"$erroractionpreference='Stop';\"]\nRUN a; b\nRUN [\"a\", \";\"]\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6039", marked);
}
