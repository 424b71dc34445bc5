using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class DuplicateStageName : Rule
{
    public override RuleInfo Info { get; } = new("DL3024", "duplicate-stage-name", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("DuplicateStageName"), RuleSource.Trivy("DS-0012"), RuleSource.Checkov("CKV_DOCKER_11")],
        Doc = new(
            "Two stages have the same name.",
            "Names are compared in lower case, and a later stage hides an earlier one of the same name from every COPY --from behind it.",
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
            Remedy = "Rename one of the two, and correct every `FROM`, `COPY --from` and `--target` that means it.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in context.Tree.Root.Instructions.OfType<FromInstruction>().Select(from => from.StageName).OfType<WordSyntax>())
        {
            if (!seen.Add(name.RawText.ToLowerInvariant()))
            {
                context.Report(name.Span, $"stage name {name.RawText} is already taken by an earlier stage");
            }
        }
    });
}
