using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK2003.</summary>
public sealed class CertificateCheckOffByFlag : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2003", "certificate-check-off-by-flag", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Sources = [RuleSource.Checkov("CKV2_DOCKER_2"), RuleSource.Checkov("CKV2_DOCKER_3"), RuleSource.Checkov("CKV2_DOCKER_4"), RuleSource.Checkov("CKV2_DOCKER_13"), RuleSource.Checkov("CKV2_DOCKER_15")],
        Fix = FixAvailability.Sometimes,
        Doc = new("A command is told not to check certificates or host keys.",
            "Anybody between the build and the server can then send something else. Install the certificate of your own authority instead. A download whose digest or signature the same RUN checks is not reported.",
            [new("FROM debian:12\nRUN curl -fsSL --insecure https://example.com/a -o /a\n", "FROM debian:12\nRUN curl -fsSL https://example.com/a -o /a\n", "FROM debian:12\nRUN curl -fsSL https://example.com/a -o /a\n"),
             new("FROM python:3.13\nRUN pip install --trusted-host pypi.example.com x\n", "FROM python:3.13\nRUN pip install x\n"),
             new("FROM debian:12\nRUN git config --global http.sslVerify false\n", "FROM debian:12\nRUN git config --global http.sslCAInfo /ca.pem\n"),
             new("FROM node:22\nRUN npm config set strict-ssl false\n", "FROM node:22\nRUN npm config set strict-ssl true\n")]),
    };

    /// <inheritdoc/>
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
            if (word.Text.Contains("://localhost", StringComparison.Ordinal) || word.Text.Contains("://127.0.0.1", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
