using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class UnsignedPackagesAllowed : Rule
{
    private static readonly string[] s_packages = [".apk", ".deb", ".rpm"];

    private static readonly string[] s_sources =
    [
        "/etc/apt", "/etc/apk", "/etc/yum", "/etc/dnf", "/etc/zypp", "sources.list", ".repo", "apt-transport",
    ];

    private static readonly string[] s_marks = ["trusted=yes", "Trusted: yes", "gpgcheck=0"];

    public override RuleInfo Info { get; } = new("DK2005", "unsigned-packages-allowed", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_7"), RuleSource.Checkov("CKV2_DOCKER_8"), RuleSource.Checkov("CKV2_DOCKER_9"),
            RuleSource.Checkov("CKV2_DOCKER_10"), RuleSource.Checkov("CKV2_DOCKER_11")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Packages are installed without a check of their signatures.",
            """
            The signature is what ties a package to its distributor: without the check any mirror, proxy or server in between can
            replace it. Install the key of the repository instead. There is no fix for packages from files and from repositories that
            the Dockerfile adds, which may not be signed at all.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN apt-get install -y --allow-unauthenticated curl
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN apt-get install -y curl
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN apk add --allow-untrusted /tmp/a.apk
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN apk add curl
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN echo 'deb [trusted=yes] https://example.com/ ./' > /etc/apt/sources.list.d/a.list
                    """,
                    Good: """
                    FROM debian:12
                    RUN echo 'deb [signed-by=/usr/share/keyrings/a.gpg] https://example.com/ ./' > /etc/apt/sources.list.d/a.list
                    """),
            ])
        {
            Remedy = """
                Remove the option, and add the key of the repository: `signed-by=` for apt, `gpgcheck=1` with `gpgkey=` for yum and dnf,
                `/etc/apk/keys` for apk. For a local file without a signature, check its digest and ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on)
    {
        on.Invocation(static (use, context) =>
        {
            var command = use.Invocation;
            foreach (var option in command.Options)
            {
                if (option.Role == OptionRole.Unsigned)
                {
                    Report(use, command.WordOf(option), context);
                }
            }

            if (command.UnsignedSetting is { } setting)
            {
                Report(use, setting.Word, context);
            }
        });
        on.Script(static (script, context) => CheckSources(script.Text, context));
        on.InnerScript(static (script, context) =>
        {
            // What stands in a word of the RUN's own script stands in that script as well.
            if (!context.Model.ScriptsOf(script.Instruction)
                .Any(outer => s_marks.Any(mark => outer.Text.Text.Contains(mark, StringComparison.Ordinal))))
            {
                CheckSources(script.Text, context);
            }
        });
        on.Instruction<FileTransferInstruction>(static (transfer, context) =>
        {
            foreach (var body in transfer.Heredocs.Select(heredoc => heredoc.Body).OfType<SyntaxToken>())
            {
                CheckSources(MappedText.Slice(body.Source, body.Span), context);
            }
        });
    }

    private static void Report(InvocationUse use, CommandWord word, RuleContext context) => context.Report(
        use.Invocation.ToSource(word), $"{word.Text} lets {use.Invocation.Name} install packages without a valid signature",
        Fixes(use, word, context));

    // Where a package comes from a file, or from a repository that the Dockerfile adds, it may have no signature that could be checked.
    private static IReadOnlyList<Fix> Fixes(InvocationUse use, CommandWord word, RuleContext context)
    {
        var command = use.Invocation;
        if (!word.Text.StartsWith("--", StringComparison.Ordinal) || word.Text.Contains('=', StringComparison.Ordinal)
            || command.Tool is { HasOptionVerbs: true }
            || !HasOnlyNames(command) || AddsSource(use, context))
        {
            return [];
        }

        // --force-yes also answers the question.
        var answers = command.Options.Where(option => option.Role == OptionRole.Yes).ToList();
        return answers is [var only] && command.WordOf(only) == word
            ? command.Tool!.Options.Options.First(option => option.Role == OptionRole.Yes).Name is var yes
                && use.Replacement(word, yes) is { } answer
                ? Fix.Of($"use {yes}", Applicability.Unsafe, answer) : []
            : use.Removal(word) is { } edit ? Fix.Of($"remove {word.Text}", Applicability.Unsafe, edit) : [];
    }

    private static bool HasOnlyNames(Invocation command)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Value is not { } text || text.AsSpan().IndexOfAny("*?$") >= 0
                || (!text.StartsWith('-')
                    && (text.Contains('/', StringComparison.Ordinal)
                    || s_packages.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddsSource(InvocationUse use, RuleContext context)
    {
        foreach (var stage in use.Stage.Chain)
        {
            foreach (var step in stage.Steps)
            {
                if (step.Action is RunInstruction or FileTransferInstruction && AddsSource(step.Action))
                {
                    return true;
                }

                if (step.Action is RunInstruction run && context.Model.InvocationsOf(run).Any(other => AddsSource(other.Invocation)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A package from a file may bring the repository of its vendor.
    private static bool AddsSource(Invocation command)
    {
        if (command.Has(OptionRole.Source))
        {
            return true;
        }

        foreach (var effect in command.Effects)
        {
            if (effect.Kind == EffectKind.AddsSource || (effect is { Kind: EffectKind.Installs, Spec.Packages: PackageKind.System }
                && effect.Packages.Any(package => package.Origin is PackageOrigin.Path or PackageOrigin.Address)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AddsSource(InstructionSyntax instruction) =>
        s_sources.Any(mark => instruction.LogicalText.Contains(mark, StringComparison.Ordinal)
            || instruction.Heredocs.Any(heredoc => heredoc.Content.Contains(mark, StringComparison.Ordinal)));

    // printf 'a\nb'
    private static bool IsEscapedFeed(string text, int at) => at > 1 && text[at - 2] == '\\' && text[at - 1] == 'n';

    // Lines of sources.list and of .repo files that a script or a heredoc writes.
    private static void CheckSources(MappedText text, RuleContext context)
    {
        foreach (var mark in s_marks)
        {
            for (var at = text.Text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at =
                text.Text.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 ? text.Text[at - 1] is '[' or ' ' or '\n' or '"' or '\'' || IsEscapedFeed(text.Text, at) : mark[0] == 'g')
                {
                    context.Report(text.ToSource(new TextSpan(at, mark.Length)), mark[0] == 'g'
                        ? "packages of this repository are taken without a signature" : "this apt source is trusted without a signature");
                }
            }
        }
    }
}
