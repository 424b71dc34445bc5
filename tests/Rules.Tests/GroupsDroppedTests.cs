using Xunit;

namespace Dockerlint.Tests;

public sealed class GroupsDroppedTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN useradd app && usermod -aG docker app\nUSER [|app:app|]\n")]
    [InlineData("FROM a:1\nRUN adduser -D app && addgroup app video\nUSER [|app:app|]\nUSER app:video\nUSER app\nUSER other:other\n")]
    [InlineData("FROM a:1\nRUN useradd -G x,y app\nFROM a:1 AS b\nRUN gpasswd -a app docker\nFROM b\nUSER [|app:1000|]\n")]
    [InlineData("FROM a:1\nRUN useradd -G audio app && [|usermod|] -G video app\nRUN usermod -G video,audio b && usermod -aG c b\n")]
    [InlineData("FROM a:1\nRUN useradd app && usermod -G video app\nUSER app\n")]
    [InlineData("FROM a:1\nRUN addgroup -S app && adduser -S -G app app\nUSER app:app\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6034", marked);
}
