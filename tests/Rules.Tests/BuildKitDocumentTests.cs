using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Makes <c>docs/buildkit-checks.md</c> from the rules; <c>DOCKERLINT_ACCEPT=1</c> writes it.</summary>
public sealed class BuildKitDocumentTests
{
    // What the default profile does otherwise, and which rule of hadolint's codes stands for the check there.
    private static readonly Dictionary<string, (string Instead, string Difference)> s_remarks = new()
    {
        ["CopyIgnoredFile"] = ("", "Where the build context is known, also below exceptions of the .dockerignore file. Silent where no "
            + ".dockerignore file is known."),
        ["DuplicateStageName"] = ("DL3024", ""),
        ["FromPlatformFlagConstDisallowed"] = ("DL3029", ""),
        ["InvalidBaseImagePlatform"] = ("", "Silent without facts about base images: nothing here asks a registry."),
        ["InvalidDefaultArgInFrom"] = ("", "Informational where an ARG has no default, since it may be meant as mandatory; silent where "
            + "UndefinedArgInFrom or a syntax error says why the name is wrong."),
        ["InvalidDefinitionDescription"] = ("", "Experimental: only where a check directive or comment names it."),
        ["JSONArgsRecommended"] = ("DL3025", "Informational where the text needs a shell."),
        ["MaintainerDeprecated"] = ("DL4000", ""),
        ["MultipleInstructionsDisallowed"] = ("DL3012, DL4003, DL4004", ""),
        ["NoEmptyContinuation"] = ("", "Stands at the empty line; BuildKit names the last line of the instruction."),
        ["RedundantTargetPlatform"] = ("DL3065", ""),
        ["ReservedStageName"] = ("DL3063", ""),
        ["SecretsUsedInArgOrEnv"] = ("DL3064", "Fewer false alarms on names of paths, sockets and versions."),
        ["UndefinedVar"] = ("", "On a base image that may set variables of its own only names that the file declares elsewhere, that the "
            + "builder predefines, or that are not in upper case; never a use with a default such as ${X:-y}."),
        ["WorkdirRelativePath"] = ("DL3000", ""),
    };

    [Fact]
    public void The_table_of_buildkits_checks_is_what_the_rules_say() => Snapshot.MatchDocument(Write(), "docs", "buildkit-checks.md");

    [Fact]
    public void Every_check_is_a_rule_of_the_buildkit_profile_and_nothing_else_is()
    {
        Assert.Equal(BuildKitChecks.Names.Order(StringComparer.Ordinal), RuleCatalog.For(Profile.BuildKit).Select(rule => rule.Info.Id)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void In_the_default_profile_one_rule_goes_by_the_name_of_a_check()
    {
        foreach (var name in BuildKitChecks.Names)
        {
            var rules = RuleCatalog.For(Profile.Default).Where(rule => rule.Info.Id == name || rule.Info.Aliases.Contains(name))
                .Select(rule => rule.Info.Id).ToList();
            var instead = s_remarks.GetValueOrDefault(name).Instead ?? "";
            Assert.All(rules, id =>
                Assert.True(instead.Length == 0 ? id == name : instead.Split(", ").Contains(id), $"{id} goes by {name}"));
        }
    }

    private static string Write()
    {
        var builder = new StringBuilder();
        builder.Append("""
            # BuildKit's checks

            Generated from the rules by a test. `--profile buildkit` gives the verdicts and lines of docker/dockerfile 1.26.0 of July 2026,
            the newest release when this was written (`docker build --check`, all stages, on linux/amd64, base images that set nothing but
            PATH), without a daemon. Where an error ends the engine's checks, ours go on.

            The tests compare with Docker Engine 28.5.2, whose frontend is 1.19. What has changed since, as read in the sources:

            - comments above single instructions are heeded, `# check=skip=Rule // reason` (1.21);
            - CopyIgnoredFile is no longer experimental (1.21), says nothing where the .dockerignore file has exceptions (1.22), cleans
              paths, and takes the whole context for left out only by `*`, `**` and `**/*` (1.26);
            - a name with the word `file` or `version` is no secret to SecretsUsedInArgOrEnv (1.22).

            New in those releases without being a check: `SOURCE_DATE_EPOCH=context` or the name of a stage as the default of a global ARG
            (1.24), limits of CPU and memory for steps (1.25), `COPY --parents` and `RUN --security` in the stable channel (1.20). Flags
            that came later than the version of the `# syntax=` line are told by DK6042.

            In the default profile a defect is reported once, by the rule in the third column, at the very word. A check's name suppresses
            (`# check=skip=`) and selects the rule that stands for it. `skip=all` switches off all rules that go by a check's name, and no
            others. `error=true` makes their findings errors.

            | check | name here | default profile | fix | differences in the default profile |
            |---|---|---|---|---|

            """);
        foreach (var info in RuleCatalog.All.Select(rule => rule.Info).Where(info => BuildKitChecks.Contains(info.Id)))
        {
            var (instead, difference) = s_remarks.GetValueOrDefault(info.Id);
            var place = (info.Profiles & Profiles.Default) != 0 ? $"on, {info.DefaultSeverity.ToString().ToLowerInvariant()}"
                : $"as {instead}";
            builder.Append($"| {info.Id} | {info.Name} | {place} | {info.Fix.ToString().ToLowerInvariant()} | {difference ?? ""} |\n");
        }

        return builder.ToString().ReplaceLineEndings("\n");
    }
}
