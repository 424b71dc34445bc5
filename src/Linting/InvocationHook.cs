using Dockerlint.Commands;
using Dockerlint.Semantics;

namespace Dockerlint.Linting;

/// <summary>What a rule does with commands.</summary>
/// <param name="Tool">The tool they are of; null for any.</param>
/// <param name="Verbs">What they are told to do, one of these; empty for anything.</param>
/// <param name="Effect">What they do; null for anything.</param>
/// <param name="Check">The rule's method.</param>
internal sealed record InvocationHook(
    ToolSpec? Tool, IReadOnlyCollection<string> Verbs, EffectKind? Effect, Action<InvocationUse, RuleContext> Check)
{
    /// <summary>Whether it is about a command of its tool.</summary>
    internal bool IsAbout(Invocation command) =>
        (Verbs.Count == 0 || (command.VerbName is { } verb && Verbs.Contains(verb))) && (Effect is not { } effect || command.Does(effect));
}
