using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK2: secrets, privileges and trust.</summary>
internal static class SecurityRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() => [];
}
