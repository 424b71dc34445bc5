using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK3: what is sent to the builder.</summary>
internal static class ContextRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new MissingDockerIgnore(),
        new ClutterCopied(),
        new SecretInCopiedFolder(),
        new MissingCopySource(),
        new IgnorePatternUndone(),
        new IgnorePatternWithoutMatch(),
        new LargeContextCopied(),
    ];
}
