using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's DuplicateStageName; DL3024 says the same in the other profiles.</summary>
internal sealed class RepeatedStageName : Rule
{
    public override RuleInfo Info { get; } = new("DuplicateStageName", "repeated-stage-name", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Strict,
        Doc = new(
            "Two stages have the same name.",
            """
            A later stage hides an earlier one of the same name. Names are compared in lower case. The default profile reports this as
            DL3024.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22 AS build
                    FROM debian:12 AS Build
                    """,
                    Good: """
                    FROM alpine:3.22 AS build
                    FROM debian:12 AS run
                    """),
            ])
        {
            Remedy = "Give one of the two another name, and correct every `FROM`, `COPY --from` and `--target` that means it.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var from in context.Tree.Root.Instructions.OfType<FromInstruction>())
        {
            if (from.StageName is { } name && !seen.Add(name.RawText.ToLowerInvariant()))
            {
                context.ReportAt(from.Span, name.Span, $"another stage before this one is named {name.RawText}, too");
            }
        }
    });
}
