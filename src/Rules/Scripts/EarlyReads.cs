using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Variables that a command line sets for its command and reads itself.</summary>
internal static class EarlyReads
{
    /// <summary>Every such assignment, and the place that reads it.</summary>
    internal static IEnumerable<(Assignment Assignment, ParameterExpansion Expansion)> All(CheckedScript script)
    {
        foreach (var command in script.Commands.Where(command => command.Assignments.Length > 0))
        {
            foreach (var assignment in command.Assignments)
            {
                foreach (var expansion in command.Words.Concat(command.Assignments.Where(other => !ReferenceEquals(other, assignment))
                    .Select(other => other.Value))
                    .SelectMany(script.Walk).OfType<ParameterExpansion>().Where(expansion => expansion.Name == assignment.Name))
                {
                    yield return (assignment, expansion);
                }
            }
        }
    }
}
