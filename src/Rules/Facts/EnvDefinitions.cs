using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Which other pair of the same ENV sets a variable that a value uses: all values of an ENV are computed before any is set.
/// </summary>
internal sealed class EnvDefinitions : IFact<EnvDefinitions>
{
    private readonly Dictionary<EnvInstruction, Dictionary<string, (KeyValueSyntax First, KeyValueSyntax? Second)>> _byInstruction = [];

    private EnvDefinitions()
    {
    }

    /// <inheritdoc/>
    public static EnvDefinitions Compute(FileFacts file) => new();

    /// <summary>The first other pair of the ENV that sets the variable; null when there is none.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="own">The pair whose value uses it.</param>
    /// <param name="env">The instruction of both.</param>
    internal KeyValueSyntax? Beside(VariableReferenceSyntax variable, KeyValueSyntax own, EnvInstruction env) =>
        variable.Name == "PATH" || env.Pairs.Count < 2 || !Of(env).TryGetValue(variable.Name, out var pairs) ? null
            : pairs.First != own ? pairs.First : pairs.Second;

    /// <summary>Whether another pair of the same ENV sets the variable.</summary>
    internal bool IsSetBeside(VariableReferenceSyntax variable, InstructionSyntax instruction) =>
        instruction is EnvInstruction { Pairs.Count: > 1 } env && PairAt(env, variable.Span.Start) is { } own
        && Beside(variable, own, env) is not null;

    private static KeyValueSyntax? PairAt(EnvInstruction env, int offset)
    {
        var (low, high) = (0, env.Pairs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = env.Pairs[middle].Span.Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return env.Pairs[low].Span.Contains(offset) ? env.Pairs[low] : null;
    }

    private Dictionary<string, (KeyValueSyntax First, KeyValueSyntax? Second)> Of(EnvInstruction env)
    {
        if (_byInstruction.TryGetValue(env, out var known))
        {
            return known;
        }

        var names = new Dictionary<string, (KeyValueSyntax First, KeyValueSyntax? Second)>(StringComparer.Ordinal);
        foreach (var pair in env.Pairs)
        {
            if (pair.Key.LiteralValue is { } name && !names.TryAdd(name, (pair, null)) && names[name] is { Second: null } once)
            {
                names[name] = once with { Second = pair };
            }
        }

        return _byInstruction[env] = names;
    }
}
