using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6013.</summary>
public sealed class DirectoryChangeLost : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6013", "directory-change-lost", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new("A RUN that only changes the directory.",
            "The directory of a shell ends with the shell: the next instruction starts where this one did. Use WORKDIR.",
            [new("FROM debian:12\nRUN cd /srv\nRUN make\n", "FROM debian:12\nRUN cd /srv && make\n", "FROM debian:12\nWORKDIR /srv\nRUN make\n"),
             new("FROM debian:12\nRUN cd $X && cd y\n", "FROM debian:12\nRUN ls; cd /srv\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        if (script.Commands.Length == 0 || !script.Commands.All(use => use.Command.Name is "cd" or "pushd") || script.Nodes.Any(node => node is CompoundCommand))
        {
            return;
        }

        var run = script.Instruction;
        var path = script.Commands is [{ Command: { Words: [_, { LiteralValue: { } literal }], Redirects: [], Name: "cd" } }] ? literal : null;
        IReadOnlyList<Fix> fixes = path is [not ('-' or '~'), ..] && !script.IsTrigger && run is { Flags: [], Heredocs: [], Command: ShellFormSyntax form }
            && form.LogicalText.AsSpan().IndexOfAny("\"'\\;&#") < 0
            ? Fix.Of("use WORKDIR", Applicability.Unsafe, new TextEdit(run.Keyword.Span, "WORKDIR"), new TextEdit(form.Span, path)) : [];
        context.Report(script.Commands[^1].Text.ToSource(script.Commands[^1].Command.Span), "this directory is left again when the RUN ends: use WORKDIR", fixes);
    });
}
