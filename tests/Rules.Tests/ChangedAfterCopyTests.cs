using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// The rule on owners and modes that are changed in another layer, where modes are written in symbols and files in the file.
/// </summary>
public sealed class ChangedAfterCopyTests
{
    [Theory]
    [InlineData("u+x", "744")]
    [InlineData("ug+x", "754")]
    [InlineData("+x", "755")]
    [InlineData("a+rx", "755")]
    [InlineData("u=rwx,go=rx", "755")]
    [InlineData("go-r", "600")]
    public void What_symbols_come_to_for_a_file_is_told(string symbols, string octal)
    {
        var found = Assert.Single(MarkedCase.Check("DK4004", $"FROM a:1\nCOPY run.sh /\nRUN [|chmod|] {symbols} /run.sh\n"));
        Assert.EndsWith($"--chmod={octal}", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a:1\nCOPY <<EOF /run.sh\nmake\nEOF\nRUN [|chmod|] +x /run.sh\n")]
    [InlineData("FROM a:1\nCOPY <<run.sh /usr/bin/\nmake\nrun.sh\nRUN [|chmod|] 700 /usr/bin/run.sh\n")]
    [InlineData("FROM a:1\nCOPY <<-\"run.sh\" /usr/bin/\nmake\nrun.sh\nRUN [|chown|] app /usr/bin/run.sh\n")]
    [InlineData("FROM a:1\nCOPY <<EOF /run.sh\nmake\nEOF\nRUN chmod +x /other.sh\n")]
    [InlineData("FROM a:1\nCOPY run.sh /\nRUN chmod +w /run.sh && chmod u+s /run.sh && chmod u+r /run.sh\n")]
    public void A_file_that_stands_in_the_Dockerfile_is_one_as_well(string marked) => MarkedCase.Check("DK4004", marked);
}
