using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>Questions of a package manager that nobody answers in a build.</summary>
internal static class Questions
{
    /// <summary>Whether a command asks before it does something, and no option or pipe is known to answer.</summary>
    internal static bool AreAsked(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        return !command.IsOpen && !command.Has(OptionRole.Yes) && !command.Has(OptionRole.DryRun) && !command.Has("-h", "--help")
            && command.IsToldTo(EffectKind.Asks) && command.Effects.Any(effect => effect.Kind == EffectKind.Asks)
            && !context.IsFedBy(use, TextTools.Yes);
    }

    /// <summary>Reports that a command waits, with the fix that adds the option behind what it is told to do.</summary>
    internal static void Report(InvocationUse use, RuleContext context, string option) => context.Report(
        use.Invocation.NameSpan, $"{Told(use.Invocation)} without {option} asks, and nobody answers in a build",
        ScriptEdits.AddOption(use, option, context.Get<ForgivenFailures>().ApplicabilityOfAnswer(use)));

    /// <summary>The command with what it is told to do, as they are written.</summary>
    internal static string Told(Invocation command) =>
        $"{command.Name} {(command.VerbName?.Contains(' ', StringComparison.Ordinal) == true ? command.VerbName : command.VerbWord?.Text)}";
}
