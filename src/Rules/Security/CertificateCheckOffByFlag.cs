using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class CertificateCheckOffByFlag : Rule
{
    public override RuleInfo Info { get; } = new("DK2003", "certificate-check-off-by-flag", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_2"), RuleSource.Checkov("CKV2_DOCKER_3"), RuleSource.Checkov("CKV2_DOCKER_4"),
            RuleSource.Checkov("CKV2_DOCKER_13"), RuleSource.Checkov("CKV2_DOCKER_15")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A command is told not to check certificates or host keys.",
            """
            Anybody between the build and the server can then send something else. Install the certificate of your own authority
            instead. A download whose digest or signature the same RUN checks is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSL --insecure https://example.com/a -o /a
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/a -o /a
                    """,
                    Fixed: """
                    FROM debian:12
                    RUN curl -fsSL https://example.com/a -o /a
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install --trusted-host pypi.example.com x
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install x
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN git config --global http.sslVerify false
                    """,
                    Good: """
                    FROM debian:12
                    RUN git config --global http.sslCAInfo /ca.pem
                    """),
                new(
                    Bad: """
                    FROM node:22
                    RUN npm config set strict-ssl false
                    """,
                    Good: """
                    FROM node:22
                    RUN npm config set strict-ssl true
                    """),
            ])
        {
            Remedy = """
                Remove the flag. For an authority of your own, copy its certificate to `/usr/local/share/ca-certificates/` and run
                `update-ca-certificates`; for ssh, write the host key to `known_hosts`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        var command = use.Invocation;
        var option = command.Option(OptionRole.Insecure);
        if ((option is null && command.InsecureSetting is null) || (option?.KnownValue is "false") || IsLocal(command)
            || context.Get<Downloads>().Any(download => download.IsVerified && download.Use?.Invocation == command))
        {
            return;
        }

        var word = option is { } flag ? command.WordOf(flag) : command.InsecureSetting!.Value.Word;
        // Only a flag that stands for itself can go; a cluster or a setting needs a person.
        IReadOnlyList<Fix> fixes = option is { Value: null } && word.Text == option.Value.Name && use.Removal(word) is { } edit
            ? Fix.Of($"remove {word.Text}", Applicability.Unsafe, edit) : [];
        context.Report(command.ToSource(word), $"{command.Name} does not check who answers: {word.Text}", fixes);
    });

    private static bool IsLocal(Invocation command)
    {
        foreach (var word in command.Tool is { FetchesFiles: true } ? command.Arguments : [])
        {
            if (LoopbackAddress.IsUrl(word.Text))
            {
                return true;
            }
        }

        return false;
    }
}
