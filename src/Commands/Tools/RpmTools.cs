using System.Collections.Immutable;
using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Package managers of Fedora, Red Hat and SUSE: dnf(8), yum(8), microdnf(8), tdnf, rpm(8), zypper(8).</summary>
public static class RpmTools
{
    private const string Questions = "-y|--assumeno|--downloadonly";

    /// <summary>yum, dnf, dnf5, microdnf and tdnf.</summary>
    public static ToolSpec Dnf => field ?? Keep(ref field, new("dnf", """
        -y|--assumeyes@yes --assumeno -q|--quiet@quiet -v|--verbose -b|--best --nobest -C|--cacheonly@offline --allowerasing
        --skip-broken --refresh
        -c|--config= --releasever= --installroot= --setopt= --enablerepo|--enable-repo=@source --disablerepo|--disable-repo=
        --repo|--repoid=@source
        --repofrompath=@source -x|--exclude|--excludepkgs= --disableexcludes= --disableplugin|--disable-plugin=
        --enableplugin|--enable-plugin= --noplugins|--no-plugins
        --nogpgcheck|--no-gpgchecks|--nogpg@unsigned --advisory|--advisories= --bugfix --bz|--bzs= --cve|--cves=
        --sec-severity|--secseverity|--advisory-severities= --security
        --newpackage --enhancement --color= --comment= -d|--debuglevel= -e|--errorlevel= --rpmverbosity= --debugsolver --downloadonly@dry
        --downloaddir|--destdir=
        --forcearch= -4 -6 --obsoletes --noobsoletes -R|--randomwait= --showduplicates --nodocs --noautoremove --no-autoremove
        --skip-unavailable --allow-downgrade --no-allow-downgrade
        --from-repo= --allow-vendor-change --nobest --disableexcludepkgs= --installed --available --latest-limit= --arch|--archlist=
        --whatprovides= --whatrequires= --userinstalled
        --setvar= --use-host-config --dump-main-config --plugins= --rpmdefine= --snapshottime= --noscripts --skipsignature@unsigned
        --skipdigest@unsigned --reboot --testonly
        --skip-file-locks --store --with-optional --no-packages --queryformat|--qf= -h|--help --version
        """)
    {
        CacheFolders = ["/var/cache/dnf", "/var/cache/yum", "/var/cache/tdnf"],
        InsecureSettings = ["sslverify=0|false|no"],
        UnsignedSettings = ["*gpgcheck=0|false|no"],
        Verbs =
        [
            Verb("install=in=localinstall|reinstall=rei|install-n|install-na|install-nevra", Installing)
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("groupinstall=group install=grpinstall|environment install",
                [Installs(PackageKind.System).Of(), Fetches, Network, Asks.Without(Questions)]) with { Cost = CostClass.SystemPackages,
                    Repeats = Repeatability.Moving },
            Verb("builddep=build-dep", "-D|--define= --spec --srpm", Installing) with { Cost = CostClass.SystemPackages,
                Repeats = Repeatability.Moving },
            Verb("upgrade=update=up|distro-sync=distrosync=dsync",
                [Installs(PackageKind.System, PackageSyntax.Rpm), UpdatesSystem.Without("--security|--advisory|--cve|--bz|--sec-severity"),
                    Fetches, Network, Asks.Without(Questions)])
                    with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("upgrade-minimal|update-minimal|system-upgrade|swap|downgrade=dg",
                [Installs(PackageKind.System, PackageSyntax.Rpm), Fetches, Network, Asks.Without(Questions)])
                    with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("remove=rm=erase|groupremove=group remove|remove-n", [Removes(PackageKind.System, PackageSyntax.Rpm),
                Asks.Without(Questions)]) with { Cost = CostClass.Files },
            Verb("autoremove", [new EffectSpec(EffectKind.Removes) { Packages = PackageKind.System }, Asks.Without(Questions).Maybe()])
                with { Cost = CostClass.Files },
            Verb("makecache=mc|check-update=check-upgrade", "--timer", [RefreshesIndex("/var/cache/dnf"), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("clean", [CleansCache.At("/var/cache/dnf|/var/cache/yum")]) with { Cost = CostClass.Trivial },
            Verb("config-manager", "--add-repo|--from-repofile=@source --set-enabled|--enable --set-disabled|--disable --save --dump "
                + "--dump-variables --repofrompath= --id= --set= --overwrite --create-missing-dir",
                [AddsSource, SetsConfig, Network.With("--add-repo")]),
            Verb("copr", [AddsSource, Asks.Without(Questions), Network]),
            Verb("module install", "--all", [Installs(PackageKind.System).Of(), Fetches, Network, Asks.Without(Questions)])
                with { Cost = CostClass.SystemPackages },
            Verb("module|module enable|module disable|module reset|module remove|module switch-to", "--all", [SetsConfig,
                Asks.Without(Questions)]),
            Verb("download|reposync", "--resolve --alldeps --url --source --debuginfo --urlprotocol= --download-metadata --newest-only "
                + "-p|--download-path= -n --norepopath --delete --metadata-path=",
                [Fetches, Network, Writes.At(".")]) with { Cost = CostClass.Download },
            Verb("versionlock", [SetsConfig]),
            Verb("mark|mark install|mark remove|mark user|mark dependency", [SetsConfig]),
            Verb("list=ls|search|info|provides|whatprovides|repoquery|repolist|repoinfo|grouplist|group list|group info|history|check|"
                + "deplist|updateinfo|advisory|module list|module info|repo list|leaves|alias|needs-restarting|offline|environment "
                + "list", [Prints]),
        ],
    });

    /// <summary>yum-config-manager.</summary>
    public static ToolSpec YumConfig => field ?? Keep(ref field, new("yum-config-manager", "--add-repo=@source --save --enable "
        + "--disable -y --setopt= --nogpgcheck@unsigned --installroot= --dump -q|--quiet -v|--verbose")
    { Effects = [AddsSource.From("--add-repo"), SetsConfig, Network.With("--add-repo")], Cost = CostClass.Trivial });

    /// <summary>yum-builddep.</summary>
    public static ToolSpec YumBuilddep => field ?? Keep(ref field, new("yum-builddep", "-y|--assumeyes@yes --assumeno --downloadonly -C|"
        + "--cacheonly -q -v --enablerepo= --disablerepo= --nogpgcheck@unsigned --define|-D= --spec --srpm")
    {
        Effects = Installing,
        Cost = CostClass.SystemPackages,
        Repeats = Repeatability.Moving
    });

    /// <summary>rpm.</summary>
    public static ToolSpec Rpm => field ?? Keep(ref field, new("rpm", """
        -i|--install -U|--upgrade -F|--freshen -e|--erase -q|--query -V|--verify -K|--checksig --import --initdb --rebuilddb --reinstall
        --eval= -E= --showrc --querytags
        --setperms --setugids --restore --nodigest@unsigned --nosignature|--nogpg|--nocheck@unsigned --noverify@unsigned --nofiledigest --quiet
        -v|--verbose -h|--hash --percent
        --force@force --nodeps --noscripts --notriggers --replacefiles --replacepkgs --oldpackage --test@dry --allfiles --badreloc
        --excludepath= --excludedocs --excludeartifacts --includedocs
        --ignorearch --ignoreos --ignoresize --justdb --noorder --prefix= --relocate= --root= --dbpath= -D|--define= --undefine=
        --rcfile= --macros= --load= --pipe= --allmatches
        -a|--all -f|--file -g|--group --last -l|--list -p|--package -c|--configfiles -d|--docfiles -s|--state --scripts
        --qf|--queryformat= --provides -R|--requires --whatprovides
        --whatrequires --conflicts --changelog --changes --dump --filesbypkg --info -L|--licensefiles --specfile --triggers --state
        """)
    {
        HasOptionVerbs = true,
        Verbs =
        [
            Verb("-i|-U|-F|--reinstall", [Installs(PackageKind.System, PackageSyntax.Rpm).Of(), Fetches.WithOperand("http*|ftp*"),
                Network.WithOperand("http*|ftp*")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Locked },
            Verb("-e", [Removes(PackageKind.System, PackageSyntax.Rpm)]) with { Cost = CostClass.Files },
            Verb("--import", [AddsSource.Of(), Network.WithOperand("http*|ftp*")]),
            Verb("-q|-E|--eval|--showrc|--querytags", [Prints]) with { Cost = CostClass.Trivial },
            Verb("-V|-K", [Checks.Of()]),
            Verb("--rebuilddb|--initdb", []),
        ],
    });

    /// <summary>zypper.</summary>
    public static ToolSpec Zypper => field ?? Keep(ref field, new("zypper", """
        -c|--config= -C|--cache-dir=@cache --userdata= -q|--quiet@quiet -v|--verbose --color --no-color -A|--no-abbrev -s|--table-style=
        -n|--non-interactive@yes --non-interactive-include-reboot-patches
        -x|--xmlout -i|--ignore-unknown -D|--reposd-dir= -R|--root= --installroot= --raw-cache-dir= --solv-cache-dir= --pkg-cache-dir=
        --gpg-auto-import-keys
        --no-gpg-checks|--no-gpg-check@unsigned -p|--plus-repo=@source --plus-content= --disable-repositories --no-refresh --no-cd --no-remote
        --releasever= --disable-system-resolvables
        -t|--terse -h|--help -V|--version
        """)
    {
        HasStrictPlaces = true,
        CacheFolders = ["/var/cache/zypp"],
        Verbs =
        [
            Verb("install=in", Transaction + " -n|--name -C|--capability --oldpackage -f|--force@force --allow-unsigned-rpm@unsigned -S|"
                + "--selectable", ZypperInstalling)
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("source-install=si|install-new-recommends=inr", "-y|--no-confirm@yes --dry-run@dry -r|--repo= -d|--build-deps-only -D|"
                + "--no-build-deps --download-only", ZypperInstalling) with { Cost = CostClass.SystemPackages },
            Verb("remove=rm", Transaction + " -n|--name -C|--capability -u|--clean-deps -U|--no-clean-deps --cleandeps",
                [Removes(PackageKind.System, PackageSyntax.Zypper), Asks.Without(ZypperQuestions)]) with { Cost = CostClass.Files },
            Verb("update=up|patch", ZypperUpdate,
                [Installs(PackageKind.System, PackageSyntax.Zypper), UpdatesSystem, Fetches, Network, Asks.Without(ZypperQuestions)])
                    with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("dist-upgrade=dup|verify=ve", ZypperUpdate,
                [Installs(PackageKind.System, PackageSyntax.Zypper), Fetches, Network, Asks.Without(ZypperQuestions)])
                    with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("refresh=ref|refresh-services=refs", "-f|--force -b|--force-build -d|--force-download -B|--build-only -D|"
                + "--download-only -r|--repo= -s|--services",
                [RefreshesIndex("/var/cache/zypp"), Fetches, Network]) with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("clean=cc", "-r|--repo= -m|--metadata -M|--raw-metadata -a|--all", [CleansCache.At("/var/cache/zypp")])
                with { Cost = CostClass.Trivial },
            Verb("addrepo=ar", "-r|--repo= -c|--check -C|--no-check -n|--name= -e|--enable -d|--disable -f|--refresh -F|--no-refresh -p|"
                + "--priority= -k|--keep-packages -K|--no-keep-packages -g|--gpgcheck --gpgcheck-strict -G|--no-gpgcheck@unsigned "
                + "--gpgcheck-allow-unsigned@unsigned --gpgcheck-allow-unsigned-repo@unsigned "
                + "--gpgcheck-allow-unsigned-package@unsigned --default-gpgcheck -t|--type=",
                [AddsSource.Of(OperandRange.First), Network]),
            Verb("addlock=al|removelock=rl|cleanlocks=cl|modifyrepo=mr|removerepo=rr|renamerepo=nr|addservice=as|modifyservice=ms|"
                + "removeservice=rs", "-r|--repo= -t|--type= -e|--enable -d|--disable -f|--refresh -F|--no-refresh -p|--priority= -a|"
                + "--all -l|--local -G|--no-gpgcheck@unsigned -k|--keep-packages -K|--no-keep-packages -n|--name=",
                [SetsConfig]),
            Verb("search=se|info=if|repos=lr|services=ls|locks=ll|list-updates=lu|list-patches=lp|packages=pa|patterns=pt|products=pd|"
                + "what-provides=wp|ps|targetos=tos|versioncmp=vcmp|licenses|patch-check=pchk",
                "-r|--repo= -t|--type= -s|--details -v|--verbose -i|--installed-only -u|--not-installed-only|--uri -x|--match-exact -n|"
                    + "--name -P|--priority -E|--show-enabled-only -d|--search-descriptions", [Prints]),
            Verb("download", "--dry-run --all-matches -r|--repo=", [Fetches, Network]),
        ],
    });

    private const string ZypperUpdate = Transaction + " --best-effort --with-interactive --skip-interactive -b|--bugzilla= --cve= -g|"
        + "--category= --date= --severity= --with-update --updatestack-only --with-optional --no-allow-vendor-change";

    private const string Transaction = "-y|--no-confirm@yes -r|--repo= --from= -t|--type= -l|--auto-agree-with-licenses "
        + "--auto-agree-with-product-licenses --debug-solver --recommends --no-recommends@norecommends "
        + "-R|--no-force-resolution --force-resolution --solver-focus= -D|--dry-run@dry --details -d|--download-only@dry --download= "
            + "--replacefiles --allow-downgrade --no-allow-downgrade --allow-name-change "
        + "--allow-arch-change --allow-vendor-change --no-allow-name-change --no-allow-arch-change --allow-unsigned-rpm@unsigned "
            + "--force -f";

    private const string ZypperQuestions = "--non-interactive|--no-confirm|--dry-run";

    private static ImmutableArray<EffectSpec> Installing =>
        [Installs(PackageKind.System, PackageSyntax.Rpm).Of(), Fetches.Without("--cacheonly"), Network.Without("--cacheonly"),
            Asks.Without(Questions)];

    private static ImmutableArray<EffectSpec> ZypperInstalling =>
        [Installs(PackageKind.System, PackageSyntax.Zypper).Of(), Fetches, Network, Asks.Without(ZypperQuestions)];
}
