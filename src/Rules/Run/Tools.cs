using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The option tables of package managers and other programs, from their manuals.</summary>
internal static class Tools
{
    internal static readonly OptionTable Apt = new("toacPwF",
        "target-release", "default-release", "option", "config-file", "host-architecture", "build-profiles", "solver", "planner", "with-source");

    internal static readonly OptionTable Apk = new("Xpt",
        "repository", "root", "virtual", "arch", "keys-dir", "repositories-file", "wait", "cache-dir", "cache-max-age", "timeout", "progress-fd");

    internal static readonly OptionTable Yum = new("xcdeR",
        "enablerepo", "disablerepo", "repo", "repoid", "exclude", "setopt", "releasever", "installroot", "config", "debuglevel", "errorlevel", "randomwait",
        "advisory", "forcearch", "comment", "disableplugin", "enableplugin", "downloaddir", "destdir", "rpmverbosity", "color", "repofrompath", "from-repo");

    internal static readonly OptionTable Zypper = new("rtRpDCc",
        "repo", "from", "type", "root", "installroot", "plus-repo", "plus-content", "releasever", "reposd-dir", "cache-dir", "pkg-cache-dir", "solv-cache-dir",
        "raw-cache-dir", "config", "name", "download");

    internal static readonly OptionTable Npm = new("wC",
        "loglevel", "registry", "prefix", "cache", "omit", "include", "only", "workspace", "tag", "install-strategy", "userconfig", "globalconfig", "fetch-retries",
        "fetch-timeout", "fetch-retry-factor", "fetch-retry-mintimeout", "fetch-retry-maxtimeout", "maxsockets", "before", "cpu", "os", "libc",
        "script-shell", "python", "cwd", "modules-folder", "cache-folder", "network-timeout", "network-concurrency", "global-folder", "link-folder", "mutex",
        "filter", "dir", "store-dir", "global-dir", "global-bin-dir", "reporter", "child-concurrency", "https-proxy", "proxy", "backend");

    internal static readonly OptionTable Gem = new("invPpsBg",
        "install-dir", "bindir", "version", "trust-policy", "http-proxy", "source", "bulk-threshold", "platform", "document", "file", "build-root", "without",
        "target-rbconfig", "config-file");

    internal static readonly OptionTable Pip = new("cretCifbpP",
        "constraint", "requirement", "editable", "target", "platform", "python-version", "implementation", "abi", "root", "prefix", "src", "config-settings",
        "config-setting", "global-option", "install-option", "build-option", "no-binary", "only-binary", "progress-bar", "root-user-action", "report",
        "index-url", "extra-index-url", "find-links", "log", "proxy", "retries", "timeout", "default-timeout", "exists-action", "trusted-host", "cert",
        "client-cert", "cache-dir", "use-feature", "use-deprecated", "python", "keyring-provider", "upgrade-strategy", "group", "build", "resume-retries",
        "index", "default-index", "index-strategy", "resolution", "prerelease", "exclude-newer", "torch-backend", "link-mode", "extra", "override",
        "build-constraint", "refresh-package", "upgrade-package", "reinstall-package", "python-platform", "with", "config-file", "directory", "project",
        "suffix", "pip-args", "index-mode");

    internal static readonly OptionTable Go = new("",
        "ldflags", "tags", "gcflags", "asmflags", "mod", "modfile", "o", "p", "C", "toolexec", "overlay", "buildmode", "compiler", "exec", "installsuffix",
        "pkgdir", "covermode", "coverpkg", "pgo", "gccgoflags", "modcacherw-mode")
    { HasSingleDashNames = true };

    internal static readonly OptionTable Wget = new("oaeiBtOTwQPDIXUlAR",
        "output-file", "append-output", "execute", "input-file", "base", "tries", "output-document", "timeout", "wait", "quota", "directory-prefix",
        "header", "user", "password", "user-agent", "post-data", "post-file", "progress", "ca-certificate", "waitretry", "retry-on-http-error", "referer")
    { PairLetter = 'n' };

    internal static readonly OptionTable Useradd = new("bcdefgGkKpRsuZP",
        "base-dir", "comment", "home-dir", "home", "expiredate", "inactive", "gid", "groups", "skel", "key", "password", "root", "shell", "uid", "selinux-user", "prefix");

    /// <summary>An option table for programs of which only the operands matter.</summary>
    internal static readonly OptionTable Plain = new("");

    /// <summary>The programs of a script with one of the names.</summary>
    internal static IEnumerable<ProgramUse> Named(this ScriptUse script, params string[] names) =>
        script.Programs.Where(use => names.Contains(use.Name));
}
