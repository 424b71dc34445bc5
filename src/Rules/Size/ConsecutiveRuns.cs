using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ConsecutiveRuns : Rule
{
    // Files that the engine brings for each RUN, and the shell that reads the next one.
    private static readonly string[] s_ofTheStep =
    [
        "/dev/shm", "/etc/hosts", "/etc/resolv.conf", "/etc/hostname", "/proc/", "/sys/", "/bin/sh", "/bin/bash", "/bin/ash", "/bin/dash",
    ];

    public override RuleInfo Info { get; } = new("DL3059", "consecutive-runs", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Two RUNs of one command each, one after the other.",
            "Each makes a layer. Off by default: separate steps are cached separately, which is often worth more than a layer.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN a
                    RUN b
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN a && b
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN a \
                     && b
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN --network=none a
                    # then
                    RUN --network=none b
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN a
                    RUN --network=none b
                    """),
            ])
        {
            Remedy = """
                Join the commands with `&&`, or write them in one heredoc that begins with `set -e`. Keep them apart where the first is
                slow and only the second changes often.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var row = new List<RunInstruction>();
        foreach (var step in stage.Steps)
        {
            var run = step.Instruction as RunInstruction;
            if (run is null || !IsSingle(run, context) || (row.Count > 0 && !Flags(run).SequenceEqual(Flags(row[^1]))))
            {
                Report(row, context);
                row.Clear();
            }

            if (run is not null && IsSingle(run, context))
            {
                row.Add(run);
            }
        }

        Report(row, context);
    });

    private static void Report(List<RunInstruction> row, RuleContext context)
    {
        var fixes = row.Zip(row.Skip(1), (previous, run) => Fixes(previous, run, context)).ToList();
        // Joined to one, a row is no offence any more; a row that cannot be joined as a whole is left to its author.
        var canJoin = fixes.TrueForAll(fix => fix.Count > 0) && !ReplacesProgram(row, context);
        for (var i = 0; i < fixes.Count; i++)
        {
            context.Report(row[i + 1].Keyword.Span, "this RUN could be one with the RUN before it", canJoin ? fixes[i] : []);
        }
    }

    // A shell remembers where it found a program, so one that the row replaces must not be called on both sides of that.
    private static bool ReplacesProgram(List<RunInstruction> row, RuleContext context)
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in row.SelectMany(context.Model.InvocationsOf).Select(use => use.Invocation))
        {
            if (command.Name is { } name && replaced.Contains(name))
            {
                return true;
            }

            called.Add(command.Name ?? "");
            foreach (var word in command.Arguments)
            {
                if (Name(word.Text) is var file && called.Contains(file))
                {
                    replaced.Add(file);
                }
            }
        }

        return false;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> Flags(RunInstruction run) => run.Flags.Select(flag => flag.LogicalText);

    private static bool IsSingle(RunInstruction run, RuleContext context) => run.Command is JsonArraySyntax
        || (run.Heredocs.Count == 0 && ScriptOf(run, context) is { Commands.Length: < 2 });

    private static IReadOnlyList<Fix> Fixes(RunInstruction previous, RunInstruction run, RuleContext context)
    {
        if (!CanJoin(previous, context) || !CanJoin(run, context))
        {
            return [];
        }

        // What stands between the two commands, a comment perhaps, must be no more than the keyword and the flags.
        var gap = TextSpan.FromBounds(previous.Command!.Span.End, run.Keyword.Span.Start);
        if (!run.Source.Slice(gap).Trim().IsEmpty)
        {
            return [];
        }

        var source = run.Source.ToString(gap);
        var lineEnd = source[..(source.IndexOf('\n', StringComparison.Ordinal) + 1)].TrimStart(' ', '\t');
        var edit = new TextEdit(TextSpan.FromBounds(gap.Start, run.Command!.Span.Start), $" {context.Tree.Root.EscapeCharacter}{lineEnd} "
            + "&& ");
        return Fix.Revealing("join it to the RUN before it", Applicability.Safe, edit);
    }

    /// <summary>Whether the script is one plain command, so that joining it keeps its meaning.</summary>
    private static bool CanJoin(RunInstruction run, RuleContext context) =>
        ScriptOf(run, context) is { Script: { Comments.IsEmpty: true } script } use
        && script.Commands is [
            { Separator: ShellSeparator.None, List.Pipelines: [{ Commands: [SimpleCommand { Redirects.IsEmpty: true } command] }] }]
        && command.Name is not null && !use.Invocations.Any(ChangesShell)
        && !(command.Name == "printf" && use.Text.Text.Contains(" -v", StringComparison.Ordinal))
        && !command.Walk().Any(IsStateOfShell) && !run.Mounts.Any(IsOfTheStep)
        && !Array.Exists(s_ofTheStep, place => use.Text.Text.Contains(place, StringComparison.Ordinal));

    // What it does to the shell would reach the next command as well, also where it is told to be the shell's own.
    private static bool ChangesShell(Invocation command) => command.Tool is { ChangesShell: true } || command.Wrappers.Any(ChangesShell);

    // What one command leaves in the shell, and the next one would find there.
    private static bool IsStateOfShell(ShellNode node) => node is ArithmeticExpansion
        || node is ParameterExpansion { Operator: "=" or ":=" }
        || node is ParameterExpansion { Name: "SECONDS" or "RANDOM" or "LINENO" or "_" or "?" or "!" or "$" or "OLDPWD" };

    // What is written there is gone with the RUN.
    private static bool IsOfTheStep(MountSyntax mount) => mount.Type == MountType.Tmpfs
        || mount.Options.Any(option => option.Name is "rw" or "readwrite" or "ro" or "readonly");

    private static ScriptUse? ScriptOf(RunInstruction run, RuleContext context) => context.Model.ScriptsOf(run).FirstOrDefault();
}
