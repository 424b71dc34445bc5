using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DL3042.</summary>
public sealed class PipCacheKept : Rule
{
    private static readonly string[] s_true = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES", "off", "0", "false"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3042", "pip-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("pip install keeps its cache in the image.",
            "Nothing reads the cache again. Switch it off, or keep it out of the image in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM python:3.13\nRUN pip install flask\n", "FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n", "FROM python:3.13\nRUN pip install --no-cache-dir flask\n"),
             new("FROM python:3.13\nRUN python3 -m pip install flask\n", "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n", "FROM python:3.13\nRUN python3 -m pip install --no-cache-dir flask\n"),
             new("FROM python:3.13\nRUN pip install flask\n", "FROM python:3.13\nRUN pip install flask && rm -rf ~/.cache/pip\n", "FROM python:3.13\nRUN pip install --no-cache-dir flask\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        bool? isSet = null;
        foreach (var use in script.Programs)
        {
            if (PipInstall.Find(use) is { Tool: "pip" } install && !IsKeptOut(install, context) && !(isSet ??= SetsVariable(script)))
            {
                context.Report(
                    use.NameSpan,
                    "pip install keeps its cache in the image: add --no-cache-dir or use a cache mount",
                    IsCacheUsed(script, install, context) ? [] : ScriptEdits.AddOption(use, install.Arguments, "--no-cache-dir", Applicability.Safe));
            }
        }
    });

    private static bool IsKeptOut(PipInstall install, RuleContext context)
    {
        var script = install.Use.Script;
        return install.Arguments.Has("no-cache-dir", "no-cache", "h", "help", "dry-run")
            || install.Use.Arguments.Any(argument => argument.Value is null && argument.Word.Parts.Length == 1)
            || !context.IsShipped(script)
            || RunMounts.KeepsOut(script.Instruction, Directory(install, script.Before.Variables))
            || IsOff(script.Before.Variables)
            || context.IsFollowedBy(install.Use, static other => other.Removes(".cache/pip", "/root/.cache") || (other.Name.StartsWith("pip", StringComparison.Ordinal) && other.Has("purge")))
            || context.IsMentioned(script, "no-cache-dir =") || context.IsMentioned(script, "global.no-cache-dir") || context.IsMentioned(script, "no-cache-dir=");
    }

    // A folder that is named is there to be used, and so is one that is copied or read later.
    private static bool IsCacheUsed(ScriptUse script, PipInstall install, RuleContext context) => install.Arguments.Has("cache-dir")
        || script.Text.Text.Contains(".cache", StringComparison.Ordinal)
        || script.Before.Variables.Find("PIP_CACHE_DIR") is not null || context.Get<LeftFiles>().AreUsedBehind(script, "~/.cache/pip", "pip cache", ReadsCache);

    private static bool ReadsCache(ScriptUse script) => script.Programs.Any(use => use.Name.StartsWith("pip", StringComparison.Ordinal) && use.Has("cache") && !use.Has("purge"));

    private static string Directory(PipInstall install, VariableScope variables) =>
        install.Arguments.Options.LastOrDefault(option => option is { Name: "cache-dir", IsValueKnown: true }).Value
        ?? variables.Find("PIP_CACHE_DIR")?.Value.Text ?? "~/.cache/pip";

    private static bool IsOff(VariableScope variables) =>
        variables.Find("PIP_NO_CACHE_DIR") is { Value.Text: null or not "" } binding && (binding.Value.Text is null || s_true.Contains(binding.Value.Text));

    private static bool SetsVariable(ScriptUse script) => script.Nodes.OfType<Assignment>().Any(assignment => assignment.Name == "PIP_NO_CACHE_DIR")
        || script.Commands.Any(use => use.Arguments.Any(word => word?.StartsWith("PIP_NO_CACHE_DIR=", StringComparison.Ordinal) == true));
}
