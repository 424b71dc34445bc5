using Dockerlint.Linting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

public class DiagnosticSorterTests
{
    [Fact]
    public void Order_is_offset_then_id_then_message_whatever_the_input_order()
    {
        Diagnostic[] sorted =
        [
            new("DL9", Severity.Style, "z", new TextSpan(1, 1)),
            new("DL1", Severity.Error, "a", new TextSpan(7, 1)),
            new("DL1", Severity.Error, "b", new TextSpan(7, 1)),
            new("DL2", Severity.Error, "a", new TextSpan(7, 1)),
        ];
        Assert.Equal(sorted, DiagnosticSorter.Sort(sorted.Reverse()));
        Assert.Equal(sorted, DiagnosticSorter.Sort([sorted[2], sorted[0], sorted[3], sorted[1]]));
    }

    [Fact]
    public void Doubles_are_left_out()
    {
        var one = new Diagnostic("DL1", Severity.Error, "a", new TextSpan(7, 1));
        Assert.Single(DiagnosticSorter.Sort([one, one with { }]));
    }
}
