namespace Dockerlint.Verification;

/// <summary>Reads which packages an image has from the databases of dpkg and apk.</summary>
internal static class PackageDatabase
{
    private const string Dpkg = "var/lib/dpkg/status";
    private const string DpkgFolder = "var/lib/dpkg/status.d/";
    private const string Apk = "lib/apk/db/installed";
    private const string ApkInUsr = "usr/lib/apk/db/installed";

    private static readonly string[] s_rpm = ["var/lib/rpm", "usr/lib/sysimage/rpm"];

    /// <summary>Whether the content of a file is wanted for this.</summary>
    internal static bool IsWanted(string path) => path is Dpkg or Apk or ApkInUsr || path.StartsWith(DpkgFolder, StringComparison.Ordinal);

    /// <summary>The packages with their versions.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="problem">What could not be read; null when there is nothing of the kind.</param>
    internal static SortedDictionary<string, string> Read(ImageTree tree, out string? problem)
    {
        problem = s_rpm.Any(tree.HasFilesBelow) ? "packages: the database of rpm is not read" : null;
        var packages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        ReadDpkg(tree.Find(Dpkg)?.Text ?? "", packages);
        foreach (var (file, _) in tree.Files.Where(item => item.File.Path.StartsWith(DpkgFolder, StringComparison.Ordinal)))
        {
            ReadDpkg(file.Text, packages);
        }

        ReadApk(tree.Find(Apk)?.Text ?? tree.Find(ApkInUsr)?.Text ?? "", packages);
        return packages;
    }

    // Paragraphs of fields; a package that was removed stays with another status.
    private static void ReadDpkg(string text, SortedDictionary<string, string> packages)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.Trim().Length == 0)
            {
                if (fields.TryGetValue("Package", out var name) && fields.TryGetValue("Version", out var version)
                    && fields.GetValueOrDefault("Status", "installed").EndsWith("installed", StringComparison.Ordinal)
                    && !fields.GetValueOrDefault("Status", "").EndsWith("not-installed", StringComparison.Ordinal))
                {
                    packages[name] = version;
                }

                fields.Clear();
            }
            else if (line[0] != ' ' && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && line[..colon] is "Package" or "Version" or "Status")
            {
                fields[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }
    }

    private static void ReadApk(string text, SortedDictionary<string, string> packages)
    {
        var name = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("P:", StringComparison.Ordinal))
            {
                name = line[2..].Trim();
            }
            else if (line.StartsWith("V:", StringComparison.Ordinal) && name.Length > 0)
            {
                packages[name] = line[2..].Trim();
            }
        }
    }
}
