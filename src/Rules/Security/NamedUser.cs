using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class NamedUser : Rule
{
    public override RuleInfo Info { get; } = new("DL3066", "named-user", Category.Security, Severity.Info)
    {
        Since = "0.1",

        // Only Kubernetes' runAsNonRoot needs it; elsewhere names are as good.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The last USER of an image is a name.",
            """
            Kubernetes cannot tell from a name that it is not root, and refuses the image under runAsNonRoot. Looked at are the stages
            that the file is for; root is another rule's matter.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN adduser -D -u 1001 app
                    USER app
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN adduser -D -u 1001 app
                    USER 1001
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN adduser -D -u 1001 app
                    USER 1001
                    """),
            ])
        {
            Remedy = """
                Write the number of the account, as in `USER 1001`, and fix it with `useradd -u 1001`. If nothing but Docker runs the
                image, the name may stay.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var last = context.Get<LastUsers>().Of(stage);
            if (last is null || stage.FinalState.User?.Split(':')[0] is not { Length: > 0 } name || name == "root"
                || name.All(char.IsAsciiDigit))
            {
                continue;
            }

            var number = stage.Chain.Reverse().SelectMany(context.Model.InvocationsOf)
                .Select(use => NumberOf(name, use.Invocation)).FirstOrDefault(found => found is not null);
            context.Report(last.Argument.Span, number is null
                ? $"user {name} is a name: runAsNonRoot needs a number"
                : $"user {name} is a name: runAsNonRoot needs its number, {number}", Replace(last, name, number));
        }
    });

    private static string? NumberOf(string name, Invocation command) =>
        command.Effects.Any(effect => effect.Kind == EffectKind.CreatesUser && effect.Targets.Any(user => user.Value == name))
            && command.Option("--uid")?.KnownValue is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? number : null;

    private static IReadOnlyList<Fix> Replace(UserInstruction user, string name, string? number) =>
        number is not null && user.Argument.RawText.StartsWith(name, StringComparison.Ordinal)
            && user.Argument.Span.Length == user.Argument.RawText.Length
            ? Fix.Of("use the number", Applicability.Unsafe, new TextEdit(new TextSpan(user.Argument.Span.Start, name.Length), number))
            : [];
}
