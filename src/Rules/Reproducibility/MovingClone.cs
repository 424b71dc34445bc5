using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class MovingClone : Rule
{
    public override RuleInfo Info { get; } = new("DK5007", "moving-clone", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Doc = new(
            "git clone takes whatever a branch holds that day.",
            "The cached layer keeps the state of the first build, and a rebuild elsewhere gets another one. Check out a commit or a tag.",
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN git clone https://example.com/a.git /a && make -C /a
                    """,
                    Good: """
                    FROM debian:12
                    RUN git clone https://example.com/a.git /a && git -C /a checkout 3f2f356 && make -C /a
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN git clone --depth 1 -b main https://example.com/a.git /a
                    """,
                    Good: """
                    FROM debian:12
                    RUN git clone --depth 1 -b v1.2 https://example.com/a.git /a
                    """),
            ])
        {
            Remedy = """
                Name a tag, as in `git clone --depth 1 --branch v1.2 URL`, or add `git checkout` with the hash of a commit. Ignore the
                finding if the image is meant to follow the branch.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // Where the last git command of a stage stands that may settle on a commit.
        var last = new Dictionary<Stage, int>();
        var clones = new List<InvocationUse>();
        foreach (var use in context.Model.Invocations)
        {
            if (use.Invocation.Does(GitTools.Git, "clone"))
            {
                clones.Add(use);
            }
            else if (MaySettle(use.Invocation))
            {
                last[use.Stage] = Math.Max(use.Invocation.NameSpan.Start, last.GetValueOrDefault(use.Stage));
            }
        }

        foreach (var use in clones)
        {
            if (!IsPinned(use.Invocation) && !IsLocal(use.Invocation) && last.GetValueOrDefault(use.Stage) <= use.Invocation.NameSpan.Start)
            {
                context.Report(use.Invocation.Span, "git clone without a commit or tag takes whatever is there that day");
            }
        }
    });

    private static bool MaySettle(Invocation command) => command.Does(GitTools.Git, "checkout", "reset", "switch", "fetch", "cherry-pick")
        || (command.Tool == GitTools.Git && command.IsOpen && command.VerbName is null);

    // A tag has a digit in its name, a moving branch hardly ever; what only the shell knows may be a tag.
    private static bool IsPinned(Invocation command)
    {
        if (command.Has("--revision"))
        {
            return true;
        }

        foreach (var word in command.Arguments)
        {
            if (!word.IsKnown)
            {
                return true;
            }
        }

        // A default is only one of the values that a variable may have.
        return command.Option("--branch") is { KnownValue: { } name, Value: { } branch }
            && (name.Any(char.IsAsciiDigit) || branch.Syntax is { LiteralValue: null });
    }

    private static bool IsLocal(Invocation command)
    {
        foreach (var word in command.Operands)
        {
            if ((word.Text.Contains("://", StringComparison.Ordinal) || word.Text.Contains('@', StringComparison.Ordinal))
                && !word.Text.StartsWith("file:", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
