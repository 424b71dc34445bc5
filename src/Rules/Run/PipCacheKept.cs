using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3042.</summary>
public sealed class PipCacheKept : Rule
{
    private static readonly string[] s_true = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3042", "pip-cache-kept", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("pip install keeps its cache in the image.",
            "Nothing reads the cache again. Switch it off, or keep it out of the image in a cache mount. Stages whose layers are not shipped are not looked at.",
            [new("FROM python:3.13\nRUN pip install flask\n", "FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n", "FROM python:3.13\nRUN pip install --no-cache-dir flask\n"),
             new("FROM python:3.13\nRUN python3 -m pip install flask\n", "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (RunMounts.Covers(script.Instruction, ".cache/pip") || IsOff(script.Before.Variables) || SetsVariable(script)
            || !(script.IsTrigger || context.Model.IsShipped(script.Stage)))
        {
            return;
        }

        foreach (var use in script.Commands)
        {
            var arguments = use.Arguments;
            var install = Array.IndexOf([.. arguments], "install");
            if (install < 0 || !IsPip(use.Command.Name, arguments) || arguments.Any(word => word is null or "--no-cache-dir" or "--no-cache"))
            {
                continue;
            }

            var span = use.Command.Words[install + 1].Span;
            Fix[] fixes = use.Text.IsExact(span) && EditSet.TryCreate([new TextEdit(new TextSpan(use.ArgumentSpan(install).End, 0), " --no-cache-dir")], out var edits)
                ? [new Fix("add --no-cache-dir", edits, Applicability.Safe)]
                : [];
            context.Report(use.NameSpan, "pip install keeps its cache in the image: add --no-cache-dir or use a cache mount", fixes);
        }
    });

    private static bool IsPip(string? name, IReadOnlyList<string?> arguments) =>
        (name is not null && name.StartsWith("pip", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExcept("0123456789.") < 0)
        || (name?.StartsWith("python", StringComparison.Ordinal) == true && arguments is ["-m", "pip", ..]);

    private static bool IsOff(VariableScope variables) =>
        variables.Find("PIP_NO_CACHE_DIR") is { Value.Text: null or not "" } binding && (binding.Value.Text is null || s_true.Contains(binding.Value.Text));

    private static bool SetsVariable(ScriptUse script) => script.Script.Walk().OfType<Syntax.Shell.Assignment>().Any(assignment => assignment.Name == "PIP_NO_CACHE_DIR")
        || script.Commands.Any(use => use.Command.Name == "export" && use.Arguments.Any(word => word?.StartsWith("PIP_NO_CACHE_DIR=", StringComparison.Ordinal) == true));
}
