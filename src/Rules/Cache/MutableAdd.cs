using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class MutableAdd : Rule
{
    public override RuleInfo Info { get; } = new("DK1006", "mutable-add", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "ADD of a moving address without checksum or commit.",
            """
            BuildKit asks the server in every build, and when the content has changed, this step and all behind it run again. With
            --checksum, or a full commit behind a repository, the step depends on the Dockerfile alone.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ADD https://example.com/tool/latest/tool /bin/
                    """,
                    Good: """
                    FROM alpine:3.22
                    ADD https://example.com/tool/1.2.3/tool /bin/
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ADD https://github.com/a/b.git#main /src
                    """,
                    Good: """
                    FROM alpine:3.22
                    ADD https://github.com/a/b.git#0123456789abcdef0123456789abcdef01234567 /src
                    """),
            ])
        {
            Remedy = """
                Put a release into the address, or pin the content with `ADD --checksum=sha256:...`. For a git repository, name a tag
                or, better, a full commit behind `#`. Leave it if every build is meant to pick up the newest version.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var copy in ContextCopy.OfStage(stage))
        {
            if (copy.Instruction is not AddInstruction add || add.Flag("checksum") is not null || add.Json is not null)
            {
                continue;
            }

            for (var i = 0; i < copy.Sources.Count; i++)
            {
                if (copy.Sources[i] is not { } source)
                {
                    continue;
                }

                if (MovingReference.IsGit(source))
                {
                    var hash = source.IndexOf('#', StringComparison.Ordinal);
                    var reference = hash < 0 ? "" : source[(hash + 1)..].Split(':')[0];
                    if (!MovingReference.IsSettled(reference) && !source.Contains('?', StringComparison.Ordinal))
                    {
                        context.Report(add.Words[i].Span, $"{(reference.Length == 0 ? "the default branch" : reference)} may move: every "
                            + "new commit redoes the steps behind this; name a commit");
                    }
                }
                else if (MovingReference.InUrl(source) is { } part)
                {
                    context.Report(add.Words[i].Span,
                        $"what {part} stands for changes, and with it all steps behind this: name a version, or state --checksum");
                }
            }
        }
    });
}
