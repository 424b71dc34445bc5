using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Tells which steps take long enough that running them again matters.</summary>
internal static class ExpensiveStep
{
    /// <summary>The command that makes a step expensive, or null: installing packages or dependencies, or compiling.</summary>
    internal static InvocationUse? Find(IEnumerable<InvocationUse> commands) => commands.FirstOrDefault(use =>
        !use.IsTrigger && use.Invocation.Cost is CostClass.SystemPackages or CostClass.Dependencies or CostClass.Compile);
}
