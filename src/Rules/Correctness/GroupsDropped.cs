using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class GroupsDropped : Rule
{
    public override RuleInfo Info { get; } = new("DK6034", "groups-dropped", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Doc = new(
            "A user loses the groups that the file has put it into.",
            """
            `usermod -G` without -a replaces all further groups of a user. And where USER names a group, the container has that one only:
            further groups, those that the file adds included, do not count.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN useradd -m app && usermod -aG video app
                    USER app:app
                    """,
                    Good: """
                    FROM debian:12
                    RUN useradd -m app && usermod -aG video app
                    USER app
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN useradd -m -G audio app
                    RUN usermod -G video app
                    USER app
                    """,
                    Good: """
                    FROM debian:12
                    RUN useradd -m -G audio app
                    RUN usermod -aG video app
                    USER app
                    """),
            ])
        {
            Remedy = """
                Write `usermod -aG docker app`, and `USER app` without a group, so that all groups of the user count.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!stage.FinalState.HasUser && !context.Model.InvocationsOf(stage).Any(Replaces))
        {
            return;
        }

        var added = new Dictionary<string, (string Group, TextSpan Place)>(StringComparer.Ordinal);
        foreach (var below in stage.Chain.Skip(1).Reverse())
        {
            foreach (var use in context.Model.InvocationsOf(below))
            {
                Add(use.Invocation, added);
            }
        }

        foreach (var step in stage.Steps)
        {
            if (step.Instruction is RunInstruction run)
            {
                foreach (var use in context.Model.InvocationsOf(run))
                {
                    CheckReplaced(use.Invocation, added, context);
                    Add(use.Invocation, added);
                }
            }
            else if (step.Instruction is UserInstruction user)
            {
                CheckUser(user, step.Before.Variables, added, context);
            }
        }
    });

    private static bool Replaces(InvocationUse use) => use.Invocation.Tool == UserTools.Usermod;

    private static void CheckReplaced(Invocation command, Dictionary<string, (string Group, TextSpan Place)> added, RuleContext context)
    {
        if (command.Tool == UserTools.Usermod && !command.IsOpen && !command.Has("--append")
            && command.Option("--groups") is { Value: { } groups } && command.Operands is [.., { Value: { } user }]
            && added.TryGetValue(user, out var group)
            && !groups.Text.Split(',').Contains(group.Group))
        {
            context.Report(command.NameSpan, $"{user} is no longer in group {group.Group}: without -a only the groups named here stay",
                [new RelatedSpan(group.Place, "the user gets into the group here")]);
        }
    }

    private static void CheckUser(
        UserInstruction user, VariableScope scope, Dictionary<string, (string Group, TextSpan Place)> added, RuleContext context)
    {
        if (WordExpander.Expand(user.Argument, scope.Lookup)?.Split(':') is [var name, { Length: > 0 } only]
            && added.TryGetValue(name, out var group) && group.Group != only)
        {
            context.Report(user.Argument.Span, $"{name} is not in group {group.Group} then: where USER names a group, it is the only one",
                [new RelatedSpan(group.Place, "the user gets into the group here")]);
        }
    }

    // The last group that the file puts a user into beside the first one.
    private static void Add(Invocation command, Dictionary<string, (string Group, TextSpan Place)> added)
    {
        var (user, group) = Member(command);
        if (user is { Length: > 0 } && group is { Length: > 0 })
        {
            added[user] = (group, command.NameSpan);
        }
    }

    private static (string? User, string? Group) Member(Invocation command)
    {
        if (command.Operands is not [.., { Value: var last }])
        {
            return (null, null);
        }

        if (command.Tool == UserTools.Usermod || command.Tool == UserTools.Useradd)
        {
            return (last, command.Option("--groups")?.KnownValue?.Split(',')[^1]);
        }

        // adduser USER GROUP puts a user who is there into a group, and so does addgroup of BusyBox.
        return command.Tool == UserTools.Gpasswd ? (command.Option("--add")?.KnownValue, last)
            : command.Operands is [{ Value: var user }, _] && (command.Tool == UserTools.Adduser || command.Tool == UserTools.Addgroup)
                ? (user, last) : (null, null);
    }
}
