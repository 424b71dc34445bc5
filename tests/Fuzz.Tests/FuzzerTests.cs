using System.Text;
using Dockerlint.Fuzz;
using Xunit;

namespace Dockerlint.Tests.Fuzz;

public sealed class FuzzerTests
{
    [Fact]
    public void A_seed_gives_the_same_inputs_again_and_another_seed_others()
    {
        Assert.Equal(Inputs(7), Inputs(7));
        Assert.NotEqual(Inputs(7), Inputs(8));

        static IEnumerable<string> Inputs(ulong seed) =>
            Enumerable.Range(0, 200).Select(index =>
                $"{new InputMaker(seed, null).KindOf(index)} {Convert.ToHexString(new InputMaker(seed, null).Make(index))}");
    }

    [Fact]
    public void Every_kind_of_input_is_made()
    {
        var maker = new InputMaker(1, null);
        Assert.Equal(Enum.GetValues<FuzzKind>(), Enumerable.Range(0, 1000).Select(index => maker.KindOf(index)).Distinct().Order());
    }

    [Fact]
    public void A_failing_input_is_reduced_to_what_makes_it_fail()
    {
        var input = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 40).Select(i => $"line {i}\n")) + "RUN a; bug; b\n" + new string('x', 200));
        var small = InputReducer.Reduce(input, bytes =>
            Encoding.UTF8.GetString(bytes).Contains("bug", StringComparison.Ordinal), 2000, TimeSpan.FromMinutes(1));
        Assert.Equal("bug", Encoding.UTF8.GetString(small));
    }

    [Fact]
    public void Reducing_ends_after_so_many_tries()
    {
        var tries = 0;
        InputReducer.Reduce(new byte[10_000], _ => tries++ < 0, 50, TimeSpan.FromMinutes(1));
        Assert.InRange(tries, 1, 52);
    }

    [Fact]
    public void An_exception_is_a_failure_that_tells_its_place()
    {
        var failure = FuzzFailure.Of(Assert.Throws<ArgumentNullException>(() => Dockerlint.Text.VisibleText.WellFormed(null!)));
        Assert.Equal("ArgumentNullException in Dockerlint.Text.VisibleText.WellFormed", failure.Kind);
    }

    [Theory]
    [InlineData("--seconds", "x")]
    [InlineData("--kind", "nonsense")]
    [InlineData("--what", "1")]
    [InlineData("--threads", "0")]
    public void A_wrong_command_line_is_told(params string[] arguments)
    {
        Assert.Null(FuzzOptions.Read(arguments, out var problem));
        Assert.Contains(arguments[0], problem, StringComparison.Ordinal);
    }
}
