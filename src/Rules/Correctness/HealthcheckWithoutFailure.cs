using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class HealthcheckWithoutFailure : Rule
{
    public override RuleInfo Info { get; } = new("DK6027", "healthcheck-without-failure", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A HEALTHCHECK whose command always succeeds.",
            """
            The container counts as healthy whatever state the program is in, and whoever waits for it or restarts it is told so. Let
            the command ask the program, and end with exit code 1 when it does not answer; HEALTHCHECK NONE says honestly that there is
            no check.
            """,
            [
                new(
                    Bad: """
                    FROM nginx:1.29
                    HEALTHCHECK CMD curl -f http://localhost/ || true
                    """,
                    Good: """
                    FROM nginx:1.29
                    HEALTHCHECK CMD curl -f http://localhost/ || exit 1
                    """,
                    Fixed: """
                    FROM nginx:1.29
                    HEALTHCHECK CMD curl -f http://localhost/ || exit 1
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    HEALTHCHECK CMD python -c "import sys; sys.exit(0)" || exit 1
                    """,
                    Good: """
                    FROM python:3.13
                    HEALTHCHECK CMD python -c "import app; app.ping()" || exit 1
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    HEALTHCHECK CMD ["true"]
                    """,
                    Good: """
                    FROM debian:12
                    HEALTHCHECK NONE
                    """),
            ])
        {
            Remedy = """
                Let the command fail, as in `HEALTHCHECK CMD curl -f http://localhost/ || exit 1`, or ask with a small script in the
                language of the program. If there is nothing to ask, write `HEALTHCHECK NONE`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (step.Action is not HealthcheckInstruction { IsNone: false } check)
            {
                continue;
            }

            if (check.Command is JsonArraySyntax { Items: [var program, ..] items })
            {
                if (Outcome.IsSuccess(program.Value, [.. items.Skip(1).Select(item => item.Value)]))
                {
                    Report(context, TextSpan.FromBounds(program.Span.Start, items[^1].Span.End), []);
                }

                continue;
            }

            var shell = step.Before.Shell;
            foreach (var script in RunScript.Create(check, shell is [var name, ..] ? name : null))
            {
                if (script is { Text: { } text, Script: { } tree } && new Outcome(IsStrict(shell)).OfSuccess(tree.Commands) is { } cause)
                {
                    Report(context, text.ToSource(cause.Span), Fixes(tree.Commands, cause, text));
                }
            }
        }
    });

    private static void Report(RuleContext context, TextSpan span, IReadOnlyList<Fix> fixes) =>
        context.Report(span, "this always succeeds, so the container is never unhealthy", fixes);

    // With -e or pipefail more than the last command decides.
    private static bool IsStrict(IReadOnlyList<string>? shell) => shell is { Count: > 2 };

    // a || true at the end: the answer thrown away is given back.
    private static IReadOnlyList<Fix> Fixes(ImmutableArray<ShellListItem> commands, ShellNode cause, MappedText text) =>
        commands is [
            ..,
        {
            List:
            {
                Operators: [.., { Text: "||" }],
                Pipelines: [.., { Commands: [SimpleCommand { Name: "true" or ":" or "exit" } last] }]
            }
        }]
            && last == cause && text.IsExact(last.Span)
            ? Fix.Of("end with exit 1", Applicability.Unsafe, new TextEdit(text.ToSource(last.Span), "exit 1")) : [];

    /// <summary>Tells of a part of a script whether it can end in nothing but success.</summary>
    private sealed class Outcome(bool isStrict)
    {
        private static readonly string[] s_codes = ["import sys; sys.exit(0)", "import sys; sys.exit()", "exit(0)", "exit()", "exit",
            "exit 0", "process.exit(0)", "process.exit()", "quit()", "pass"];

        internal static bool IsSuccess(string program, IReadOnlyList<string?> arguments) => program[(program.LastIndexOf('/') + 1)..] switch
        {
            "true" or ":" or "echo" => true,
            "exit" => arguments is [] or ["0"],
            var name => ToolCatalog.Find(name) is { } tool && arguments is [{ } option, { } code]
                && (tool.Options.Find(option)?.Role == OptionRole.Text || tool.RunsText?.Options.Contains(option) == true)
                    && s_codes.Contains(code.Trim().TrimEnd(';'), StringComparer.Ordinal),
        };

        /// <summary>What makes the commands succeed always; null when they may fail.</summary>
        internal ShellNode? OfSuccess(ImmutableArray<ShellListItem> items)
        {
            for (var i = 0; i < items.Length; i++)
            {
                var success = OfSuccess(items[i].List, out var mayLeave);
                if (mayLeave || items[i].Separator == ShellSeparator.Background || (success is null && (isStrict || i == items.Length - 1)))
                {
                    return null;
                }

                if (i == items.Length - 1 || success is SimpleCommand { Name: "exit" })
                {
                    return success;
                }
            }

            return null;
        }

        private ShellNode? OfSuccess(AndOrList list, out bool mayLeave)
        {
            mayLeave = false;
            ShellNode? success = null;
            for (var i = 0; i < list.Pipelines.Length; i++)
            {
                var isOr = i > 0 && list.Operators[i - 1].Text == "||";
                if (isOr && success is not null)
                {
                    // Nobody gets here.
                    continue;
                }

                var pipeline = list.Pipelines[i];
                mayLeave |= pipeline.SimpleCommands().Any(MayLeave);
                var own = OfSuccess(pipeline);
                success = i == 0 || isOr || success is not null ? own : null;
            }

            return success;
        }

        private ShellNode? OfSuccess(Pipeline pipeline) =>
            pipeline.IsNegated || (isStrict && pipeline.Commands.Length > 1) ? null : pipeline.Commands[^1] switch
            {
                SimpleCommand { Redirects.IsEmpty: false } => null,
                SimpleCommand { Name: { } name } command when IsSuccess(
                    name, [.. command.Words.Skip(1).Select(word => word.LiteralValue)]) => command,
                BraceGroup { Redirects.IsEmpty: true } group => OfSuccess(group.Body),
                Subshell { Redirects.IsEmpty: true } group => OfSuccess(group.Body),
                IfCommand { Redirects.IsEmpty: true } choice when choice.Branches.All(branch => OfSuccess(branch.Body) is not null)
                    && (choice.Else.IsEmpty || OfSuccess(choice.Else) is not null) => choice,
                _ => null,
            };

        // Ends the script, or decides how it ends, before the last command is reached.
        private static bool MayLeave(SimpleCommand command) =>
            command.Name is null or "exec" or "set" or "kill" or "return" or "." or "source"
                || (command.Name == "exit" && !IsSuccess("exit", [.. command.Words.Skip(1).Select(word => word.LiteralValue)]));
    }
}
