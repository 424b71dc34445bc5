using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ShellReplacedByLink : Rule
{
    // What distributions themselves have as sh; an image that starts from nothing has no other.
    private static readonly string[] s_system = ["dash", "ash", "busybox"];

    public override RuleInfo Info { get; } = new("DL4005", "shell-replaced-by-link", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "/bin/sh is replaced by a link to another shell.",
            """
            Every script of the distribution that counts on its own sh then runs in another shell. SHELL chooses the shell of the
            following build steps only.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN ln -sf /bin/bash /bin/sh
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-c"]
                    RUN ln -s /bin/sh /usr/bin/mysh
                    """,
                    Fixed: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-c"]
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN rm /bin/sh && ln -s /bin/bash /bin/sh
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-c"]
                    """,
                    Fixed: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-c"]
                    """),
            ])
        {
            Remedy = """
                Write `SHELL ["/bin/bash", "-c"]` for the steps that need bash, call single scripts with `bash script.sh`, and give your
                own scripts the first line `#!/bin/bash`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(FileTools.Ln, static (use, context) =>
    {
        if (use.Invocation.Operands is [{ Value: { } shell }, { Value: "/bin/sh" or "/usr/bin/sh" } link]
            && !shell.StartsWith("/bin/sh", StringComparison.Ordinal)
            && !s_system.Contains(shell[(shell.LastIndexOf('/') + 1)..]) && use.Stage.Root.Base.Kind != BaseKind.Scratch)
        {
            context.Report(use.Invocation.ToSource(link), $"{link.Value} is replaced by {shell}: choose the shell with SHELL",
                Fixes(use, shell, context));
        }
    });

    private static IReadOnlyList<Fix> Fixes(InvocationUse use, string shell, RuleContext context)
    {
        // Only a RUN that does nothing else can be replaced as a whole.
        var run = use.RunOf();
        var isAll = context.Model.InvocationsOf(run)
            .All(other => other.Invocation == use.Invocation || IsPartOf(other.Invocation, use.Invocation));
        var program = shell.StartsWith('/') ? shell : "/bin/" + shell;
        return isAll && !use.IsTrigger && run.Heredocs.Count == 0
            && ScriptEdits.CanRemove(run.LogicalLine, new TextSpan(0, run.LogicalLine.Length))
            ? Fix.Of($"use SHELL [\"{program}\", \"-c\"]", Applicability.Unsafe, new TextEdit(run.Span, $"SHELL [\"{program}\", \"-c\"]"))
            : [];
    }

    // The shell that runs it, or what makes place for the link.
    private static bool IsPartOf(Invocation other, Invocation link) => other == link.Parent
        || (other.Tool == FileTools.Rm && other.Operands.All(operand => operand.Value == "/bin/sh"));
}
