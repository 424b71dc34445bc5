using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3015.</summary>
public sealed class AptGetWithRecommends : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3015", "apt-get-with-recommends", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["DS-0029"],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt-get install also installs recommended packages.",
            "Recommended packages are seldom needed in an image and make it larger.",
            [new("FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y -o APT::Install-Recommends=0 curl\n",
                "FROM debian:12\nRUN apt-get install --no-install-recommends -y curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Command(["apt-get"], static (use, context) =>
    {
        var words = use.Arguments;
        if (!CommandArguments.HasAction(words, "install") || words.Any(SaysNo))
        {
            return;
        }

        var install = use.Command.Words.First(word => word.LiteralValue == "install");
        Fix[] fixes = use.Text.IsExact(install.Span)
            && EditSet.TryCreate([new TextEdit(new TextSpan(use.Text.ToSource(install.Span).End, 0), " --no-install-recommends")], out var edits)
            ? [new Fix("add --no-install-recommends", edits, Applicability.Unsafe)]
            : [];
        context.Report(use.NameSpan, "apt-get install without --no-install-recommends also installs recommended packages", fixes);
    });

    private static bool SaysNo(string? word) => word is "--no-install-recommends"
        || word?.Replace("-o", "", StringComparison.Ordinal) is "APT::Install-Recommends=false" or "APT::Install-Recommends=0" or "APT::Install-Recommends=no";
}
