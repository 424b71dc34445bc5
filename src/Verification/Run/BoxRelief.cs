namespace Dockerlint.Verification;

/// <summary>One thing that a box may allow more than another.</summary>
/// <param name="Option">The option of the command line that gives it.</param>
/// <param name="Apply">Gives it.</param>
internal sealed record BoxRelief(string Option, Func<ContainerBox, ContainerBox> Apply)
{
    internal static BoxRelief Writable { get; } = new("--writable", static box => box with { IsWritable = true });
}
