using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class PipCacheKept : Rule
{
    private static readonly string[] s_true = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES", "off", "0", "false"];

    public override RuleInfo Info { get; } = new("DL3042", "pip-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "pip install keeps its cache in the image.",
            """
            Nothing reads the cache again. Switch it off, or keep it out of the image in a cache mount. Stages whose layers are not
            shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install flask
                    """,
                    Good: """
                    FROM python:3.13
                    ENV PIP_NO_CACHE_DIR=1
                    RUN pip install flask
                    """,
                    Fixed: """
                    FROM python:3.13
                    RUN pip install --no-cache-dir flask
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN python3 -m pip install flask
                    """,
                    Good: """
                    FROM python:3.13
                    RUN --mount=type=cache,target=/root/.cache/pip pip install flask
                    """,
                    Fixed: """
                    FROM python:3.13
                    RUN python3 -m pip install --no-cache-dir flask
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install flask
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install flask && rm -rf ~/.cache/pip
                    """,
                    Fixed: """
                    FROM python:3.13
                    RUN pip install --no-cache-dir flask
                    """),
            ])
        {
            Remedy = """
                Add `--no-cache-dir`, or set `ENV PIP_NO_CACHE_DIR=1` for all steps. If you build often, `RUN
                --mount=type=cache,target=/root/.cache/pip` is faster.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(PythonTools.Pip, ["install"], static (use, context) =>
    {
        if (!IsKeptOut(use, context) && !IsSwitchedOff(use.Invocation))
        {
            context.Report(
                use.Invocation.NameSpan,
                "pip install keeps its cache in the image: add --no-cache-dir or use a cache mount",
                IsCacheUsed(use, context) ? [] : ScriptEdits.AddOption(use, "--no-cache-dir", Applicability.Safe));
        }
    });

    private static bool IsKeptOut(InvocationUse use, RuleContext context)
    {
        var command = use.Invocation;
        return command.Has(OptionRole.NoCache) || command.Has(OptionRole.DryRun) || command.Has("--help") || command.MayHoldOption()
            || !context.IsShipped(use) || IsOfFilesAlone(command)
            || RunMounts.KeepsOut(use.RunOf(), Directory(use))
            || IsOff(use.Before.Variables)
            || context.IsFollowedBy(use, Cleans)
            || context.IsMentioned(use, "no-cache-dir =") || context.IsMentioned(use, "global.no-cache-dir")
            || context.IsMentioned(use, "no-cache-dir=");
    }

    // Wheels that are there, and nothing they would need: nothing is fetched, and so nothing is kept.
    private static bool IsOfFilesAlone(Invocation command) => command.Has("--no-deps", "--no-index") && !command.Operands.IsEmpty
        && command.Operands.All(operand => operand.Text.EndsWith(".whl", StringComparison.Ordinal)
            && !operand.Text.Contains("://", StringComparison.Ordinal));

    private static bool Cleans(InvocationUse use) => use.MayRemove(".cache/pip", "/root/.cache")
        || (use.Invocation.Tool == PythonTools.Pip && use.Invocation.Does(EffectKind.CleansCache));

    // A folder that is named is there to be used, and so is one that is copied or read later.
    private static bool IsCacheUsed(InvocationUse use, RuleContext context) => use.Invocation.Has(OptionRole.CacheFolder)
        || use.Instruction.LogicalText.Contains(".cache", StringComparison.Ordinal)
        || use.Before.Variables.Find("PIP_CACHE_DIR") is not null
        || context.Get<LeftFiles>().AreUsedBehind(use, "~/.cache/pip", ReadsCache);

    private static bool ReadsCache(IEnumerable<InvocationUse> commands) =>
        commands.Any(use => use.Invocation.Does(PythonTools.Pip, "cache") && !use.Invocation.Does(EffectKind.CleansCache));

    private static string Directory(InvocationUse use) => use.Invocation.Option(OptionRole.CacheFolder)?.KnownValue
        ?? use.Before.Variables.Find("PIP_CACHE_DIR")?.Value.Text ?? "~/.cache/pip";

    private static bool IsOff(VariableScope variables) =>
        variables.Find("PIP_NO_CACHE_DIR") is { Value.Text: null or not "" } binding
            && (binding.Value.Text is null || s_true.Contains(binding.Value.Text));

    private static bool IsSwitchedOff(Invocation command)
    {
        foreach (var setting in command.Environment)
        {
            if (setting is { Name: "PIP_NO_CACHE_DIR", IsUnset: false })
            {
                return true;
            }
        }

        return false;
    }
}
