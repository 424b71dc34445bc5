using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Composer, PHP itself, PECL, PEAR, and the scripts of the official PHP images.</summary>
public static class PhpTools
{
    private const string Installing = "--prefer-source --prefer-dist --prefer-install= --dry-run@dry --dev --no-dev@dev --no-suggest "
        + "--no-autoloader --no-progress --no-install --no-scripts -o|--optimize-autoloader -a|--classmap-authoritative "
        + "--apcu-autoloader --apcu-autoloader-prefix= --ignore-platform-req= --ignore-platform-reqs --audit --no-audit --audit-format= "
            + "--no-security-blocking --no-source-fallback";

    /// <summary>Composer.</summary>
    public static ToolSpec Composer => field ?? Keep(ref field, new("composer", "-h|--help -q|--quiet@quiet -V|--version --ansi "
        + "--no-ansi -n|--no-interaction@yes --profile --no-plugins --no-scripts -d|--working-dir=@folder --no-cache@nocache -v|-vv|"
        + "-vvv|--verbose")
    {
        CacheFolders = ["/root/.composer/cache"],
        CacheVariables = ["COMPOSER_CACHE_DIR"],
        InsecureSettings = ["disable-tls=true|1", "secure-http=false|0"],
        SecretSettings = ["github-oauth.*=*", "gitlab-token.*=*", "gitlab-oauth.*=*", "bearer.*=*", "http-basic.*#2=*"],
        Verbs =
        [
            Verb("install=i", Installing, [Installs(PackageKind.Php).ByManifest("composer.json", "composer.lock", isLocked: true)
                .ForProductionBy(new DevelopmentSpec("--no-dev", ["--no-dev"])
                {
                    Variables = [("COMPOSER_NO_DEV", ["1", "true", "yes", "on"])],
                }),
                Fetches, Network, Context, Asks.Without("-n").Maybe()]) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Locked },
            Verb("update=u=upgrade", Installing + " --with= --lock --root-reqs -w|--with-dependencies -W|--with-all-dependencies "
                + "--prefer-stable --prefer-lowest -m|--minimal-changes -i|--interactive --patch-only --bump-after-update?",
                [Updates.Without("--lock|--dry-run|--help"), Installs(PackageKind.Php).ByManifest("composer.json"), Fetches, Network,
                    Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("require=r", Installing + " --fixed --no-update --update-no-dev -w|--update-with-dependencies -W|"
                + "--update-with-all-dependencies --with-all-dependencies --with-dependencies --prefer-stable --prefer-lowest "
                + "--sort-packages -m|--minimal-changes", [Installs(PackageKind.Php, PackageSyntax.Composer).Of(), Fetches, Network,
                Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("global|global require|global update|global install|global config|global remove", Installing + " "
                + "--update-with-dependencies -w -W|--update-with-all-dependencies --with-all-dependencies --no-update --sort-packages "
                + "-g", [Installs(PackageKind.Php, PackageSyntax.Composer).Of(), Fetches, Network])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("create-project", "-s|--stability= --prefer-source --prefer-dist --prefer-install= --repository= --repository-url= "
                + "--add-repository --dev --no-dev --no-custom-installers --no-scripts --no-progress --no-secure-http@insecure "
                + "--keep-vcs --remove-vcs --no-install --no-audit --audit-format= --ignore-platform-req= --ignore-platform-reqs --ask",
                [Installs(PackageKind.Php, PackageSyntax.Composer).Of(OperandRange.First), Writes.Of(OperandRange.Second), Fetches,
                    Network]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("remove=rm=uninstall", Installing + " --no-update --update-no-dev -w|--update-with-dependencies -W|"
                + "--update-with-all-dependencies --unused", [Removes(PackageKind.Php), Context]),
            Verb("dump-autoload=dumpautoload", "-o|--optimize -a|--classmap-authoritative --apcu --apcu-prefix= --dry-run --dev "
                + "--no-dev --ignore-platform-req= --ignore-platform-reqs --strict-psr --strict-ambiguous", [Context])
                with { Cost = CostClass.Files },
            Verb("config", "-g|--global -e|--editor -a|--auth --unset -l|--list -f|--file= --absolute -j|--json -m|--merge --append "
                + "--source", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("clear-cache=clearcache=cc", "--gc", [CleansCache.At("/root/.composer/cache")]) with { Cost = CostClass.Trivial },
            Verb("self-update=selfupdate", "-r|--rollback --clean-backups --no-progress --update-keys --stable --preview --snapshot --1 "
                + "--2 --2.2 --set-channel-only", [Fetches, Network]) with { Repeats = Repeatability.Moving },
            Verb("run-script=run|exec|test", "--timeout= --dev --no-dev -l|--list", [Context]) with { StopsAtOperand = true },
            Verb("check-platform-reqs|validate|show|info|outdated|diagnose|audit|licenses|status|archive|init|search|suggests|fund|"
                + "browse|home|depends|why|prohibits|why-not|reinstall|bump|about|list|help|repository",
                "--no-dev --lock -f|--format= --strict --no-check-all --no-check-lock --no-check-publish -D|--direct -t|--tree --locked "
                    + "--dir= --file="),
        ],
    });

    /// <summary>php.</summary>
    public static ToolSpec Php => field ?? Keep(ref field, new("php", """
        -a|--interactive -b= -c|--php-ini= -C -d|--define= -e -f|--file= -h|--help -H -i|--info -l|--syntax-check -m|--modules -n -q
        -r|--run=@text -B|--process-begin= -R|--process-code= -F|--process-file= -E|--process-end= -s -S|--server= -t|--docroot= -T=
        -v|--version
        -w|--strip -z= --ini --rf= --rc= --re= --rz= --ri=
        """)
    {
        HasNumberedNames = true,
        StopsAtOperand = true,
        Runs = new RunsSpec(RunsKind.Words) { Only = ["composer", "composer.phar", "composer2", "pie", "pie.phar"] },
        Effects = [RunsScript.Of(OperandRange.First).Without("-r"), RunsScript.From("-r|-f")],
    });

    /// <summary>pecl and pear.</summary>
    public static ToolSpec Pecl => field ?? Keep(ref field, new("pecl", "-v -q -c= -C= -d= -D= -G -S -s -y -u= -V -h")
    {
        Verbs =
        [
            Verb("install=i|upgrade=up|upgrade-all|run-scripts", "-f|--force@force -l|--loose -n|--nodeps -r|--register-only -s|--soft "
                + "-B|--nobuild -Z|--nocompress -R|--installroot= -P|--packagingroot= --ignore-errors -a|--alldeps -o|--onlyreqdeps -O|"
                + "--offline@offline -p|--pretend -D|--configureoptions= --configureoptions",
                [Installs(PackageKind.Php, PackageSyntax.Dash).Of(), Fetches, Network, Compiles, Asks.Maybe()])
                    with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("uninstall=un", "-n|--nodeps -r|--register-only -R|--installroot= --ignore-errors -O|--offline",
                [Removes(PackageKind.Php)]),
            Verb("update-channels|channel-update|uc|channel-discover|channel-add|channel-login", "-f -c=", [Network]),
            Verb("download=d", "-Z|--nocompress", [Fetches, Network]) with { Cost = CostClass.Download },
            Verb("clear-cache=cc", [CleansCache.At("/tmp/pear")]),
            Verb("config-set|config-get|config-show|config-create|list|info|remote-list|remote-info|search|list-all|bundle|build|"
                + "package|pickle|version|list-files|list-upgrades|help", ""),
        ],
    });

    /// <summary>docker-php-ext-install, which compiles extensions.</summary>
    public static ToolSpec ExtInstall => field ?? Keep(ref field, new("docker-php-ext-install", "-j= --ini-name=")
    { Effects = [Installs(PackageKind.Php).Of(), Compiles], Cost = CostClass.Compile, Repeats = Repeatability.Same });

    /// <summary>docker-php-ext-configure, -enable, -source, phpize, phpenmod.</summary>
    public static ToolSpec ExtConfigure => field ?? Keep(ref field, new("docker-php-ext-configure",
        "--ini-name=")
    { TakesAnyOption = true, Effects = [SetsConfig], Style = ToolStyle.Words });

    /// <summary>docker-php-ext-enable.</summary>
    public static ToolSpec ExtEnable => field ?? Keep(ref field, new("docker-php-ext-enable", "--ini-name=")
    {
        Effects = [SetsConfig],
        Cost = CostClass.Trivial
    });

    /// <summary>install-php-extensions.</summary>
    public static ToolSpec ExtInstaller => field ?? Keep(ref field, new("install-php-extensions", "--cleanup")
    {
        Effects = [Installs(PackageKind.Php, PackageSyntax.Dash).Of(), Fetches, Network, Compiles],
        Cost = CostClass.Compile,
        Repeats = Repeatability.Moving
    });
}
