using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK1007.</summary>
public sealed class CachedMovingDownload : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1007", "moving-download-cached", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("A RUN downloads something that moves, and is cached for ever.",
            "The builder knows the text of the command only. Once it ran, a new version behind the same address is not seen, while on another machine it is. A version or a commit in the text makes both agree; ADD of the address asks the server in every build.",
            [new("FROM alpine:3.22\nRUN git clone https://github.com/a/b.git /src\n", "FROM alpine:3.22\nRUN git clone --branch v1.2 https://github.com/a/b.git /src\n"),
             new("FROM alpine:3.22\nRUN curl -fsSLo /bin/x https://example.com/releases/latest/x\n", "FROM alpine:3.22\nRUN git clone https://github.com/a/b.git /src && cd /src && git checkout 0123abc\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Script(static (script, context) =>
    {
        var isSettled = script.Commands.Any(use => use.Command.Name == "git" && use.Arguments.Any(word => word is "checkout" or "reset" or "switch" or "submodule"));
        foreach (var use in script.Commands)
        {
            if (use.Command.Name == "git" && use.Arguments is ["clone", ..])
            {
                if (!isSettled && !use.Arguments.Any(word => word is null or "-b" || word.StartsWith("--branch", StringComparison.Ordinal) || word.StartsWith("--revision", StringComparison.Ordinal)))
                {
                    context.Report(use.NameSpan, "git clone of a branch is cached for ever, whatever is pushed to it: check out a tag or a commit");
                }
            }
            else if (use.Command.Name is "curl" or "wget")
            {
                for (var i = 0; i < use.Arguments.Count; i++)
                {
                    if (MovingReference.InUrl(use.Arguments[i]) is { } part)
                    {
                        context.Report(use.ArgumentSpan(i), $"what {part} stands for today is cached for ever: name a version");
                        break;
                    }
                }
            }
        }
    });
}
