using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CachedMovingDownload : Rule
{
    public override RuleInfo Info { get; } = new("DK1007", "moving-download-cached", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "A RUN downloads something that moves, and is cached for ever.",
            """
            The builder knows the text of the command only. Once it ran, a new version behind the same address is not seen, while on
            another machine it is. A version or a commit in the text makes both agree; ADD of the address asks the server in every
            build.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN git clone https://github.com/a/b.git /src
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN git clone --branch v1.2 https://github.com/a/b.git /src
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN curl -fsSLo /bin/x https://example.com/releases/latest/x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN git clone https://github.com/a/b.git /src && cd /src && git checkout 0123abc
                    """),
            ])
        {
            Remedy = """
                Put a release into the address, or clone a tag with `git clone --branch v1.2`. Where the newest version is wanted,
                ignore the finding and refresh the stage with `docker build --no-cache-filter`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        var call = use.Invocation;
        if (call.Does(GitTools.Git, "clone"))
        {
            if (!call.IsOpen && !call.Has("-b", "--revision") && !IsSettled(use, context))
            {
                context.Report(call.NameSpan, "git clone of a branch is cached for ever, whatever is pushed to it: check out a tag or a "
                    + "commit");
            }

            return;
        }

        if (!call.Does(EffectKind.Fetches) || call.Does(EffectKind.Installs))
        {
            return;
        }

        foreach (var word in call.Arguments)
        {
            if (word.Value is { } address && MovingReference.InUrl(address) is { } part)
            {
                context.Report(call.ToSource(word), $"what {part} stands for today is cached for ever: name a version");
                break;
            }
        }
    });

    private static bool IsSettled(InvocationUse use, RuleContext context) => context.Model.InvocationsOf((RunInstruction)use.Instruction)
        .Any(other =>
            other.Invocation is { Tool: { } tool, VerbName: "checkout" or "reset" or "switch" or "submodule" or "submodule update" }
            && tool == GitTools.Git);
}
