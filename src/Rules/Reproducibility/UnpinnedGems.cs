using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnpinnedGems : Rule
{
    public override RuleInfo Info { get; } = new("DL3028", "unpinned-gems", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "gem install without versions.",
            "Without a version a rebuild installs whatever the index has on that day.",
            [
                new(
                    Bad: """
                    FROM ruby:3.4
                    RUN gem install bundler
                    """,
                    Good: """
                    FROM ruby:3.4
                    RUN gem install bundler -v 2.7.1 && gem install rake:13.3.0
                    """),
                new(
                    Bad: """
                    FROM ruby:3.4
                    RUN gem install -N rails
                    """,
                    Good: """
                    FROM ruby:3.4
                    RUN gem install ./pkg/x.gem
                    """),
            ])
        {
            Remedy = """
                Add the version, as in `gem install rake:13.3.0` or `gem install bundler -v 2.7.1`. For the gems of the project, use
                `bundle install` with a `Gemfile.lock`.
                """,
        },
    };

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
