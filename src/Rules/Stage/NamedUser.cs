using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3066.</summary>
public sealed class NamedUser : Rule
{
    private static readonly string[] s_flags =
    [
        "-D", "-H", "-S", "-l", "-m", "-M", "-N", "-o", "-r", "-U", "-rm", "-mr", "-ms", "-lm", "-rU", "-Um", "-mU", "--system", "--disabled-password", "--disabled-login", "--no-create-home",
        "--create-home", "--no-log-init", "--no-user-group", "--user-group", "--non-unique", "--quiet", "--force-badname", "--allow-bad-names",
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3066", "named-user", Category.Security, Severity.Info)
    {
        Since = "0.1",

        // Only Kubernetes' runAsNonRoot needs it; elsewhere names are as good.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Fix = FixAvailability.Sometimes,
        Doc = new("The last USER of an image is a name.",
            "Kubernetes cannot tell from a name that it is not root, and refuses the image under runAsNonRoot. Looked at are the stages that the file is for; root is another rule's matter.",
            [new("FROM alpine:3.22\nRUN adduser -D -u 1001 app\nUSER app\n", "FROM alpine:3.22\nRUN adduser -D -u 1001 app\nUSER 1001\n",
                "FROM alpine:3.22\nRUN adduser -D -u 1001 app\nUSER 1001\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var last = context.Get<LastUsers>().Of(stage);
            if (last is null || stage.FinalState.User?.Split(':')[0] is not { Length: > 0 } name || name == "root" || name.All(char.IsAsciiDigit))
            {
                continue;
            }

            var number = context.Model.ScriptsOfChain(stage).SelectMany(script => script.Commands)
                .Select(use => NumberOf(name, use)).FirstOrDefault(found => found is not null);
            context.Report(last.Argument.Span, number is null
                ? $"user {name} is a name: runAsNonRoot needs a number"
                : $"user {name} is a name: runAsNonRoot needs its number, {number}", Replace(last, name, number));
        }
    });

    private static string? NumberOf(string name, CommandUse use)
    {
        if (use.Command.Name is not ("useradd" or "adduser") || !IsMade(name, use))
        {
            return null;
        }

        for (var i = 0; i < use.Arguments.Count; i++)
        {
            var number = use.Arguments[i] switch
            {
                "-u" or "--uid" when i + 1 < use.Arguments.Count => use.Arguments[i + 1],
                { } word when word.StartsWith("--uid=", StringComparison.Ordinal) => word["--uid=".Length..],
                _ => null,
            };
            if (number is { Length: > 0 } && number.All(char.IsAsciiDigit))
            {
                return number;
            }
        }

        return null;
    }

    // The name also stands for groups and comments: the user is what is no value of an option.
    private static bool IsMade(string name, CommandUse use)
    {
        for (var i = 0; i < use.Arguments.Count; i++)
        {
            if (use.Arguments[i] is ['-', ..] option)
            {
                i += s_flags.Contains(option) || option.Contains('=', StringComparison.Ordinal) ? 0 : 1;
            }
            else if (use.Arguments[i] is { } word)
            {
                return word == name;
            }
        }

        return false;
    }

    private static IReadOnlyList<Fix> Replace(UserInstruction user, string name, string? number) =>
        number is not null && user.Argument.RawText.StartsWith(name, StringComparison.Ordinal) && user.Argument.Span.Length == user.Argument.RawText.Length
            ? Fix.Of("use the number", Applicability.Unsafe, new TextEdit(new TextSpan(user.Argument.Span.Start, name.Length), number))
            : [];
}
