using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>The checks of BuildKit under their own names.</summary>
internal static class BuildKitRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new MixedKeywordCasing(),
        new IgnoredSourceCopied(),
        new RepeatedStageName(),
        new ExposedHostPort(),
        new UppercaseProtocol(),
        new MismatchedAsCasing(),
        new ConstantPlatform(),
        new WrongBasePlatform(),
        new InvalidDefaultBase(),
        new MisplacedDescription(),
        new CommandWithoutJson(),
        new LegacyKeyValue(),
        new DeprecatedMaintainer(),
        new OverriddenInstruction(),
        new EmptyContinuationLine(),
        new RedundantPlatform(),
        new BuiltInStageName(),
        new SecretInVariable(),
        new MixedCaseStageName(),
        new UndeclaredArgumentInFrom(),
        new UndefinedVariable(),
        new RelativeFirstWorkdir(),
    ];
}
