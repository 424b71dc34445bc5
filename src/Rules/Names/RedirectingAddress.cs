namespace Dockerlint.Rules;

/// <summary>Addresses that are known to answer with another address, as far as their host and path tell.</summary>
internal static class RedirectingAddress
{
    // The host, and what stands in the path; nothing where all of the host does it.
    private static readonly (string Host, string Path)[] s_all =
    [
        ("github.com", "/releases/download/"), ("github.com", "/releases/latest/"), ("github.com", "/archive/"), ("github.com", "/raw/"),
        ("github.com", "/tarball/"), ("github.com", "/zipball/"), ("www.github.com", "/"), ("api.github.com", "/tarball"),
        ("api.github.com", "/zipball"), ("raw.github.com", "/"), ("git.io", "/"), ("bit.ly", "/"), ("tinyurl.com", "/"), ("goo.gl", "/"),
        ("aka.ms", "/"), ("sourceforge.net", "/download"), ("downloads.sourceforge.net", "/"), ("prdownloads.sourceforge.net", "/"),
        ("dl.k8s.io", "/"), ("golang.org", "/dl/go"), ("go.dev", "/dl/go"), ("api.adoptium.net", "/binary/"),
        ("search.maven.org", "/remotecontent"), ("code.visualstudio.com", "/sha/download"), ("update.code.visualstudio.com", "/"),
    ];

    /// <summary>Whether the address is one; parts of it may be unknown.</summary>
    internal static bool IsOne(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var rest = url.AsSpan(start + 3);
        var slash = rest.IndexOf('/');
        if (slash < 0)
        {
            return false;
        }

        var path = rest[slash..];
        var host = rest[..slash];
        host = host[(host.LastIndexOf('@') + 1)..];
        foreach (var (knownHost, part) in s_all)
        {
            if (host.Equals(knownHost, StringComparison.OrdinalIgnoreCase) && path.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
