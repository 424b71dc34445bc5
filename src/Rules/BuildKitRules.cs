using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>The checks of BuildKit under their own names.</summary>
internal static class BuildKitRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new MismatchedAsCasing(),
        new MixedCaseStageName(),
        new UndefinedVariable(),
    ];
}
