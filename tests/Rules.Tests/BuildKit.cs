using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;

namespace Dockerlint.Tests;

/// <summary>Lints as BuildKit does.</summary>
internal static class BuildKit
{
    private static readonly Linter s_linter = new(RuleCatalog.For(Profile.BuildKit), new LintConfig { Profile = Profile.BuildKit });

    internal static IReadOnlyList<Diagnostic> Lint(SourceText source) => s_linter.Lint(source);

    internal static IReadOnlyList<Diagnostic> Lint(LintInput input) => s_linter.Lint(input).Diagnostics;
}
