using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK2005.</summary>
public sealed class UnsignedPackagesAllowed : Rule
{
    private static readonly string[] s_apt = ["--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"];
    private static readonly string[] s_rpm = ["--nosignature", "--nodigest", "--noverify", "--nocheck"];

    private static readonly string[] s_packages = [".apk", ".deb", ".rpm"];

    private static readonly string[] s_sources =
    [
        "/etc/apt", "/etc/apk", "/etc/yum", "/etc/dnf", "/etc/zypp", "sources.list", ".repo", "config-manager", "addrepo", "zypper ar", "--repository", "--repofrompath", "apk add -X", " -X ",
        "--plus-repo", "apt-transport",
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2005", "unsigned-packages-allowed", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_7"), RuleSource.Checkov("CKV2_DOCKER_8"), RuleSource.Checkov("CKV2_DOCKER_9"), RuleSource.Checkov("CKV2_DOCKER_10"), RuleSource.Checkov("CKV2_DOCKER_11")],
        Fix = FixAvailability.Sometimes,
        Doc = new("Packages are installed without a check of their signatures.",
            "The signature is what ties a package to its distributor: without the check any mirror, proxy or server in between can replace it. Install the key of the repository instead. There is no fix for packages from files and from repositories that the Dockerfile adds, which may not be signed at all.",
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
                        context.Report(line.SpanOf(i), $"{line.Name} does not check signatures: {word}", Fixes(line, i, word, context));
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

    // Where a package comes from a file, or from a repository that the Dockerfile adds, it may have no signature that could be checked.
    private static IReadOnlyList<Fix> Fixes(CommandLine line, int index, string word, RuleContext context)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal) || line.Name == "rpm" || !HasOnlyNames(line) || AddsSource(line.Script, context))
        {
            return [];
        }

        // --force-yes also answers the question.
        return word == "--force-yes" && !line.Has("-y", "--yes", "--assume-yes", "-qq")
            ? line.Use.Text.IsExact(line.Word(index).Span) ? Fix.Of("use -y", Applicability.Unsafe, new TextEdit(line.SpanOf(index), "-y")) : []
            : line.Remove(index) is { } edit ? Fix.Of($"remove {word}", Applicability.Unsafe, edit) : [];
    }

    private static bool HasOnlyNames(CommandLine line) => line.Arguments.All(word => word is not null && word.AsSpan().IndexOfAny("*?$") < 0
        && (word.StartsWith('-') || !(word.Contains('/', StringComparison.Ordinal) || s_packages.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))));

    private static bool AddsSource(ScriptUse script, RuleContext context) =>
        script.Stage.Chain.SelectMany(stage => stage.Steps).Any(step => step.Action is RunInstruction or FileTransferInstruction && AddsSource(step.Action))
        || context.Model.ScriptsOfChain(script.Stage).SelectMany(other => other.Programs).Any(use => use.Name is "add-apt-repository" or "yum-config-manager" or "rpm" or "dpkg");

    private static bool AddsSource(InstructionSyntax instruction) =>
        s_sources.Any(mark => instruction.LogicalText.Contains(mark, StringComparison.Ordinal) || instruction.Heredocs.Any(heredoc => heredoc.Content.Contains(mark, StringComparison.Ordinal)));

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
