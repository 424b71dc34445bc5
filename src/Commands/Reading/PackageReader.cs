namespace Dockerlint.Commands;

/// <summary>Tells the name of a package from its version, in the way its tool does.</summary>
internal static class PackageReader
{
    private static readonly string[] s_archives =
        [".deb", ".rpm", ".apk", ".whl", ".tar.gz", ".tgz", ".zip", ".gem", ".tar.bz2", ".tar.xz", ".conda", ".jar", ".nupkg",
            ".pkg.tar.zst", ".rock"];

    internal static PackageRequest Read(CommandWord word, PackageSyntax syntax)
    {
        var text = word.Text;
        if (word.IsOpen || text.Length == 0)
        {
            return new PackageRequest(word, text, null, false, PackageOrigin.Unknown);
        }

        if (syntax == PackageSyntax.Pip && text.IndexOf(" @ ", StringComparison.Ordinal) is var direct && direct > 0)
        {
            return new PackageRequest(word, Bare(text[..direct]), text[(direct + 3)..], true, PackageOrigin.Address);
        }

        if (IsAddress(text))
        {
            var isRepository = text.StartsWith("git", StringComparison.Ordinal) || text.StartsWith("hg+", StringComparison.Ordinal)
                || text.EndsWith(".git", StringComparison.Ordinal);
            return new PackageRequest(word, text, null, false, isRepository ? PackageOrigin.Repository : PackageOrigin.Address);
        }

        if (IsPath(text, syntax))
        {
            return new PackageRequest(word, text, null, false, PackageOrigin.Path);
        }

        return syntax switch
        {
            PackageSyntax.Apt => Apt(word),
            PackageSyntax.Apk => Ranged(word, Before(text, '@'), "=<>~"),
            PackageSyntax.Rpm => Rpm(word),
            PackageSyntax.Zypper => text.StartsWith("pattern:", StringComparison.Ordinal) ? Named(word, text, PackageOrigin.Group)
                : Ranged(word, text, "=<>"),
            PackageSyntax.Pip => Pip(word),
            PackageSyntax.Conda => Conda(word),
            PackageSyntax.Npm => Npm(word),
            PackageSyntax.Gem or PackageSyntax.Composer => Split(word, ':', isExact: syntax == PackageSyntax.Gem),
            PackageSyntax.Go => Split(word, '@', isExact: true),
            PackageSyntax.Cargo or PackageSyntax.At or PackageSyntax.Nuget => Split(word, '@', isExact: true),
            PackageSyntax.Pacman => Ranged(word, text, "=<>"),
            PackageSyntax.Equals => Split(word, '=', isExact: true),
            PackageSyntax.DoubleEquals => Ranged(word, text, "=<>"),
            PackageSyntax.Dash => Dashed(word, text),
            _ => Named(word, text, PackageOrigin.Registry),
        };
    }

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("git@",
        StringComparison.Ordinal)
        || text.StartsWith("git+", StringComparison.Ordinal) || text.StartsWith("github:", StringComparison.Ordinal);

    private static bool IsPath(string text, PackageSyntax syntax)
    {
        if (text[0] == '.' && syntax == PackageSyntax.Apk && !text.StartsWith("./", StringComparison.Ordinal))
        {
            return false;
        }

        if (text[0] is '/' or '~' || text is "." or ".." || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../",
            StringComparison.Ordinal)
            || text.StartsWith(".[", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var ending in s_archives)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal) || (syntax == PackageSyntax.Pip && text.Contains(ending + "[",
                StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return syntax == PackageSyntax.Pip && text.Contains('/', StringComparison.Ordinal) && text.AsSpan().IndexOfAny("=<>") < 0;
    }

    private static PackageRequest Named(CommandWord word, string name, PackageOrigin origin) => new(word, name, null, false, origin);

    private static string Before(string text, char mark) => text.IndexOf(mark, StringComparison.Ordinal) is var at && at > 0
        ? text[..at] : text;

    private static string Bare(string name) => Before(name, '[').Trim();

    private static PackageRequest Split(CommandWord word, char mark, bool isExact)
    {
        var at = word.Text.IndexOf(mark, 1);
        return at < 0 ? Named(word, word.Text, PackageOrigin.Registry) : Versioned(word, word.Text[..at], word.Text[(at + 1)..], isExact);
    }

    private static PackageRequest Versioned(CommandWord word, string name, string version, bool isExact) =>
        new(word, name, version, isExact && version.AsSpan().IndexOfAny("*^~<>|") < 0 && version is not ("latest" or ""),
            PackageOrigin.Registry);

    // name=1.0, name>=1.0, name~1.0: only a single (or double) equals sign is one version.
    private static PackageRequest Ranged(CommandWord word, string text, string marks)
    {
        var at = text.AsSpan().IndexOfAny(marks);
        if (at <= 0)
        {
            return Named(word, text, PackageOrigin.Registry);
        }

        var end = at;
        while (end < text.Length && marks.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        return Versioned(word, text[..at], text[end..], text[at..end] is "=" or "==" or "===");
    }

    private static PackageRequest Apt(CommandWord word)
    {
        var text = word.Text;
        var at = text.AsSpan().IndexOfAny('=', '/');
        if (at > 0)
        {
            var name = Before(text[..at], ':');
            return text[at] == '=' ? Versioned(word, name, text[(at + 1)..], true) : new PackageRequest(word, name,
                text[(at + 1)..], false, PackageOrigin.Registry);
        }

        return Named(word, Before(text, ':'), text.EndsWith('^') ? PackageOrigin.Group : PackageOrigin.Registry);
    }

    private static PackageRequest Rpm(CommandWord word)
    {
        var text = word.Text;
        return text[0] == '@' ? Named(word, text, PackageOrigin.Group)
            : text.AsSpan().IndexOfAny("=<>") > 0 ? Ranged(word, text.Replace(" ", "", StringComparison.Ordinal), "=<>")
            : Dashed(word, text);
    }

    // name-1.0-2.x86_64: what follows the first dash that a digit or an unknown text stands behind.
    private static PackageRequest Dashed(CommandWord word, string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == '-' && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == CommandWord.UnknownText)
                && IsVersion(text.AsSpan(i + 1)))
            {
                return Versioned(word, text[..i], text[(i + 1)..], true);
            }
        }

        return Named(word, text, PackageOrigin.Registry);
    }

    // Names hold versions themselves (java-1.8.0-openjdk-devel): behind a version stands a release, which begins with a digit.
    private static bool IsVersion(ReadOnlySpan<char> rest) => rest.IndexOfAny(".:" + CommandWord.UnknownText) >= 0
        && ((rest.LastIndexOf('-') is var hyphen && hyphen < 0) || (hyphen + 1 < rest.Length
            && (char.IsAsciiDigit(rest[hyphen + 1]) || rest[hyphen + 1] == CommandWord.UnknownText)));

    private static PackageRequest Pip(CommandWord word)
    {
        var text = Before(word.Text, ';');
        var at = text.AsSpan().IndexOfAny("=<>!~");
        if (at < 0)
        {
            // uv accepts name@version.
            var shortened = text.IndexOf('@', StringComparison.Ordinal);
            return shortened > 0 ? Versioned(word, Bare(text[..shortened]), text[(shortened + 1)..], true) : Named(word, Bare(text),
                PackageOrigin.Registry);
        }

        var end = at;
        while (end < text.Length && "=<>!~".Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        var isExact = text[at..end] is "==" or "===" && !text.Contains(',', StringComparison.Ordinal);
        return Versioned(word, Bare(text[..at]), text[end..].Trim(), isExact);
    }

    private static PackageRequest Conda(CommandWord word)
    {
        var text = word.Text;
        var channel = text.LastIndexOf("::", StringComparison.Ordinal);
        return Ranged(word, Before(channel < 0 ? text : text[(channel + 2)..], '['), "=<>! ");
    }

    private static PackageRequest Npm(CommandWord word)
    {
        var text = word.Text;
        var at = text.IndexOf('@', 1);
        if (at > 0 && text.AsSpan(at + 1).StartsWith("npm:"))
        {
            at = text.LastIndexOf('@');
        }

        if (at > 0)
        {
            var version = text[(at + 1)..];
            return IsAddress(version) ? new PackageRequest(word, text[..at], version, false, PackageOrigin.Address)
                : Versioned(word, text[..at], version, version.Length > 0 && (char.IsAsciiDigit(version[0])
                    || version[0] == CommandWord.UnknownText)
                    && version.Count(c => c == '.') >= (version.Contains(CommandWord.UnknownText, StringComparison.Ordinal) ? 0 : 2));
        }

        return Named(word, text, text[0] != '@' && text.Contains('/', StringComparison.Ordinal) ? PackageOrigin.Repository
            : PackageOrigin.Registry);
    }
}
