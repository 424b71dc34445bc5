using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3043.</summary>
public sealed class ForbiddenTrigger : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3043", "forbidden-trigger", Category.Correctness, Severity.Error)
    {
        Since = "0.1",

        // The engine rejects such a file, so the default profile reports it as a syntax error already.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new("ONBUILD of ONBUILD, FROM or MAINTAINER.",
            "Builders reject these as triggers.",
            [new("FROM alpine:3.22\nONBUILD ONBUILD RUN true\n", "FROM alpine:3.22\nONBUILD RUN true\n"), new("FROM alpine:3.22\nONBUILD FROM debian:12\n", "FROM alpine:3.22\nONBUILD COPY . .\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var onbuild in context.Tree.Root.Instructions.OfType<OnbuildInstruction>())
        {
            if (onbuild.Trigger.Name is "ONBUILD" or "FROM" or "MAINTAINER")
            {
                context.Report(onbuild.Trigger.Keyword.Span, $"{onbuild.Trigger.Name} cannot be a trigger");
            }
        }
    });
}
