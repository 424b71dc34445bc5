using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class HeredocWithoutErrexit : Rule
{
    private static readonly string[] s_harmless =
        ["echo", "printf", "export", "set", "true", ":", "shopt", "umask", "alias", "unset", "trap", "exit"];

    public override RuleInfo Info { get; } = new("DK6011", "heredoc-without-errexit", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Always,
        Doc = new(
            "A heredoc script goes on after a command that fails.",
            """
            RUN looks at the last command only: the ones before it may fail and the layer is kept all the same. Begin the script with
            set -e, or give it to the shell in SHELL. Scripts in which nothing but the last command can fail are not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<EOF
                    apt-get update
                    apt-get install -y curl
                    EOF
                    """,
                    Good: """
                    FROM debian:12
                    RUN <<EOF
                    set -e
                    apt-get update
                    apt-get install -y curl
                    EOF
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN <<EOF
                    set -e
                    apt-get update
                    apt-get install -y curl
                    EOF
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN <<-'EOT'
                    #!/bin/bash
                    make
                    make install
                    EOT
                    """,
                    Good: """
                    FROM debian:12
                    SHELL ["/bin/bash", "-e", "-c"]
                    RUN <<EOF
                    make
                    make install
                    EOF
                    """),
            ])
        {
            Remedy = """
                Make `set -e` the first line of the script, or put `SHELL ["/bin/bash", "-e", "-c"]` above. Add `|| true` to a command
                that may fail.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.Instruction is not { Heredocs: [{ Body: { } body } heredoc], Command: ShellFormSyntax form }
            || heredoc.MarkerSpan != form.Span
            || script.Before.Shell?.Skip(1).Any(SetsErrexit) == true || HasErrexit(script) || !script.Script.Commands.SkipLast(1)
                .Any(MayFail))
        {
            return;
        }

        var text = script.Text.Text;
        var start = IsShebang(text) ? script.Text.ToSource(text.IndexOf('\n', StringComparison.Ordinal) + 1) : body.Span.Start;
        context.Report(heredoc.MarkerSpan, "this script goes on after a command that fails: begin it with set -e",
            Fix.Of("begin with set -e", Applicability.Unsafe, new TextEdit(new TextSpan(start, 0), "set -e\n")));
    });

    // <<- takes the tabs away before the line is looked at.
    private static bool IsShebang(string text) => text.AsSpan().TrimStart('\t').StartsWith("#!");

    private static bool HasErrexit(ScriptUse script)
    {
        var text = script.Text.Text;
        if (IsShebang(text) && text.Split('\n')[0].Split(' ').Skip(1).Any(SetsErrexit))
        {
            return true;
        }

        return script.Invocations.Any(use =>
            use.Tool == ShellTools.Set && use.Parent is null && (use.Has("-e") || use.Option("-o")?.KnownValue == "errexit"));
    }

    private static bool SetsErrexit(string word) =>
        word == "errexit" || (word is ['-', not '-', ..] && word.Contains('e', StringComparison.Ordinal));

    private static bool MayFail(ShellListItem item) => item.Separator != ShellSeparator.Background
        && item.List.Operators.All(op => op.Text != "||") && item.List.Pipelines.Any(pipeline => pipeline.Commands.Any(MayFail));

    private static bool MayFail(ShellCommand command) => command switch
    {
        SimpleCommand { Words.IsEmpty: true } assignment => assignment.Walk().Any(node => node is CommandSubstitution),
        SimpleCommand simple => simple.Name is null || !s_harmless.Contains(simple.Name),
        FunctionDefinition => false,
        _ => command.SimpleCommands().Any(inner => inner.Name is null || !s_harmless.Contains(inner.Name)),
    };
}
