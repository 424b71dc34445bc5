namespace Dockerlint.Fuzz;

/// <summary>The check of each kind of input; made once and used for all of them, as linters and reporters are expensive to make.</summary>
public sealed class FuzzChecks
{
    private readonly Dictionary<FuzzKind, IFuzzCheck> _checks;

    public FuzzChecks()
    {
        var lint = new LintCheck();
        _checks = new()
        {
            [FuzzKind.Parse] = new ParseCheck(),
            [FuzzKind.Complete] = lint,
            [FuzzKind.Config] = new ConfigCheck(),
            [FuzzKind.Hadolint] = new HadolintConfigCheck(),
            [FuzzKind.Compose] = new ComposeCheck(),
            [FuzzKind.Json] = new JsonCheck(),
            [FuzzKind.Context] = new ContextCheck(),
        };
    }

    /// <summary>What is wrong with an input, exceptions among it; null when nothing is.</summary>
    public FuzzFailure? Check(FuzzKind kind, byte[] input)
    {
        try
        {
            return _checks[kind].Check(input);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return FuzzFailure.Of(exception);
        }
    }
}
