using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>DK6014.</summary>
public sealed class ShellStateLost : Rule
{
    private static readonly string[] s_state = ["export", "source", ".", "alias", "unset", "umask", "ulimit", "shopt", "readonly", "declare", "set"];

    private static readonly string[] s_profiles = [".bashrc", ".profile", ".bash_profile", ".zshrc", "/etc/profile", "/etc/bash.bashrc"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6014", "shell-state-lost", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("A RUN ends by setting something that only its own shell knows.",
            "Variables, aliases, options and what a profile sets are gone when the shell ends. Use ENV for variables, and SHELL or BASH_ENV for the rest, or do the work in the same RUN.",
            [new("FROM debian:12\nRUN export PATH=/opt/bin:$PATH\n", "FROM debian:12\nENV PATH=/opt/bin:$PATH\nRUN export A=1 && make\n"),
             new("FROM debian:12\nRUN ./install && source ~/.bashrc\n", "FROM debian:12\nRUN echo 'export A=1' >> ~/.bashrc\n"),
             new("FROM debian:12\nRUN alias ll='ls -l'\n", "FROM debian:12\nRUN . ./env && make\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var commands = script.Script.Commands.SelectMany(item => item.List.Pipelines).Select(pipeline => pipeline.Commands is [SimpleCommand command] ? command : null).ToList();
        if (commands is not [.., { } last])
        {
            return;
        }

        var isAlone = commands.TrueForAll(IsState);
        var isLost = last.Name is "export" or "alias" || (last.Words.IsEmpty && !last.Assignments.IsEmpty && isAlone)
            || (last.Name is "source" or "." && (isAlone ? last.Words.Length == 2 && IsProfile(last.Words[1]) : IsProfile(last.Words.ElementAtOrDefault(1))))
            || (isAlone && last.Name is "unset" or "umask" or "ulimit" or "shopt" or "readonly" or "declare");
        if (isLost && !last.Walk().Any(node => node is CommandSubstitution or ProcessSubstitution))
        {
            context.Report(script.Text.ToSource(last.Span), $"what {last.Name ?? "the assignment"} sets is gone when the RUN ends");
        }
    });

    private static bool IsState(SimpleCommand? command) => command is not null && (command.Words.IsEmpty || (command.Name is { } name && s_state.Contains(name)));

    private static bool IsProfile(ShellWord? word) => word?.Parts.LastOrDefault()?.LiteralValue is { } path && Array.Exists(s_profiles, path.EndsWith);
}
