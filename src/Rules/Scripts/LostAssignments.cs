using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Variables that a subshell sets and something outside of it reads.</summary>
internal static class LostAssignments
{
    /// <summary>Every such read, and what has set the variable.</summary>
    internal static IEnumerable<(VariableUse Set, VariableUse Read)> All(CheckedScript script)
    {
        var lost = new Dictionary<string, (VariableUse Set, ShellNode Scope)>(StringComparer.Ordinal);
        foreach (var use in script.Names.Uses)
        {
            switch (use.Kind)
            {
                case VariableUseKind.Set:
                    if (ScopeOf(script, use.Node) is { } scope)
                    {
                        lost[use.Name] = (use, scope);
                    }
                    else
                    {
                        lost.Remove(use.Name);
                    }

                    break;
                case VariableUseKind.Read or VariableUseKind.GuardedRead:
                    if (lost.TryGetValue(use.Name, out var set) && !IsWithin(script, use.Node, set.Scope) && use.Node is ParameterExpansion)
                    {
                        yield return (set.Set, use);
                    }

                    break;
            }
        }
    }

    private static ShellNode? ScopeOf(CheckedScript script, ShellNode node)
    {
        for (ShellNode? inner = node, above = script.Parent(node); above is not null; inner = above, above = script.Parent(above))
        {
            if (above is Subshell or CommandSubstitution or ProcessSubstitution)
            {
                return above;
            }

            if (above is Pipeline { Commands.Length: > 1 })
            {
                return inner;
            }
        }

        return null;
    }

    private static bool IsWithin(CheckedScript script, ShellNode node, ShellNode scope)
    {
        for (ShellNode? above = node; above is not null; above = script.Parent(above))
        {
            if (ReferenceEquals(above, scope))
            {
                return true;
            }
        }

        return false;
    }
}
