using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The fix that installs without recommended packages, and what it must bring back.</summary>
internal static class Recommendations
{
    // They, or the library they are made with, recommend the certificates without which https fails.
    private static readonly string[] s_fetchers =
        ["curl", "wget", "git", "git-core", "aria2", "lynx", "links", "w3m", "libcurl4", "libcurl3", "git-lfs"];

    // What they recommend is what they are installed for: headers, compilers, agents, drivers, fonts, tools they call.
    private static readonly string[] s_needy =
    [
        "ansible", "apt-transport-https", "build-essential", "cargo", "chromium", "chromium-browser", "chromium-driver", "clang", "cmake",
        "cpp", "cups", "cython3", "dbus", "default-jdk",
        "default-jre", "devscripts", "dirmngr", "dkms", "docker-ce", "docker.io", "dpkg-dev", "ffmpeg", "firefox", "firefox-esr", "flatpak",
        "fonts-noto", "g++", "gcc", "gdal-bin", "gdebi",
        "ghostscript", "gimp", "gnupg", "gnupg2", "gpg", "gpg-agent", "golang", "golang-go", "google-chrome-stable", "graphviz",
        "imagemagick", "inkscape", "kubectl", "latexmk",
        "libreoffice", "lxc", "maven", "mercurial", "mono-complete", "mysql-server", "mariadb-server", "network-manager", "nfs-common",
        "nodejs", "npm", "octave", "openssh-client", "openssh-server",
        "ssh", "pandoc", "pip", "pipx", "podman", "postfix", "postgresql", "postgis", "pulseaudio", "python3-dev", "python3-pip",
        "python-pip", "python3-venv", "python3-virtualenv", "qemu-kvm",
        "r-base", "r-base-dev", "rails", "ruby", "ruby-dev", "rustc", "rxvt", "salt-minion", "samba", "shellcheck", "snapd",
        "software-properties-common", "subversion", "sudo", "systemd",
        "texlive", "tightvncserver", "tigervnc-standalone-server", "tshark", "ubuntu-desktop", "virtualbox", "vlc", "wine", "winbind",
        "wireshark", "wkhtmltopdf", "x11vnc", "xorg", "xvfb", "xserver-xorg",
    ];

    private static readonly string[] s_needyFamilies =
        ["texlive-", "openjdk-", "php", "gcc-", "g++-", "clang-", "llvm-", "task-", "xfce4", "kde-", "gnome-", "lxde", "lxqt",
            "libreoffice-", "postgresql-", "fonts-", "python3-", "ruby", "ros-", "linux-", "nvidia-", "cuda-", "mysql-", "mariadb-", "wine",
            "qemu-"];

    /// <summary>The fix that adds the option; none where a package may do nothing without what it recommends.</summary>
    internal static IReadOnlyList<Fix> Without(InvocationUse use, string option, RuleContext context)
    {
        var packages = use.Invocation.PackagesOf(PackageKind.System).ToList();
        if (use.Invocation.IsOpen || packages.Exists(package => !package.Word.IsKnown || IsNeedy(package))
            || ScriptEdits.AddOption(use, option, Applicability.Unsafe) is not [{ Edits.Edits: [var edit] } plain])
        {
            return [];
        }

        var fetcher = packages.FindLast(package => s_fetchers.Contains(package.Name));
        if (fetcher.Name is null || packages.Exists(package => package.Name == InstalledCertificates.Package)
            || context.Get<InstalledCertificates>().UpTo(use))
        {
            return [plain];
        }

        // In the word of a variable there is no place for another package.
        return IsPlace(use, fetcher.Word) && Beside(use, fetcher.Word) is { } certificates
            ? Fix.Of($"{plain.Title} and {InstalledCertificates.Package}", Applicability.Unsafe, edit, certificates)
            : [];
    }

    private static bool IsPlace(InvocationUse use, CommandWord word) => word.Syntax is null or { LiteralValue: not null }
        && use.Invocation.Text.IsExact(word.Span);

    private static TextEdit? Beside(InvocationUse use, CommandWord word) => use.Invocation is { Command: not null, Parent: null }
        ? RunLayout.Beside(use.RunOf(), use.Invocation.ToSource(word), InstalledCertificates.Package)
        : ScriptEdits.WordBehind(use, word, InstalledCertificates.Package);

    // A file, a pattern or a task may bring anything.
    private static bool IsNeedy(PackageRequest package) => package.Origin is not PackageOrigin.Registry || IsNeedy(package.Name);

    private static bool IsNeedy(string name) => name.Length == 0 || name.AsSpan().IndexOfAny("*?^+") >= 0 && name is not "g++"
        || name.StartsWith('.') || name.EndsWith(".deb", StringComparison.Ordinal)
        || s_needy.Contains(name) || Array.Exists(s_needyFamilies, family => name.StartsWith(family, StringComparison.Ordinal));
}
