using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL4005.</summary>
public sealed class ShellReplacedByLink : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL4005", "shell-replaced-by-link", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("/bin/sh is replaced by a link to another shell.",
            "Every script of the distribution that counts on its own sh then runs in another shell. SHELL chooses the shell of the following build steps only.",
            [new("FROM debian:12\nRUN ln -sf /bin/bash /bin/sh\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\nRUN ln -s /bin/sh /usr/bin/mysh\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\n"),
             new("FROM debian:12\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        foreach (var use in script.Named("ln"))
        {
            Check(use, context);
        }
    });

    private static void Check(ProgramUse use, RuleContext context)
    {
        var operands = Tools.Plain.Read(use).Operands;
        if (operands is [{ Value: var shell }, { Value: "/bin/sh" or "/usr/bin/sh" } link] && shell is not null && !shell.StartsWith("/bin/sh", StringComparison.Ordinal))
        {
            context.Report(use.SpanOf(link), $"{link.Value} is replaced by {shell}: choose the shell with SHELL", Fixes(use, shell));
        }
    }

    private static IReadOnlyList<Fix> Fixes(ProgramUse use, string shell)
    {
        // Only a RUN that does nothing else can be replaced as a whole.
        var script = use.Script;
        var isAll = script.Programs.All(other => other.Command == use.Command || (other.Name == "rm" && other.Arguments.All(argument => argument.Value is "/bin/sh" or ['-', ..])));
        var program = shell.StartsWith('/') ? shell : "/bin/" + shell;
        return isAll && !script.IsTrigger && script.Instruction.Heredocs.Count == 0 && ScriptEdits.CanRemove(script.Instruction.LogicalLine, new TextSpan(0, script.Instruction.LogicalLine.Length))
            ? Fix.Of($"use SHELL [\"{program}\", \"-c\"]", Applicability.Unsafe, new TextEdit(script.Instruction.Span, $"SHELL [\"{program}\", \"-c\"]"))
            : [];
    }
}
