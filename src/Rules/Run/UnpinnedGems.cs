using Dockerlint.Linting;
using Dockerlint.Semantics;

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
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("gem"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var arguments = Tools.Gem.Read(use);
        if (arguments.Does("install", "i") && !arguments.Has("v", "version", "g", "file"))
        {
            // Behind -- stand flags for the compiler.
            PackagePins.Report(context, use, arguments.Rest.TakeWhile(gem => gem.Value is not ['-', ..]), IsPinned, "gem:version");
        }
    }

    private static bool IsPinned(string gem) => gem.Contains(':', StringComparison.Ordinal) || gem.EndsWith(".gem", StringComparison.Ordinal);
}
