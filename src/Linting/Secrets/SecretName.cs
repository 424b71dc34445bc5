namespace Dockerlint.Linting.Secrets;

/// <summary>Tells from the name of a variable, and from its value if there is one, whether it holds a secret.</summary>
public static class SecretName
{
    private static readonly string[] s_secrets =
    [
        "apikey", "auth", "credential", "credentials", "key", "keys", "passphrase", "passwd", "password", "passwords", "pass", "pwd",
        "pword", "secret", "secrets", "token", "tokens",
    ];

    // What a name is about when it says one of these too: where a secret lies or how it is used, not the secret.
    private static readonly string[] s_others =
    [
        "public", "pub", "file", "files", "path", "paths", "dir", "directory", "folder", "mount", "version", "name", "names", "alias", "id",
        "ids",
        "enabled", "enable", "disable", "disabled", "use", "require", "required", "allow", "url", "urls", "uri", "host", "hosts", "port",
        "server",
        "servers", "endpoint", "sock", "socket", "type", "mode", "method", "methods", "provider", "providers", "module", "backend",
        "algorithm", "alg",
        "size", "length", "len", "bits", "count", "limit", "ttl", "expiry", "expiration", "expires", "timeout", "lifetime", "interval",
        "max", "min",
        "fingerprint", "fingerprints", "keyring", "keyserver", "hash", "checksum", "sha", "sha256", "sha512", "md5", "gpg", "pgp",
        "parallelism", "tokenizer", "level", "format",
        "prefix", "suffix", "header", "domain", "realm", "scope", "scopes", "site", "publishable", "issuer", "audience", "policy",
        "rotation", "cache", "store", "vault", "claim", "helper", "helpers",
    ];

    // Of files that a variable may name.
    private static readonly HashSet<string> s_endings = new(
        [
            "asc", "bat", "cer", "cert", "cfg", "cnf", "conf", "config", "crt", "csr", "der", "enc", "env", "exe", "gpg", "htpasswd", "ini",
            "jar", "jks", "js", "json", "kdbx", "key", "keystore", "keytab", "p12", "pem", "pfx", "php", "pl", "properties", "ps1", "pub",
            "py", "rb", "sh", "so", "sql", "toml", "ts", "txt", "xml", "yaml", "yml",
        ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_bundlerSettings = ["BUNDLE_BUILD__", "BUNDLE_MIRROR__", "BUNDLE_LOCAL__", "BUNDLE_LOCAL_OVERRIDE__"];

    private static readonly string[] s_hostEnds =
    [
        "COM", "ORG", "NET", "IO", "DEV", "APP", "CLOUD", "CO", "DE", "FR", "EU", "UK", "US", "JP", "CN", "RU", "BR", "AI", "SH", "LOCAL",
        "INTERNAL",
    ];

    private static readonly string[] s_switches = ["true", "false", "yes", "no", "on", "off", "none", "null", "0", "1"];

    /// <summary>
    /// Whether one of the parts of the name, between underscores and the like, is a word for a secret and none speaks of something else.
    /// </summary>
    public static bool IsSecret(string name)
    {
        var parts = name.ToLowerInvariant().Split(['_', '-', '.']);
        return (name.EndsWith("ACCESS_KEY_ID", StringComparison.OrdinalIgnoreCase)
                && !Array.Exists(parts, part => part != "id" && s_others.Contains(part)))
            || IsForHost(name)
            || (Array.Exists(parts, part => s_secrets.Contains(part)) && !Array.Exists(parts, part => s_others.Contains(part))
                && parts is not ["pwd"] and not ["pass"] and not ["oldpwd"]);
    }

    // Credentials of one host or source, which has its name in that of the variable: BUNDLE_GEMS__EXAMPLE__COM,
    // NuGetPackageSourceCredentials_Example. Bundler writes a dot as two underscores, and has settings with dots, too.
    private static bool IsForHost(string name) =>
        (name.StartsWith("BUNDLE_", StringComparison.Ordinal) && name.LastIndexOf("__", StringComparison.Ordinal) is > 7 and var dot
            && s_hostEnds.Contains(name[(dot + 2)..]) && !Array.Exists(s_bundlerSettings, name.StartsWith))
        || name.StartsWith("NuGetPackageSourceCredentials_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the value of a variable or a label is something to hide, as its name or the value itself tells.</summary>
    public static bool Holds(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return TokenScanner.Find(value).Any() || (IsSecret(name) && !IsHarmless(name, value));
    }

    /// <summary>Whether the value of a variable whose name speaks of a secret is none all the same.</summary>
    public static bool IsHarmless(string name, string value) => IsHarmless(value) || (IsVague(name) && IsPlainWord(value));

    /// <summary>Whether the name says no more than key or auth, words with many other meanings.</summary>
    public static bool IsVague(string name) =>
        name.ToLowerInvariant().Split(['_', '-', '.']).Where(part => s_secrets.Contains(part))
            .All(part => part is "key" or "keys" or "auth");

    /// <summary>Whether a value is a word of a language rather than a secret.</summary>
    public static bool IsPlainWord(string value) => value.Length < 20 && value.All(char.IsAsciiLetter);

    /// <summary>
    /// Whether a value is nothing to hide: a switch, a small number, a path, a URL without user, a fingerprint, a reference to one of
    /// these.
    /// </summary>
    public static bool IsHarmless(string value) => value.Length == 0
        || s_switches.Contains(value, StringComparer.OrdinalIgnoreCase)
        || (value.Length <= 5 && value.All(c => char.IsAsciiDigit(c) || c == '.'))
        || IsPath(value)
        || (value.Contains("://", StringComparison.Ordinal) && !value.Contains('@'))
        || IsFingerprint(value);

    // From a root, a drive, a home or a folder; folders whose names are words; a file with one of the usual ends; a field of a document.
    private static bool IsPath(string value)
    {
        if (value.AsSpan().IndexOfAny(" \t\n") >= 0)
        {
            return false;
        }

        var dot = value.LastIndexOf('.');
        return value[0] is '/' or '~' || value.StartsWith("./", StringComparison.Ordinal)
            || value.StartsWith("../", StringComparison.Ordinal)
            || (value is [_, ':', '/' or '\\', ..] && char.IsAsciiLetter(value[0]))
            || (value[0] == '.' && value.Length > 1 && value[1..].All(c => char.IsAsciiLetterLower(c) || c is '.' or '_' or '-'))
            || (dot > 0 && s_endings.Contains(value[(dot + 1)..])
                && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/'))
            || (value.Contains('/', StringComparison.Ordinal)
                && value.Split('/').All(part => part.All(c => char.IsAsciiLetterLower(c) || c is '.' or '_' or '-')));
    }

    // Key ids and fingerprints as gpg writes them.
    private static bool IsFingerprint(string value)
    {
        var text = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? value[2..] : value;
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && string.Concat(words).Length is 8 or 16 or 40 && words.All(word => word.All(char.IsAsciiHexDigitUpper));
    }
}
