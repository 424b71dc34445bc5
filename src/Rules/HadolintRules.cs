using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>The rules under hadolint's codes, with the verdicts of the default profile.</summary>
internal static class HadolintRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new InlineIgnore(),
        new RelativeWorkdir(),
        new PointlessCommand(),
        new RootUser(),
        new CdAtStart(),
        new SudoCommand(),
        new UntaggedBaseImage(),
        new LatestBaseImage(),
        new UnpinnedAptPackages(),
        new AptListsKept(),
        new ArchiveCopiedAndUnpacked(),
        new PortOutOfRange(),
        new RepeatedHealthcheck(),
        new AptGetWithoutYes(),
        new AptGetWithRecommends(),
        new AddOfLocalFiles(),
        new CopyToFile(),
        new UnknownCopySource(),
        new CopyFromSelf(),
        new DuplicateStageName(),
        new ShellFormCommand(),
        new UntrustedRegistry(),
        new AptCommand(),
        new FixedPlatform(),
        new PipCacheKept(),
        new ForbiddenTrigger(),
        new EnvSelfReference(),
        new CopyWithoutWorkdir(),
        new InvalidLabelKey(),
        new MissingLabel(),
        new UnlistedLabel(),
        new EmptyLabel(),
        new LabelNotUrl(),
        new LabelNotTime(),
        new LabelNotLicense(),
        new LabelNotHash(),
        new LabelNotSemVer(),
        new MissingHealthcheck(),
        new LabelNotEmail(),
        new ConsecutiveRuns(),
        new InstructionBeforeFrom(),
        new ReservedStageName(),
        new SecretInArgOrEnv(),
        new NeedlessPlatform(),
        new NamedUser(),
        new CopyOfWholeFilesystem(),
        new MaintainerInstructionUsed(),
        new RepeatedCmd(),
        new RepeatedEntrypoint(),
        new PipeWithoutPipefail(),
    ];
}
