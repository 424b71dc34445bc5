using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ShellStateLost : Rule
{
    private static readonly string[] s_state =
        ["export", "source", ".", "alias", "unset", "umask", "ulimit", "shopt", "readonly", "declare", "set"];

    private static readonly string[] s_profiles = [".bashrc", ".profile", ".bash_profile", ".zshrc", "/etc/profile", "/etc/bash.bashrc"];

    public override RuleInfo Info { get; } = new("DK6014", "shell-state-lost", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A RUN ends by setting something that only its own shell knows.",
            """
            Variables, aliases, options and what a profile sets are gone when the shell ends. Use ENV for variables, and SHELL or
            BASH_ENV for the rest, or do the work in the same RUN.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN export PATH=/opt/bin:$PATH
                    """,
                    Good: """
                    FROM debian:12
                    ENV PATH=/opt/bin:$PATH
                    RUN export A=1 && make
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN ./install && source ~/.bashrc
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'export A=1' >> ~/.bashrc
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN alias ll='ls -l'
                    """,
                    Good: """
                    FROM debian:12
                    RUN . ./env && make
                    """),
            ])
        {
            Remedy = """
                Set variables with `ENV`, as in `ENV PATH=/opt/bin:$PATH`. For the rest, go on in the same step, as in `RUN . ./env &&
                make`; what interactive shells should know goes into `~/.bashrc`.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Script(Check);
        on.InnerScript(Check);
    }

    private static void Check(ScriptUse script, RuleContext context)
    {
        var commands = script.Script.Commands.SelectMany(item => item.List.Pipelines)
            .Select(pipeline => pipeline.Commands is [SimpleCommand command] ? command : null).ToList();
        if (commands is not [.., { } last])
        {
            return;
        }

        var isAlone = commands.TrueForAll(IsState);
        var isLost = last.Name is "export" or "alias" || (last.Words.IsEmpty && !last.Assignments.IsEmpty && isAlone)
            || (last.Name is "source" or "."
                && (isAlone ? last.Words.Length == 2 && IsProfile(last.Words[1]) : IsProfile(last.Words.ElementAtOrDefault(1))))
            || (isAlone && last.Name is "unset" or "umask" or "ulimit" or "shopt" or "readonly" or "declare");
        if (isLost && !last.Walk().Any(node => node is CommandSubstitution or ProcessSubstitution))
        {
            context.Report(script.Text.ToSource(last.Span), $"what {last.Name ?? "the assignment"} sets is gone when the shell ends");
        }
    }

    private static bool IsState(SimpleCommand? command) =>
        command is not null && (command.Words.IsEmpty || (command.Name is { } name && s_state.Contains(name)));

    private static bool IsProfile(ShellWord? word) =>
        word?.Parts.LastOrDefault()?.LiteralValue is { } path && Array.Exists(s_profiles, path.EndsWith);
}
