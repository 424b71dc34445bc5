using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Whether somebody looks at the status of a command.</summary>
internal static class Conditions
{
    /// <summary>Whether a command stands in front of an operator, or in a condition.</summary>
    internal static bool IsChecked(CheckedScript script, ShellNode command)
    {
        var node = command;
        for (var above = script.Parent(node); above is not null; node = above, above = script.Parent(above))
        {
            switch (above)
            {
                case AndOrList list when !ReferenceEquals(list.Pipelines[^1], node):
                    return true;
                case IfBranch branch when branch.Condition.Any(item => ReferenceEquals(item, node)):
                    return true;
                case WhileCommand loop when loop.Condition.Any(item => ReferenceEquals(item, node)):
                    return true;
                case FunctionDefinition or ShellScript or SimpleCommand:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a list is in a condition.</summary>
    internal static bool IsCondition(CheckedScript script, AndOrList list)
    {
        ShellNode node = list;
        for (var above = script.Parent(node); above is not null; node = above, above = script.Parent(above))
        {
            switch (above)
            {
                case IfBranch branch when branch.Condition.Any(item => ReferenceEquals(item, node)):
                    return true;
                case WhileCommand loop when loop.Condition.Any(item => ReferenceEquals(item, node)):
                    return true;
                case AndOrList:
                case FunctionDefinition or ShellScript:
                    return false;
            }
        }

        return false;
    }
}
