using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>Rules that replace the one of the same id where hadolint's verdict is asked for and differs from ours.</summary>
internal static class HadolintVariants
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new HadolintInlineIgnore(),
        new HadolintRelativeWorkdir(),
        new HadolintRootUser(),
        new HadolintUntaggedBaseImage(),
        new HadolintLatestBaseImage(),
        new HadolintArchiveCopied(),
        new HadolintPortOutOfRange(),
        new HadolintRepeatedHealthcheck(),
        new HadolintAddOfLocalFiles(),
        new HadolintCopyToFile(),
        new HadolintUnknownCopySource(),
        new HadolintCopyFromSelf(),
        new HadolintDuplicateStageName(),
        new HadolintShellFormCommand(),
        new HadolintUntrustedRegistry(),
        new HadolintFixedPlatform(),
        new HadolintEnvSelfReference(),
        new HadolintCopyWithoutWorkdir(),
        new HadolintLabelKey(),
        new HadolintMissingLabel(),
        new HadolintUnlistedLabel(),
        new HadolintEmptyLabel(),
        new HadolintLabelNotUrl(),
        new HadolintLabelNotTime(),
        new HadolintLabelNotLicense(),
        new HadolintLabelNotHash(),
        new HadolintLabelNotSemVer(),
        new HadolintMissingHealthcheck(),
        new HadolintLabelNotEmail(),
        new HadolintReservedStageName(),
        new HadolintSecretInArgOrEnv(),
        new HadolintNeedlessPlatform(),
        new HadolintNamedUser(),
        new HadolintCopyOfWholeFilesystem(),
        new HadolintRepeatedCmd(),
        new HadolintRepeatedEntrypoint(),
    ];
}
