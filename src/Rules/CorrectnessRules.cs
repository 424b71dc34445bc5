using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK6: instructions that do not do what they seem to.</summary>
internal static class CorrectnessRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new MisspeltDirective(),
        new MisplacedDirective(),
        new StageUsedTooEarly(),
        new ShellFormInScratch(),
        new UnusedAccount(),
        new BrokenExecForm(),
        new CmdDroppedByEntrypoint(),
        new CmdIgnoredByEntrypoint(),
        new UndeclaredArgumentInScript(),
        new BuildArgumentAtRunTime(),
        new HeredocWithoutErrexit(),
        new UselessStopSignal(),
        new DirectoryChangeLost(),
        new ShellStateLost(),
        new BackgroundProcess(),
        new WrittenBelowVolume(),
        new PathOverwritten(),
        new TildeKept(),
        new DuplicateKey(),
        new CommandOfUnshippedStage(),
        new OwnerOnWindows(),
        new NamedUserInScratch(),
        new UselessTrigger(),
        new ShellSyntaxInExecForm(),
        new CommandLineInOneString(),
        new InlineComment(),
        new HealthcheckWithoutFailure(),
        new WorkdirInSystemFolder(),
        new InstructionSwallowed(),
        new UnusedSuppression(),
        new UnexplainedSuppression(),
    ];
}
