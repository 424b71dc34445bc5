namespace Dockerlint.Fuzz;

/// <summary>What a check found wrong with an input.</summary>
/// <param name="Kind">Which check it was; two failures of one kind are taken for one fault.</param>
/// <param name="Message">What it saw.</param>
public sealed record FuzzFailure(string Kind, string Message)
{
    /// <summary>The failure that an exception is; its kind tells where it was thrown.</summary>
    public static FuzzFailure Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var frames = (exception.StackTrace ?? "").Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("at Dockerlint.", StringComparison.Ordinal)).ToList();
        var first = frames.Count == 0 ? "" : frames[0][3..].Split('(')[0];
        return new FuzzFailure($"{exception.GetType().Name} in {first}", exception.ToString());
    }
}
