using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The arguments of a program, read with its option table.</summary>
/// <param name="Options">The options in order; those of a cluster such as <c>-qy</c> one by one.</param>
/// <param name="Operands">All other arguments, without the values of options.</param>
/// <param name="HasUnknown">Whether some argument is not known and may be any option.</param>
internal sealed record ParsedArguments(IReadOnlyList<ParsedOption> Options, IReadOnlyList<ProgramArgument> Operands, bool HasUnknown)
{
    /// <summary>The first operand: what the program is told to do; null when there is none or it is not known.</summary>
    internal string? Action => Operands is [{ Value: var action }, ..] ? action : null;

    /// <summary>The operands behind the action.</summary>
    internal IEnumerable<ProgramArgument> Rest => Operands.Skip(1);

    /// <summary>Whether any option of the names is there.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var option in Options)
        {
            if (names.Contains(option.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often an option is there.</summary>
    internal int Count(string name) => Options.Count(option => option.Name == name);

    /// <summary>Whether the action is one of the names.</summary>
    internal bool Does(params ReadOnlySpan<string> actions) => Action is { } action && actions.Contains(action);
}
