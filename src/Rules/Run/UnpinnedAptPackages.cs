using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3008.</summary>
public sealed class UnpinnedAptPackages : Rule
{
    private static readonly string[] s_withValue =
        ["-t", "--target-release", "--default-release", "-o", "--option", "-c", "--config-file", "-a", "--host-architecture", "--build-profiles", "-P"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3008", "unpinned-apt-packages", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("apt-get install without versions.",
            "Without versions a rebuild installs whatever the archive has on that day. Variables with known values are looked into; others are left alone.",
            [new("FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl=7.88.1-10+deb12u12\n"),
             new("FROM debian:12\nENV P=\"curl git\"\nRUN apt-get install -y $P\n", "FROM debian:12\nENV P=\"curl=7.88.1-10\"\nRUN apt-get install -y $P\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Command(["apt-get"], static (use, context) =>
    {
        var arguments = use.Arguments;
        if (arguments.FirstOrDefault(word => word is null or not ['-', ..]) is not "install" && !CommandArguments.HasAction(arguments, "install"))
        {
            return;
        }

        var unpinned = new List<string>();
        TextSpan? first = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is not { } word || word == "install")
            {
                continue;
            }

            if (word.StartsWith('-'))
            {
                i += s_withValue.Contains(word) ? 1 : 0;
                continue;
            }

            var names = word.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(name => !IsPinned(name)).ToList();
            first ??= names.Count > 0 ? use.ArgumentSpan(i) : null;
            unpinned.AddRange(names);
        }

        if (first is { } span)
        {
            var shown = string.Join(", ", unpinned.Take(5)) + (unpinned.Count > 5 ? $" and {unpinned.Count - 5} more" : "");
            context.Report(span, $"apt-get install of {shown} without a version: write package=version");
        }
    });

    // A release (package/suite), a version, a local file, a removal (package-), or a pattern.
    private static bool IsPinned(string name) => name.Contains('=') || name.Contains('/') || name.EndsWith(".deb", StringComparison.Ordinal);
}
