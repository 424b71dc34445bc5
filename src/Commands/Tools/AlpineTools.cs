using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Alpine's package manager, apk(8), and its kind: opkg, xbps, pacman, emerge.</summary>
public static class AlpineTools
{
    /// <summary>apk.</summary>
    public static ToolSpec Apk => field ?? Keep(ref field, new("apk", """
        -f|--force@force -i|--interactive -p|--root= -q|--quiet@quiet -U|--update-cache|--update -v|--verbose -V|--version
        -X|--repository=@source
        --allow-untrusted@unsigned --arch= --cache-dir=@cache --cache-max-age= --force-binary-stdout --force-broken-world
        --force-missing-repositories
        --force-non-repository --force-old-apk --force-overwrite --force-refresh --keys-dir= --no-cache@nocache
        --no-check-certificate@insecure
        --no-interactive --no-logfile --no-network@offline --no-progress --print-arch --progress-fd= --purge --repositories-file=
        --timeout= --wait=
        --preserve-env --progress --cache-packages --cache-predownload --logfile --pretty-print= -h|--help
        """)
    {
        CacheFolders = ["/var/cache/apk"],
        Verbs =
        [
            Verb("add", "-s|--simulate@dry --clean-protected --overlay-from-stdin --no-scripts --no-commit-hooks "
                + "--initramfs-diskless-boot --initdb -l|--latest -u|--upgrade -t|--virtual=@packagename --usermode --no-chown",
                [Installs(PackageKind.System, PackageSyntax.Apk).Of(), Fetches.Without("--no-network"), Network.Without("--no-network"),
                    Asks.With("-i"),
                    RefreshesIndex("/var/cache/apk").With("-U|--no-cache")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("del", "-s|--simulate@dry -r|--rdepends --no-scripts --no-commit-hooks", [Removes(PackageKind.System,
                PackageSyntax.Apk), Asks.With("-i")])
                with { Cost = CostClass.Files },
            Verb("update", [RefreshesIndex("/var/cache/apk"), Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("upgrade", "-a|--available -l|--latest --no-self-upgrade --self-upgrade-only --ignore -s|--simulate@dry --prune",
                [Installs(PackageKind.System, PackageSyntax.Apk), UpdatesSystem, Fetches, Network, Asks.With("-i"),
                    RefreshesIndex("/var/cache/apk").With("-U|--no-cache")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("fix", "-d|--depends -x|--xattr -r|--reinstall --directory-permissions -u|--upgrade -s|--simulate@dry",
                [Installs(PackageKind.System, PackageSyntax.Apk)]),
            Verb("cache", "-d|--add-dependencies -u|--upgrade -l|--latest --available --ignore-conflict",
                [CleansCache.At("/var/cache/apk").WithOperand("clean|purge"), Fetches.WithOperand("download"),
                    Network.WithOperand("download")]),
            Verb("fetch", "-L|--link -l|--link -o|--output=@output -R|--recursive@recursive -s|--stdout --simulate --url -w|--world",
                [Fetches, Network, Writes.At(".")])
                with { Cost = CostClass.Download },
            Verb("info", "-a|--all -d|--description -e|--installed -L|--contents -P|--provides -r|--rdepends -R|--depends -s|--size -w|"
                + "--webpage -W|--who-owns --install-if --license --replaces -t|--triggers --rinstall-if", [Prints]),
            Verb("search|list", "-a|--all -d|--description -e|--exact --has-origin -o|--origin -r|--rdepends -I|--installed -O|"
                + "--orphaned -u|--upgradable -P|--providers --depends", [Prints]),
            Verb("version", "-I|--indexes -t|--test -c|--check -a|--all -l|--limit=", [Prints]),
            Verb("index", "-d|--description= --merge -o|--output=@output --prune-origin -x|--index= --no-warnings --rewrite-arch=",
                [Reads.Of(), Writes.From("-o")]),
            Verb("verify|audit|policy|stats|dot|manifest|extract|mkndx|mkpkg|adbdump", []),
        ],
    });

    /// <summary>pacman.</summary>
    public static ToolSpec Pacman => field ?? Keep(ref field, new("pacman", """
        -S|--sync -R|--remove -Q|--query -U|--upgrade -F|--files -D|--database -T|--deptest -V|--version -h|--help
        -b|--dbpath= -r|--root= -v|--verbose --arch= --cachedir=@cache --color= --config= --confirm --debug --disable-download-timeout
        --disable-sandbox --gpgdir= --hookdir=
        --logfile= --noconfirm@yes --sysroot= -d|--nodeps --assume-installed= --dbonly --noprogressbar --noscriptlet -p|--print
        --print-format=
        --asdeps --asexplicit --ignore= --ignoregroup= --needed --overwrite= -w|--downloadonly@dry -y|--refresh -u|--sysupgrade
        -c|--clean -g|--groups -i|--info
        -l|--list -q|--quiet -s|--search -n|--nosave -t|--unrequired -o|--owns -k|--check -m|--foreign -e|--explicit --ask=
        """)
    {
        HasOptionVerbs = true,
        CacheFolders = ["/var/cache/pacman/pkg"],
        Verbs =
        [
            Verb("-S", [Installs(PackageKind.System, PackageSyntax.Pacman).Of().Without("-s|-i|-l|-c"), Installs(PackageKind.System,
                PackageSyntax.Pacman).With("-u").WithoutOperands(), UpdatesSystem.With("-u"),
                RefreshesIndex("/var/lib/pacman/sync").With("-y"), CleansCache.At("/var/cache/pacman/pkg").With("-c"),
                    Fetches.Without("-c"), Network.Without("-c"),
                Asks.Without("--noconfirm|-s|-i|-l|-p")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("-R", [Removes(PackageKind.System, PackageSyntax.Pacman), Asks.Without("--noconfirm")]) with { Cost = CostClass.Files },
            Verb("-U", [Installs(PackageKind.System, PackageSyntax.Pacman).Of(), Asks.Without("--noconfirm")])
                with { Cost = CostClass.SystemPackages },
            Verb("-Q|-T", [Prints]) with { Cost = CostClass.Trivial },
            Verb("-F", [Prints, RefreshesIndex("/var/lib/pacman/sync").With("-y")]),
            Verb("-D", [SetsConfig]),
        ],
    });

    /// <summary>pacman-key.</summary>
    public static ToolSpec PacmanKey => field ?? Keep(ref field, new("pacman-key", """
        -a|--add -d|--delete -e|--export -f|--finger -l|--list-keys -r|--recv-keys -u|--updatedb -v|--verify --edit-key --import
        --import-trustdb --init
        --list-sigs --lsign-key --populate --refresh-keys --config= --gpgdir= --keyserver= --populate-from= --verbose
        """)
    { Effects = [AddsSource] });

    /// <summary>xbps-install.</summary>
    public static ToolSpec Xbps => field ?? Keep(ref field, new("xbps-install", """
        -A|--automatic -C|--config= -c|--cachedir= -D|--download-only@dry -d|--debug -f|--force -I|--ignore-file-conflicts
        -U|--unpack-only -i|--ignore-conf-repos
        -M|--memory-sync -n|--dry-run@dry -R|--repository= -r|--rootdir= -S|--sync -u|--update -v|--verbose -y|--yes@yes --reproducible
        """)
    {
        Effects = [Installs(PackageKind.System, PackageSyntax.Dash).Of(), RefreshesIndex("/var/db/xbps").With("-S"), Fetches, Network,
        Asks.Without("-y|-n")],
        Cost = CostClass.SystemPackages
    });

    /// <summary>opkg.</summary>
    public static ToolSpec Opkg => field ?? Keep(ref field, new("opkg", """
        -A -V|--verbosity? -f|--conf= --cache= -d|--dest= -o|--offline-root= --add-arch= --add-dest= --force-depends --force-maintainer
        --force-reinstall --force-overwrite
        --force-downgrade --force-space --force-checksum --force-postinstall --noaction --download-only --nodeps -t|--tmp-dir=
        """)
    {
        Verbs =
        [
            Verb("update", [RefreshesIndex("/var/opkg-lists"), Fetches, Network]),
            Verb("install|upgrade", [Installs(PackageKind.System).Of(), Fetches, Network]) with { Cost = CostClass.SystemPackages,
                Repeats = Repeatability.Moving },
            Verb("remove", [Removes(PackageKind.System)]),
        ],
    });

    /// <summary>emerge.</summary>
    public static ToolSpec Emerge => field ?? Keep(ref field, new("emerge", """
        --sync --webrsync -a|--ask -u|--update -D|--deep -N|--newuse -U|--changed-use -v|--verbose -q|--quiet -1|--oneshot -n|--noreplace
        -p|--pretend -C|--unmerge -c|--depclean -j|--jobs?
        -l|--load-average? -k|--usepkg -K|--usepkgonly -g|--getbinpkg -G|--getbinpkgonly -b|--buildpkg -s|--search -e|--emptytree
        -o|--onlydeps -f|--fetchonly --autounmask? --with-bdeps?
        --backtrack? --keep-going? --config --root= --sysroot= --color= -1 -t|--tree -r|--resume
        """)
    {
        HasOptionVerbs = true,
        DefaultVerb = "install",
        Verbs =
        [
            Verb("--sync|--webrsync", [RefreshesIndex("/var/db/repos"), Fetches, Network]),
            Verb("-C|-c", [Removes(PackageKind.System)]),
            Verb("-s|--config", []),
            Verb("install", [Installs(PackageKind.System).Of(), Fetches, Network, Compiles, Asks.With("-a")])
                with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
        ],
    });
}
