namespace Dockerlint.Rules;

/// <summary>Files that usually hold secrets, by their names.</summary>
internal static class SecretFile
{
    private static readonly string[] s_names =
    [
        ".env", ".netrc", "_netrc", ".pypirc", ".git-credentials", ".pgpass", ".htpasswd", ".dockercfg", ".vault-token", "id_rsa", "id_dsa",
        "id_ecdsa", "id_ed25519",
        "credentials.json", "service-account.json", "service_account.json", "kubeconfig", ".my.cnf", "secrets.yml", "secrets.yaml",
        "secrets.json", "master.key", "server.key", "tls.key", "ssl.key", "client.key", "privkey.pem", ".npmrc",
        ".ssh", ".aws", ".gnupg", ".kube",
    ];

    private static readonly string[] s_paths = [".aws/credentials", ".docker/config.json", ".kube/config", ".config/gcloud",
        ".gnupg/private-keys-v1.d", ".azure/accessTokens.json", ".composer/auth.json"];

    private static readonly string[] s_samples =
        ["example", "sample", "template", "dist", "defaults", "test", "testing", "ci", "tpl", "development", "docker", "default"];

    private static readonly string[] s_keyExtensions = [".ppk", ".pfx", ".p12", ".jks", ".keystore", ".kdbx"];

    /// <summary>Whether a file of that path and name usually holds secrets.</summary>
    internal static bool IsOne(string path, string name) => !path.Contains("://", StringComparison.Ordinal)
        && (s_names.Contains(name)
            || (name.StartsWith(".env.", StringComparison.Ordinal) && !name.Split('.').Skip(2)
                .Any(part => s_samples.Contains(part.ToLowerInvariant())))
            || Array.Exists(s_paths, path.EndsWith)
            || Array.Exists(s_keyExtensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            || IsPrivateKey(name.ToLowerInvariant()));

    // A .pem is as often a public certificate: the name must say key.
    private static bool IsPrivateKey(string name) =>
        (name.EndsWith(".pem", StringComparison.Ordinal) || name.EndsWith(".key", StringComparison.Ordinal))
        && (name.Contains("private", StringComparison.Ordinal) || name.Contains("secret", StringComparison.Ordinal)
            || name.Contains("privkey", StringComparison.Ordinal) || name.EndsWith("key.pem", StringComparison.Ordinal))
        && !name.Contains("pub", StringComparison.Ordinal);
}
