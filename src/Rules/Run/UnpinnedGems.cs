using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3028.</summary>
public sealed class UnpinnedGems : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3028", "unpinned-gems", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("gem install without versions.",
            "Without a version a rebuild installs whatever the index has on that day.",
            [new("FROM ruby:3.4\nRUN gem install bundler\n", "FROM ruby:3.4\nRUN gem install bundler -v 2.7.1 && gem install rake:13.3.0\n"),
             new("FROM ruby:3.4\nRUN gem install -N rails\n", "FROM ruby:3.4\nRUN gem install ./pkg/x.gem\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Invocation(RubyTools.Gem, ["install"], static (use, context) =>
    {
        if (!use.Invocation.Has(OptionRole.Version) && !use.Invocation.Has("--file"))
        {
            PackagePins.Report(context, use, PackageKind.Ruby, IsPinned, "gem:version");
        }
    });

    // Behind two dashes stand flags for the compiler.
    private static bool IsPinned(PackageRequest gem) => gem.Origin != PackageOrigin.Registry || gem.Version is not null
        || gem.Name is ['-', ..];
}
