using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ShellFormCommand : Rule
{
    private static readonly string[] s_builtins =
        ["cd", "export", "set", "source", ".", "eval", "trap", "ulimit", "umask", "unset", "if", "for", "while", "until", "case",
            "function", "!", "[[", ":",
         "alias", "command", "exec", "read", "type", "wait"];

    public override RuleInfo Info { get; } = new("DL3025", "shell-form-command", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("JSONArgsRecommended")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "CMD or ENTRYPOINT in shell form.",
            """
            A shell becomes process 1 and does not pass signals on, so the container cannot stop gracefully. Where the text needs a
            shell, and on Windows, which has no signals, the finding is informational; where SHELL chose one on purpose, or exec puts
            the program in the place of the shell, there is none.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    CMD nginx -g daemon
                    """,
                    Good: """
                    FROM alpine:3.22
                    CMD ["nginx", "-g", "daemon"]
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    CMD ["nginx", "-g", "daemon"]
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENTRYPOINT a && b
                    """,
                    Good: """
                    FROM alpine:3.22
                    SHELL ["/bin/ash", "-c"]
                    ENTRYPOINT a && b
                    """),
            ])
        {
            Remedy = """
                Write a JSON array, as in `CMD ["nginx", "-g", "daemon off;"]`. If the line needs a shell, start the program with
                `exec`, as in `CMD exec serve --port $PORT`, or choose the shell with `SHELL`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step is
                {
                    Before.Shell: null, Instruction: CmdInstruction { Command: ShellFormSyntax }
                or EntrypointInstruction { Command: ShellFormSyntax }
                })
            {
                var instruction = (CommandInstruction)step.Instruction;
                if (context.Get<CommandsInForce>().IsReplaced(instruction) || ScratchContents.Lacks(context, stage, instruction, "/bin/sh"))
                {
                    continue; // that it does nothing, or cannot start at all, is said by others
                }

                Check(instruction, (ShellFormSyntax)instruction.Command!, stage, context);
            }
        }
    });

    private static void Check(CommandInstruction instruction, ShellFormSyntax form, Stage stage, RuleContext context)
    {
        var text = form.LogicalText;
        if (text.StartsWith('[') && text.AsSpan(1).TrimStart().StartsWith(text.Contains('"') ? "\"" : "'"))
        {
            context.Report(instruction.Keyword.Span, $"{instruction.Name} is no valid JSON array, so a shell takes it for a command");
            return;
        }

        if (IsReplaced(text))
        {
            return;
        }

        if (WindowsImage.IsBaseOf(stage) || context.Get<StageImages>().Of(stage)?.SystemShell == "cmd")
        {
            context.ReportInfo(instruction.Keyword.Span, $"{instruction.Name} in shell form: cmd starts the program, and stays beside it");
            return;
        }

        if (text.AsSpan().IndexOfAny("$`&|;<>(){}*?[]~#!\"'\\=\n") >= 0 || s_builtins.Contains(text.Split(' ', '\t')[0]))
        {
            context.ReportInfo(instruction.Keyword.Span, $"{instruction.Name} in shell form: the shell does not pass signals on");
            return;
        }

        var array = JsonArrayText.Of(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        // An ENTRYPOINT in exec form is handed the CMD as arguments, which the shell form drops.
        var isHandedMore = instruction is EntrypointInstruction && stage.Chain.SelectMany(below => below.Steps)
            .Any(step => step.Action is CmdInstruction);
        var fixes = array is not null && !isHandedMore && form.GetText().IsExact(new TextSpan(0, text.Length))
            ? Fix.Of("use the exec form", Applicability.Unsafe, new TextEdit(form.Span, array))
            : [];
        context.Report(instruction.Keyword.Span, $"{instruction.Name} in shell form: use {array ?? "a JSON array"}", fixes);
    }

    // The program that exec starts becomes process 1 and gets the signals, if no other command follows.
    private static bool IsReplaced(string text) =>
        text.StartsWith("exec ", StringComparison.Ordinal) && text.AsSpan().IndexOfAny("&|;<>()`\n") < 0;
}
