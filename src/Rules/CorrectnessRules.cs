using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK6: instructions that do not do what they seem to.</summary>
internal static class CorrectnessRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() => [];
}
