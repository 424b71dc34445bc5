using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3016 with hadolint's verdict.</summary>
internal sealed class HadolintUnpinnedNpmPackages()
    : HadolintRunRule(new UnpinnedNpmPackages().Info, "this RUN installs npm packages without versions: write package@version")
{
    private protected override bool IsOffence(HadolintRun run, RuleContext context) =>
        run.Named("npm").Any(command => command.HasAny("install")
            && command.Operands("loglevel", "registry") is ["install", ..] and var words && !words.Skip(1).All(IsPinned));

    private static bool IsPinned(string package) => package switch
    {
        ['/', ..] or ['.', '/', ..] or ['.', '.', '/', ..] or ['~', '/', ..] => true,
        _ when s_git.Any(scheme => package.StartsWith(scheme, StringComparison.Ordinal)) => package.Contains('#', StringComparison.Ordinal),
        _ when s_archives.Any(ending => package.EndsWith(ending, StringComparison.Ordinal)) => true,
        ['@', .. var scoped] => scoped.Contains('@', StringComparison.Ordinal),
        _ => package.Contains('@', StringComparison.Ordinal),
    };

    private static readonly string[] s_git = ["git://", "git+ssh://", "git+http://", "git+https://", "git+file://"];
    private static readonly string[] s_archives = [".tar", ".tar.gz", ".tgz"];
}
