using System.Collections.Immutable;
using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Package managers of Debian: apt-get(8), apt(8), aptitude(8), dpkg(1), apt-key(8), apt-cache(8), apt-mark(8).</summary>
public static class AptTools
{
    private const string Questions = "-y|-s|-d|--print-uris|--trivial-only|--assume-no|--download-only|--simulate|-qq";

    /// <summary>apt-get, apt and aptitude.</summary>
    public static ToolSpec Apt => field ?? Keep(ref field, new("apt-get", """
        -y|--yes|--assume-yes@yes --assume-no -q|--quiet@quiet -qq|-qqq@yes -d|--download-only@dry
        -s|--simulate|--just-print|--dry-run|--recon|--no-act@dry
        -f|--fix-broken -m|--ignore-missing|--fix-missing --no-download@offline -b|--compile|--build -u|--show-upgraded
        -V|--verbose-versions
        -a|--host-architecture= -P|--build-profiles= -t|--target-release|--default-release|--release= -o|--option= -c|--config-file=
        --no-install-recommends|--without-recommends|-R@norecommends --install-recommends|--with-recommends|-r --install-suggests
        --no-install-suggests
        --allow-unauthenticated@unsigned --allow-insecure-repositories@unsigned --force-yes@yes --trivial-only --no-remove
        --allow-downgrades --allow-remove-essential --allow-change-held-packages --no-allow-insecure-repositories --allow-releaseinfo-change
        --ignore-hold --no-upgrade --only-upgrade --reinstall --purge --auto-remove|--autoremove --autoremove-force --list-cleanup
        --no-list-cleanup
        --print-uris@dry --only-source --diff-only --dsc-only --tar-only --arch-only --indep-only --show-progress --with-source= --error-on=
        --solver= --planner= --update|-U --no-show-upgraded --format= --verbose -v|--version -h|--help
        """)
    {
        CacheFolders = ["/var/cache/apt", "/var/lib/apt"],
        IdleFolders = ["/var/cache/apt", "/var/lib/apt/lists"],
        InsecureSettings = ["Acquire::https::*Verify-Peer=false|0|no|off", "Acquire::https::*Verify-Host=false|0|no|off"],
        UnsignedSettings = ["force-yes", "APT::Get::AllowUnauthenticated=true|1|yes|on", "Acquire::AllowInsecureRepositories=true|1|yes|on",
            "APT::Get::force-yes=true|1|yes|on", "Acquire::AllowWeakRepositories=true|1|yes|on"],
        Verbs =
        [
            Verb("update", [RefreshesIndex("/var/lib/apt/lists"), Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("install|reinstall", Installing) with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("upgrade|safe-upgrade|dist-upgrade|full-upgrade|dselect-upgrade",
                [Installs(PackageKind.System, PackageSyntax.Apt), UpdatesSystem, Fetches, Network, Asks.Without(Questions)])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("build-dep", Installing) with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("satisfy", [Installs(PackageKind.System).Of(), Fetches, Network, Asks.Without(Questions)])
                with { Cost = CostClass.SystemPackages },
            Verb("remove|purge", [Removes(PackageKind.System, PackageSyntax.Apt), Asks.Without(Questions).WithOperands().Maybe(),
                Asks.With("--auto-remove").Without(Questions).Maybe()])
                with { Cost = CostClass.Files },
            Verb("autoremove=auto-remove|autopurge", [new EffectSpec(EffectKind.Removes) { Packages = PackageKind.System,
                Syntax = PackageSyntax.Apt },
                Asks.Without(Questions).Maybe()]) with { Cost = CostClass.Files },
            Verb("clean|autoclean=auto-clean|distclean=dist-clean", [CleansCache.At("/var/cache/apt")]) with { Cost = CostClass.Trivial },
            Verb("source", [Fetches, Network, Writes.At(".")]) with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("download|changelog", [Fetches, Network, Writes.At(".")]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("list|search|show|policy|depends|rdepends|showsrc|madison|indextargets|check|versions|why|why-not",
                "--upgradable|--upgradeable --installed -a|--all-versions -n|--names-only --full -i|--important --recurse -F|"
                    + "--display-format= --manual-installed", [Prints]),
            Verb("edit-sources|markauto|unmarkauto|hold|unhold|keep", []),
        ],
    });

    /// <summary>apt-file, gdebi, mk-build-deps, tasksel and others that count on the lists that apt has fetched.</summary>
    public static ToolSpec ListReader => field ?? Keep(ref field, new("apt-file", """
        -y|--yes|--assume-yes|-n|--non-interactive|--non-interactive@yes -q|--quiet@quiet -i|--install -r|--remove -t|--tool= -v|--verbose
        -d|--debug --dry-run@dry -s|--simulate -h|--help --version -o|--option= -c|--config-file=
        """)
    { Effects = [Reads.At("/var/lib/apt/lists")] });

    /// <summary>apt-cache.</summary>
    public static ToolSpec AptCache => field ?? Keep(ref field, new("apt-cache", """
        -p|--pkg-cache= -s|--src-cache= -q|--quiet? -i|--important -f|--full -a|--all-versions -g|--generate --names-only|-n --recurse
        --installed
        --no-all-versions --no-pre-depends --no-depends --no-recommends --no-suggests -c|--config-file= -o|--option= --with-source=
        -h|--help
        """)
    {
        Verbs = [Verb("show|search|policy|madison|depends|rdepends|pkgnames|showpkg|showsrc|stats|dump|dumpavail|unmet|dotty",
        [Prints, Reads.At("/var/lib/apt/lists")])]
    });

    /// <summary>apt-mark.</summary>
    public static ToolSpec AptMark => field ?? Keep(ref field, new("apt-mark", "-f|--file= -c|--config-file= -o|--option= -q|--quiet? "
        + "-s|--simulate -h|--help")
    {
        Verbs = [Verb("auto|manual|minimize-manual|hold|unhold", [SetsConfig]), Verb("showauto|showmanual|showhold|showinstall|"
            + "showremove|showpurge", [Prints])],
        Cost = CostClass.Trivial,
    });

    /// <summary>apt-key.</summary>
    public static ToolSpec AptKey => field ?? Keep(ref field, new("apt-key", "--keyring= -h|--help")
    {
        Verbs =
        [
            Verb("add", [AddsSource.Of()]),
            Verb("adv", "--keyserver= --recv|--recv-keys --fetch-keys --keyserver-options= --no-tty --batch --homedir= -q|--quiet "
                + "--import --list-keys",
                [AddsSource.Of(), Fetches.With("--recv|--fetch-keys"), Network.With("--recv|--fetch-keys")]),
            Verb("del|export|exportall|list|finger|update|net-update", []),
        ],
    });

    /// <summary>add-apt-repository.</summary>
    public static ToolSpec AddRepository => field ?? Keep(ref field, new("add-apt-repository", """
        -y|--yes|--assume-yes@yes -r|--remove -s|--enable-source -c|--component= -p|--pocket= -u|--update -n|--no-update -l|--login
        -m|--massive-debug
        -d|--debug -L|--list -P|--ppa= -C|--cloud= -U|--uri= -S|--sourceslist= -k|--keyserver= --dry-run -h|--help
        """)
    {
        Effects = [AddsSource.Of(), Fetches, Network, RefreshesIndex("/var/lib/apt/lists").Without("-n"), Asks.Without("-y")],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving,
    });

    /// <summary>dpkg.</summary>
    public static ToolSpec Dpkg => field ?? Keep(ref field, new("dpkg", """
        -i|--install --unpack --configure --triggers-only -r|--remove -P|--purge -V|--verify? --update-avail --merge-avail
        -A|--record-avail --forget-old-unavail
        --clear-avail --get-selections --set-selections --clear-selections --yet-to-unpack -C|--audit --add-architecture
        --remove-architecture
        --print-architecture --print-foreign-architectures --compare-versions -l|--list -s|--status -L|--listfiles -S|--search
        -p|--print-avail
        -b|--build -c|--contents -I|--info -f|--field -e|--control -x|--extract -X|--vextract -W|--show --fsys-tarfile --ctrl-tarfile
        -R|--recursive@recursive -a|--pending -B|--auto-deconfigure -D|--debug? --force-confdef --force-confold --force-confnew
        --force-all --force-depends
        --force-overwrite --force-architecture --no-force? --refuse? --force? -G|--refuse-downgrade -E|--skip-same-version
        -O|--selected-only --no-act|--dry-run|--simulate@dry
        --admindir? --instdir? --root? --ignore-depends? --abort-after? --status-fd= --status-logger? --log? --no-debsig --no-triggers
        --triggers --no-pager
        --path-exclude? --path-include? --assert-multi-arch --assert-support-predepends --validate-pkgname --validate-version -?|--help
        --version
        """)
    {
        HasOptionVerbs = true,
        Verbs =
        [
            Verb("-i", [Installs(PackageKind.System, PackageSyntax.Apt).Of(), Reads.Of()]) with { Cost = CostClass.SystemPackages,
                Repeats = Repeatability.Same },
            Verb("--unpack", [Installs(PackageKind.System, PackageSyntax.Apt).Of(), Reads.Of()]) with { Cost = CostClass.SystemPackages },
            Verb("--configure|--triggers-only", []) with { Cost = CostClass.SystemPackages },
            Verb("-r|-P", [Removes(PackageKind.System)]) with { Cost = CostClass.Files },
            Verb("--add-architecture|--remove-architecture|--set-selections|--clear-selections", [SetsConfig])
                with { Cost = CostClass.Trivial },
            Verb("--print-architecture|--print-foreign-architectures|-l|-s|-L|-S|-p|-W|--get-selections|-C|-c|-I|-f", [Prints])
                with { Cost = CostClass.Trivial },
            Verb("--compare-versions", [Tests]) with { Cost = CostClass.Trivial },
            Verb("-x|-X|-e", [Unpacks, Reads.Of(OperandRange.First), Writes.Of(OperandRange.Second)]) with { Cost = CostClass.Files },
            Verb("-b", [Reads.Of(OperandRange.First), Writes.Of(OperandRange.Second)]) with { Cost = CostClass.Files },
        ],
    });

    /// <summary>dpkg-query.</summary>
    public static ToolSpec DpkgQuery => field ?? Keep(ref field, new("dpkg-query", """
        -s|--status -l|--list -W|--show -L|--listfiles -S|--search -p|--print-avail --control-list --control-show -f|--showformat=
        --admindir? --root?
        --load-avail --no-pager
        """)
    { Effects = [Prints], Cost = CostClass.Trivial });

    /// <summary>dpkg-architecture.</summary>
    public static ToolSpec DpkgArchitecture => field ?? Keep(ref field, new("dpkg-architecture", """
        -q|--query= -e|--equal= -i|--is= -l|--list -L|--list-known -s|--print-set -u|--print-unset -c|--command= -a|--host-arch=
        -t|--host-type= -A|--target-arch=
        -T|--target-type= -W|--match-wildcard= -B|--match-bits= -E|--match-endian= -f|--force --print-format?
        """)
    { Style = ToolStyle.Words, Effects = [Prints], Cost = CostClass.Trivial });

    /// <summary>dpkg-reconfigure.</summary>
    public static ToolSpec DpkgReconfigure => field ?? Keep(ref field, new("dpkg-reconfigure", """
        -f|--frontend= -p|--priority= --default-priority -u|--unseen-only --force --no-reload -h|--help --terse
        """)
    { Abbreviates = true, Effects = [SetsConfig, Asks.Without("-f").Maybe()] });

    /// <summary>debconf-set-selections.</summary>
    public static ToolSpec DebconfSet => field ?? Keep(ref field, new("debconf-set-selections", "-v|--verbose -u|--unseen -c|"
        + "--checkonly")
    { Effects = [SetsConfig] });

    /// <summary>dpkg-divert and dpkg-statoverride.</summary>
    public static ToolSpec DpkgDivert => field ?? Keep(ref field, new("dpkg-divert", "--add --remove --list --listpackage= --truename= "
        + "--admindir= --instdir= --root= --divert= --local --no-rename --package= --quiet --rename --test --force --update")
    {
        Effects
        = [SetsConfig],
        Cost = CostClass.Trivial
    });

    /// <summary>dpkg-buildflags and dpkg-buildpackage.</summary>
    public static ToolSpec DpkgBuild => field ?? Keep(ref field, new("dpkg-buildflags", "--get= --list --dump --export? --query "
        + "--status --query-features= --origin= -b -us -uc -d -nc -j? -S -B -A -F -a= -P= -rfakeroot -r?")
    {
        Style = ToolStyle.Words,
        Effects = [Prints.With("--get|--export|--dump|--query")]
    });

    private static ImmutableArray<EffectSpec> Installing =>
        [Installs(PackageKind.System, PackageSyntax.Apt).Of(), Fetches.Without("--no-download"), Network.Without("--no-download"),
            Asks.Without(Questions).WithOperands(), Asks.With("-f").Without(Questions).WithoutOperands().Maybe()];
}
