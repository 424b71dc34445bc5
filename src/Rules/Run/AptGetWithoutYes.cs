using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3014.</summary>
public sealed class AptGetWithoutYes : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3014", "apt-get-without-yes", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Aliases = ["DS-0021"],
        Fix = FixAvailability.Sometimes,
        Doc = new("apt-get install asks a question that nobody answers.",
            "A build has no terminal: without -y the installation stops as soon as it needs more than what was named.",
            [new("FROM debian:12\nRUN apt-get install curl\n", "FROM debian:12\nRUN apt-get -qq install curl\n", "FROM debian:12\nRUN apt-get install -y curl\n"),
             new("FROM debian:12\nRUN apt-get -q install curl\n", "FROM debian:12\nRUN apt-get install --assume-yes curl\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Command(["apt-get"], static (use, context) =>
    {
        var words = use.Arguments;
        var quiet = words.Sum(word => word == "--quiet" ? 1 : CommandArguments.HasShort(word, 'q') ? word!.Count(c => c == 'q') : 0);
        if (!CommandArguments.HasAction(words, "install") || quiet >= 2 || words.Any(IsYes))
        {
            return;
        }

        var install = use.Command.Words.First(word => word.LiteralValue == "install");
        Fix[] fixes = use.Text.IsExact(install.Span)
            && EditSet.TryCreate([new TextEdit(new TextSpan(use.Text.ToSource(install.Span).End, 0), " -y")], out var edits)
            ? [new Fix("add -y", edits, Applicability.Safe)]
            : [];
        context.Report(use.NameSpan, "apt-get install without -y waits for an answer", fixes);
    });

    // A word that depends on a variable may be the option: no finding then.
    private static bool IsYes(string? word) =>
        word is null or "--yes" or "--assume-yes" or "-q=2" or "--qq" || CommandArguments.HasShort(word, 'y');
}
