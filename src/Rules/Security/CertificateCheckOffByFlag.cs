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
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var line in context.Get<CommandLines>())
        {
            if (Offence(line) is not (>= 0 and var index) || context.Get<Downloads>().Any(download => download.IsVerified && download.Line?.Use.Command == line.Use.Command))
            {
                continue;
            }

            // Only a flag that stands for itself can go; a cluster or a setting needs a person.
            IReadOnlyList<Fix> fixes = line.Arguments[index] is "--insecure" or "--proxy-insecure" or "--no-check-certificate" or "-k" && line.Remove(index) is { } edit
                ? Fix.Of($"remove {line.Arguments[index]}", Applicability.Unsafe, edit) : [];
            context.Report(line.SpanOf(index), $"{line.Name} does not check who answers: {line.Arguments[index]}", fixes);
        }
    });

    private static int Offence(CommandLine line) => line.Name switch
    {
        "curl" => Exists(line, "://localhost", "://127.0.0.1") ? -1 : Find(line, word => word is "--insecure" or "--proxy-insecure" || IsCurlCluster(word)),
        "wget" => line.IndexOf("--no-check-certificate"),
        "pip" or "pip3" => line.IndexOf("--trusted-host") is >= 0 and var index ? index : Setting(line, "trusted-host", null),
        "python" or "python3" when line.Starts("pip") || line.Arguments is ["-m", "pip", ..] => line.IndexOf("--trusted-host"),
        "npm" or "yarn" or "pnpm" => Find(line, word => word is "--no-strict-ssl" or "--strict-ssl=false" or "strict-ssl=false") is >= 0 and var index ? index
            : Setting(line, "strict-ssl", "false") is >= 0 and var set ? set : Setting(line, "enableStrictSsl", "false"),
        "git" => Find(line, word => word.Equals("http.sslVerify=false", StringComparison.OrdinalIgnoreCase) || word.Equals("http.sslVerify=0", StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? index : Find(line, word => word.Equals("http.sslVerify", StringComparison.OrdinalIgnoreCase)) is >= 0 and var key && key + 1 < line.Arguments.Count && line.Arguments[key + 1] is "false" or "0" ? key : -1,
        "yum" or "dnf" or "microdnf" or "tdnf" => Find(line, word => word.EndsWith("sslverify=0", StringComparison.OrdinalIgnoreCase) || word.EndsWith("sslverify=false", StringComparison.OrdinalIgnoreCase)),
        "apt" or "apt-get" => Find(line, word => IsAptSetting(word)),
        "conda" or "mamba" => Setting(line, "ssl_verify", "false"),
        "ssh" or "scp" or "sftp" or "rsync" => Find(line, word => word.EndsWith("StrictHostKeyChecking=no", StringComparison.OrdinalIgnoreCase)),
        "helm" or "kubectl" => line.IndexOf("--insecure-skip-tls-verify"),
        "skopeo" or "buildah" or "podman" => Find(line, word => word is "--tls-verify=false" or "--src-tls-verify=false" or "--dest-tls-verify=false"),
        _ => -1,
    };

    private static bool IsAptSetting(string word)
    {
        var setting = word.StartsWith("-o", StringComparison.Ordinal) ? word[2..] : word;
        return setting.StartsWith("Acquire::https::", StringComparison.OrdinalIgnoreCase)
            && (setting.Contains("Verify-Peer=", StringComparison.OrdinalIgnoreCase) || setting.Contains("Verify-Host=", StringComparison.OrdinalIgnoreCase))
            && setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..] is "false" or "0" or "no";
    }

    // Behind a letter that takes a value the rest of the cluster is that value.
    private static bool IsCurlCluster(string word) => word is ['-', not '-', ..] && word.IndexOf('k', StringComparison.Ordinal) is > 0 and var k
        && word.AsSpan(1, k - 1).IndexOfAny("oHdeuAxXTbcCDEFKmQrtUwyYzhP") < 0 && word.AsSpan(1).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#:") < 0;

    private static int Setting(CommandLine line, string key, string? value) => line.Starts("config", "set") || line.Starts("set") || line.Starts("config")
        ? Find(line, word => word == key || word.EndsWith("." + key, StringComparison.Ordinal)) is >= 0 and var index
            && (value is null || line.Arguments.ElementAtOrDefault(index + 1) == value) ? index : -1
        : -1;

    private static bool Exists(CommandLine line, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (line.Arguments.Any(word => word?.Contains(part, StringComparison.Ordinal) == true))
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(CommandLine line, Predicate<string> predicate)
    {
        for (var i = 0; i < line.Arguments.Count; i++)
        {
            if (line.Arguments[i] is { } word && predicate(word))
            {
                return i;
            }
        }

        return -1;
    }
}
