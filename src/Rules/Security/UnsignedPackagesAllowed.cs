using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK2005.</summary>
public sealed class UnsignedPackagesAllowed : Rule
{
    private static readonly string[] s_apt = ["--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"];
    private static readonly string[] s_rpm = ["--nosignature", "--nodigest", "--noverify", "--nocheck"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2005", "unsigned-packages-allowed", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Aliases = ["CKV2_DOCKER_7", "CKV2_DOCKER_8", "CKV2_DOCKER_9", "CKV2_DOCKER_10", "CKV2_DOCKER_11"],
        Fix = FixAvailability.Sometimes,
        Doc = new("Packages are installed without a check of their signatures.",
            "The signature is what ties a package to its distributor: without the check any mirror, proxy or server in between can replace it. Install the key of the repository instead.",
            [new("FROM debian:12\nRUN apt-get install -y --allow-unauthenticated curl\n", "FROM debian:12\nRUN apt-get install -y curl\n", "FROM debian:12\nRUN apt-get install -y curl\n"),
             new("FROM alpine:3.22\nRUN apk add --allow-untrusted /tmp/a.apk\n", "FROM alpine:3.22\nRUN apk add curl\n"),
             new("FROM debian:12\nRUN echo 'deb [trusted=yes] https://example.com/ ./' > /etc/apt/sources.list.d/a.list\n", "FROM debian:12\nRUN echo 'deb [signed-by=/usr/share/keyrings/a.gpg] https://example.com/ ./' > /etc/apt/sources.list.d/a.list\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on)
    {
        on.File(static context =>
        {
            foreach (var line in context.Get<CommandLines>())
            {
                for (var i = 0; i < line.Arguments.Count; i++)
                {
                    if (line.Arguments[i] is { } word && IsOffence(line.Name, word))
                    {
                        IReadOnlyList<Fix> fixes = word.StartsWith("--", StringComparison.Ordinal) && line.Remove(i) is { } edit
                            ? Fix.Of($"remove {word}", Applicability.Unsafe, edit) : [];
                        context.Report(line.SpanOf(i), $"{line.Name} does not check signatures: {word}", fixes);
                    }
                }
            }
        });
        on.Script(static (script, context) => CheckSources(script.Text, context));
        on.Instruction<FileTransferInstruction>(static (transfer, context) =>
        {
            foreach (var body in transfer.Heredocs.Select(heredoc => heredoc.Body).OfType<SyntaxToken>())
            {
                CheckSources(MappedText.Slice(body.Source, body.Span), context);
            }
        });
    }

    private static bool IsOffence(string command, string word) => command switch
    {
        "apk" => word == "--allow-untrusted",
        "apt" or "apt-get" or "aptitude" => s_apt.Contains(word)
            || (word.Contains("AllowUnauthenticated=", StringComparison.Ordinal) && word[^1] is '1' or 'e' && !word.EndsWith("false", StringComparison.Ordinal))
            || word.EndsWith("AllowInsecureRepositories=true", StringComparison.Ordinal),
        "yum" or "dnf" or "microdnf" or "tdnf" => word is "--nogpgcheck" or "--nogpg" || word.EndsWith("gpgcheck=0", StringComparison.Ordinal) || word.EndsWith("gpgcheck=false", StringComparison.Ordinal),
        "rpm" => s_rpm.Contains(word),
        "zypper" => word is "--no-gpg-checks" or "--allow-unsigned-rpm" or "--no-gpg-check",
        _ => false,
    };

    // printf 'a\nb'
    private static bool IsEscapedFeed(string text, int at) => at > 1 && text[at - 2] == '\\' && text[at - 1] == 'n';

    // Lines of sources.list and of .repo files that a script or a heredoc writes.
    private static void CheckSources(MappedText text, RuleContext context)
    {
        foreach (var mark in (ReadOnlySpan<string>)["trusted=yes", "Trusted: yes", "gpgcheck=0"])
        {
            for (var at = text.Text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 ? text.Text[at - 1] is '[' or ' ' or '\n' or '"' or '\'' || IsEscapedFeed(text.Text, at) : mark[0] == 'g')
                {
                    context.Report(text.ToSource(new TextSpan(at, mark.Length)), mark[0] == 'g' ? "packages of this repository are taken without a signature" : "this apt source is trusted without a signature");
                }
            }
        }
    }
}
