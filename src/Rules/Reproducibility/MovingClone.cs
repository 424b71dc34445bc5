using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK5007.</summary>
public sealed class MovingClone : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5007", "moving-clone", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Doc = new("git clone takes whatever a branch holds that day.",
            "The cached layer keeps the state of the first build, and a rebuild elsewhere gets another one. Check out a commit or a tag.",
            [new("FROM debian:12\nRUN git clone https://example.com/a.git /a && make -C /a\n", "FROM debian:12\nRUN git clone https://example.com/a.git /a && git -C /a checkout 3f2f356 && make -C /a\n"),
             new("FROM debian:12\nRUN git clone --depth 1 -b main https://example.com/a.git /a\n", "FROM debian:12\nRUN git clone --depth 1 -b v1.2 https://example.com/a.git /a\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // Where the last git command of a stage stands that may settle on a commit.
        var last = new Dictionary<Stage, int>();
        var clones = new List<CommandLine>();
        foreach (var line in context.Get<CommandLines>().Where(line => line.Name == "git"))
        {
            switch (Action(line) is >= 0 and var at ? line.Arguments[at] : "")
            {
                case "clone":
                    clones.Add(line);
                    break;
                case null or "checkout" or "reset" or "switch" or "fetch" or "cherry-pick":
                    last[line.Script.Stage] = Math.Max(line.NameSpan.Start, last.GetValueOrDefault(line.Script.Stage));
                    break;
            }
        }

        foreach (var line in clones)
        {
            if (IsPinned(line) || IsLocal(line) || last.GetValueOrDefault(line.Script.Stage) > line.NameSpan.Start)
            {
                continue;
            }

            context.Report(line.Span, "git clone without a commit or tag takes whatever is there that day");
        }
    });

    // The subcommand; options of git itself may stand before it, some with a value.
    private static int Action(CommandLine line)
    {
        for (var i = 0; i < line.Arguments.Count; i++)
        {
            if (line.Arguments[i] is "-C" or "-c")
            {
                i++;
            }
            else if (line.Arguments[i] is null or not ['-', ..])
            {
                return i;
            }
        }

        return -1;
    }

    // A tag has a digit in its name, a moving branch hardly ever; what only the shell knows may be a tag.
    private static bool IsPinned(CommandLine line)
    {
        if (line.Has("--revision") || line.Arguments.Any(word => word is null))
        {
            return true;
        }

        var option = line.IndexOf("-b", "--branch");
        if (option < 0)
        {
            return false;
        }

        var name = line.Arguments[option]!.Split('=', 2) is [_, var value] ? value : line.Arguments.ElementAtOrDefault(option + 1);
        return name is null || name.Any(char.IsAsciiDigit);
    }

    private static bool IsLocal(CommandLine line) => !line.Arguments.Any(word => word is not null
        && (word.Contains("://", StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal)) && !word.StartsWith("file:", StringComparison.Ordinal));
}
