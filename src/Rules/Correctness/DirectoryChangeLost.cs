using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class DirectoryChangeLost : Rule
{
    public override RuleInfo Info { get; } = new("DK6013", "directory-change-lost", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A RUN that only changes the directory.",
            """
            The directory of a shell ends with the shell: the next instruction starts where this one did. Use WORKDIR. The fix is a
            suggestion only where an instruction behind it depends on the folder: it starts in the old one today.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN cd /srv
                    RUN make
                    """,
                    Good: """
                    FROM debian:12
                    RUN cd /srv && make
                    """,
                    Fixed: """
                    FROM debian:12
                    WORKDIR /srv
                    RUN make
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN cd $X && cd y
                    """,
                    Good: """
                    FROM debian:12
                    RUN ls; cd /srv
                    """),
            ])
        {
            Remedy = "Replace the step by `WORKDIR /srv`. If the steps below work where they run today, simply delete it.",
        },
    };

    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        // cd x || exit 1 is no more than cd x.
        var changes = script.Commands.Where(use => use.Command.Name is not ("exit" or "false")).ToList();
        if (changes.Count == 0 || !changes.TrueForAll(use => use.Command.Name is "cd" or "pushd")
            || script.Nodes.Any(node => node is CompoundCommand))
        {
            return;
        }

        context.Report(changes[^1].Text.ToSource(changes[^1].Command.Span), "this directory is left again when the RUN ends: use WORKDIR",
            Fixes(script, changes, context));
    });

    // The instructions behind it start in the old folder today: where one depends on that, only its author knows which of the two is meant.
    private static IReadOnlyList<Fix> Fixes(ScriptUse script, List<CommandUse> changes, RuleContext context)
    {
        var run = script.Instruction;
        return changes is [{ Command: { Words: [_, { LiteralValue: { } path }], Redirects: [], Assignments: [], Name: "cd" } }]
            && FolderDependence.IsPlain(path) && path[0] != '-'
            && script is { IsTrigger: false, Script.Commands: [{ Separator: ShellSeparator.None, List: var list }] }
                && list.Operators.All(op => op.Text == "||")
            && run is { Flags: [], Heredocs: [], Command: ShellFormSyntax form } && script.Script.Comments.IsEmpty
            && ScriptEdits.CanRemove(script.Text, new TextSpan(0, script.Text.Length))
            ? Fix.Of("use WORKDIR", context.Get<FolderDependence>().IsNeededBehind(run) ? Applicability.Manual : Applicability.Unsafe,
                new TextEdit(WithLineEnd(run, form), $"{(run.Keyword.LogicalText == "run" ? "workdir" : "WORKDIR")} "
                    + $"{path}{run.Source.ToString(WithLineEnd(run, form))[(form.Span.End - run.Keyword.Span.Start)..]}"))
            : [];
    }

    // Whatever else would be put at the end of the command has no place behind a WORKDIR.
    private static TextSpan WithLineEnd(RunInstruction run, ShellFormSyntax form) =>
        TextSpan.FromBounds(run.Keyword.Span.Start, run.Source.Lines.GetLineSpan(run.Source.Lines.GetLine(form.Span.End)).End);
}
