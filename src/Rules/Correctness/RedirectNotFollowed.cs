using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class RedirectNotFollowed : Rule
{
    public override RuleInfo Info { get; } = new("DK6033", "redirect-not-followed", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "curl fetches from an address that answers with another address, and is not told to follow it.",
            """
            Without -L curl takes the answer, which is empty or a page of HTML, for the file. The build goes on, and the next command
            finds something that is no archive and no program.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -o /usr/bin/jq https://github.com/jqlang/jq/releases/download/jq-1.8.1/jq-linux-amd64
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSL -o /usr/bin/jq https://github.com/jqlang/jq/releases/download/jq-1.8.1/jq-linux-amd64
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN curl -L -o /usr/bin/jq https://github.com/jqlang/jq/releases/download/jq-1.8.1/jq-linux-amd64
                    """),
            ])
        {
            Remedy = """
                Add `-L`, and `-f` so that an error of the server is one of curl: `curl -fsSL -o app.tar.gz https://...`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Fetches, static (use, context) =>
    {
        var command = use.Invocation;
        if (command.Tool is not { RedirectOption: { } follow, RedirectUnless: var unless } || command.MayHoldOption()
            || command.Has(unless.AsSpan()))
        {
            return;
        }

        foreach (var address in Downloads.AddressesOf(command))
        {
            if (RedirectingAddress.IsOne(address.Text) && !HasSettings(use, $"{command.Tool}rc", context))
            {
                context.Report(command.ToSource(address),
                    $"this address sends {command.Name} on to another one, which it follows with {follow} only",
                    ScriptEdits.AddOption(use, follow, Applicability.Unsafe));
                return;
            }
        }
    });

    // A file of settings that the Dockerfile writes or copies may tell the tool to follow.
    private static bool HasSettings(InvocationUse use, string name, RuleContext context) => context.IsMentioned(use, name)
        || use.Stage.Chain.SelectMany(context.Model.InvocationsOf).Any(other => other.Invocation.Redirects.Any(redirect =>
            redirect.Target.Parts is [.., var last] && last.LiteralValue?.EndsWith(name, StringComparison.Ordinal) == true))
        || context.Get<Transfers>().OfChain(use.Stage).Any(transfer =>
            transfer.Destination.Text?.EndsWith(name, StringComparison.Ordinal) == true
            || transfer.Sources.Any(source => source.Text?.EndsWith(name, StringComparison.Ordinal) == true));
}
