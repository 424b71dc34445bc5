using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Lua, Perl, R, Julia, Homebrew, Nix and others that install packages.</summary>
public static class OtherLanguageTools
{
    /// <summary>luarocks.</summary>
    public static ToolSpec Luarocks => field ?? Keep(ref field, new("luarocks", "--server= --only-server= --only-sources= --namespace= "
        + "--lua-dir= --lua-version= --tree= --local --global --no-project --force-lock --verbose --timeout= --project-tree= --dev -h|"
        + "--help --version")
    {
        HasNumberedNames = true,
        Verbs =
        [
            Verb("install|build|make", "--keep --force --force-fast --only-deps|--deps-only --no-install --no-doc --pack-binary-rock "
                + "--branch= --verify --sign --check-lua-versions --pin --no-manifest --deps-mode= --rockspec=@manifest --luajit",
                [Installs(PackageKind.Lua).Of(), Fetches, Network, Compiles]) with { Cost = CostClass.Compile,
                Repeats = Repeatability.Moving },
            Verb("remove|purge", "--force --old-versions", [Removes(PackageKind.Lua)]),
            Verb("config|path|list|search|show|which|download|pack|unpack|init|test|lint|upload|new_version|doc|admin|write_rockspec",
                "--scope= --unset --json --bin --lr-path --lr-cpath --porcelain"),
        ],
    });

    /// <summary>cpanm.</summary>
    public static ToolSpec Cpanm => field ?? Keep(ref field, new("cpanm", """
        -i|--install --self-upgrade --info --installdeps@noproject --look -U|--uninstall -V|--version -h|--help -f|--force@force
        -n|--notest --test-only -S|--sudo -v|--verbose -q|--quiet@quiet -l|--local-lib= -L|--local-lib-contained= --self-contained
        --mirror=@address --mirror-only --mirror-index= -M|--from= --prompt --reinstall --interactive --pp|--pureperl
        --with-recommends --with-suggests --with-configure --with-develop --with-feature= --without-recommends --without-feature=
        --with-all-features --configure-timeout= --build-timeout= --test-timeout= --auto-cleanup= --save-dists= --scandeps --format=
        --verify --cpanfile=@manifest --dev --metacpan --cascade-search --skip-installed --skip-satisfied --no-man-pages --man-pages
        --configure-args= --exclude-vendor --local-lib-contained= --showdeps --uninst-shadows --lwp --wget --curl
        """)
    {
        Effects = [Installs(PackageKind.Perl, PackageSyntax.At).Of(), Fetches, Network, Compiles, Context.With("--installdeps")],
        Cost = CostClass.Compile,
        Repeats = Repeatability.Moving
    });

    /// <summary>cpan.</summary>
    public static ToolSpec Cpan => field ?? Keep(ref field, new("cpan", "-a -A -c -C -D -f -F -g -G -h -i -I -j= -J -l -L -m -M= -n -O "
        + "-p -P -r -s -t -T -u -v -V -w -x -X")
    {
        Effects = [Installs(PackageKind.Perl).Of(), Fetches, Network, Compiles,
        Asks.Maybe()],
        Cost = CostClass.Compile,
        Repeats = Repeatability.Moving
    });

    /// <summary>carton and cpm.</summary>
    public static ToolSpec Carton => field ?? Keep(ref field, new("carton", "--deployment@locked --cached --path= --cpanfile=@manifest "
        + "--without= -L|--local-lib-contained= -g|--global --no-test --test --workers= --resolver= --with-develop "
        + "--show-build-log-on-failure -w= -v")
    {
        Verbs = [Verb("install", [Installs(PackageKind.Perl).ByManifest("cpanfile", "cpanfile.snapshot"), Fetches, Network, Context,
        Compiles]) with { Cost = CostClass.Compile }, Verb("exec", "") with { StopsAtOnce = true, Runs = RunsWords() }, Verb("update|"
        + "bundle|show|tree|check|fatpack|upgrade|version", "")]
    });

    /// <summary>R and Rscript.</summary>
    public static ToolSpec R => field ?? Keep(ref field, new("R", "-e=@text -f|--file= --args... --no-save --no-restore --no-environ "
        + "--no-site-file --no-init-file --vanilla -q|--quiet|--silent@quiet -s|--slave|--no-echo --save --restore -g= --encoding= "
        + "--verbose --default-packages= --no-readline --interactive --max-ppsize= --version --help -l= --library= --no-docs "
        + "--no-test-load --configure-args= --configure-vars= --clean --build --no-multiarch --no-lock --with-keep.source "
        + "--byte-compile --no-build-vignettes --no-manual")
    {
        Effects = [RunsScript.From("-e|-f")],
        Verbs = [Verb("CMD INSTALL", [Installs(PackageKind.R).Of(), Compiles]) with { Cost = CostClass.Compile,
            Repeats = Repeatability.Same }, Verb("CMD BATCH|CMD build|CMD check|CMD javareconf|CMD REMOVE|CMD config|CMD SHLIB", "")],
    });

    /// <summary>Rscript and littler's r.</summary>
    public static ToolSpec Rscript => field ?? Keep(ref field, new("Rscript", "-e=@text --default-packages= --vanilla --no-save "
        + "--no-environ --no-site-file --no-init-file --restore --no-restore --verbose --version --slave -p -q -i "
        + "-l=")
    { StopsAtOperand = true, Effects = [RunsScript.From("-e"), RunsScript.Of(OperandRange.First).Without("-e")] });

    /// <summary>install2.r and installGithub.r, of littler.</summary>
    public static ToolSpec Littler => field ?? Keep(ref field, new("install2.r", "-d|--deps= -r|--repos=@address -l|--libloc= -n|"
        + "--ncpus= -m|--method= -s|--skipinstalled -e|--error -t|--type= -u|--update= -h|--help -x|--usage -c|--cranonly -w|"
        + "--workaround")
    {
        Effects = [Installs(PackageKind.R).Of(), Fetches, Network, Compiles],
        Cost = CostClass.Compile,
        Repeats = Repeatability.Moving
    });

    /// <summary>Android's sdkmanager.</summary>
    public static ToolSpec SdkManager => field ?? Keep(ref field, new("sdkmanager", "--install --uninstall --update --list --licenses "
        + "--sdk_root= --channel= --include_obsolete --no_https --newer --verbose --proxy= --proxy_host= --proxy_port= "
        + "--package_file=@manifest --version")
    {
        Style = ToolStyle.Words,
        Effects
        = [Installs(PackageKind.Other).Of().Without("--uninstall"), Fetches, Network, Asks.Maybe()],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>julia.</summary>
    public static ToolSpec Julia => field ?? Keep(ref field, new("julia", "-e|--eval=@text -E|--print=@text -p|--procs= -t|--threads= "
        + "--project? --startup-file= -i -q|--quiet --color= -J|--sysimage= -C|--cpu-target= -O? --optimize? -g? --history-file= -L|"
        + "--load= --check-bounds= --compiled-modules= -v|--version -h|--help --depwarn= --inline=")
    {
        StopsAtOperand = true,
        Effects
        = [RunsScript.From("-e|-E"), RunsScript.Of(OperandRange.First).Without("-e|-E")]
    });

    /// <summary>Homebrew.</summary>
    public static ToolSpec Brew => field ?? Keep(ref field, new("brew", "-f|--force -v|--verbose -q|--quiet -d|--debug --cask --formula|"
        + "--formulae --build-from-source|-s --HEAD --ignore-dependencies --only-dependencies --overwrite --no-quarantine --prune? "
        + "--file= --global --no-lock -n|--dry-run --no-upgrade --prefix")
    {
        Verbs = [Verb("install|reinstall|upgrade|bundle|bundle install|tap", [Installs(PackageKind.System, PackageSyntax.At).Of(),
        Fetches, Network]) with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving }, Verb("update",
        [RefreshesIndex("/home/linuxbrew"), Fetches, Network]), Verb("uninstall=remove=rm", [Removes(PackageKind.System)]),
        Verb("cleanup", [CleansCache.At("/home/linuxbrew/.cache")]), Verb("link|unlink|list|info|search|doctor|config|analytics|"
        + "services|pin|autoremove|shellenv|untap|deps|outdated|cache", "")]
    });

    /// <summary>nix-env, nix-shell, nix.</summary>
    public static ToolSpec Nix => field ?? Keep(ref field, new("nix-env", "-i|--install -e|--uninstall -u|--upgrade -q|--query -A|"
        + "--attr -f|--file= -p|--profile= --option== --arg== --argstr== -I|--include= --extra-experimental-features|"
        + "--experimental-features= -j|--max-jobs= --cores= -v|--verbose --quiet --add --update --remove -c= --run= --pure "
        + "--accept-flake-config --no-link -L|--print-build-logs -o|--out-link= --impure -d|--delete-old --gc -P -b -a --repair "
        + "--keep-going|-k")
    { Effects = [Network, Installs(PackageKind.System).Of().With("-i|-u")], Cost = CostClass.SystemPackages });

    /// <summary>snap, flatpak, conan, vcpkg, ansible-galaxy, helm plugins and others whose verb is install.</summary>
    public static ToolSpec OtherInstaller => field ?? Keep(ref field, new("installer", "-y|--yes|--assumeyes@yes -f|--force@force -r|"
        + "--role-file|--requirements-file=@manifest -p|--roles-path= --classic --channel= --edge -s= -o= -pr= -of= --build= --user "
        + "--system --noninteractive --triplet= --clean-after-build --recurse --overlay-ports= --feature-flags= --x-manifest-root= -v "
        + "-q --version= -g|--global -t= --no-deps -c= -a --arch=")
    {
        Verbs = [Verb("install|add|i|bootstrap|integrate install|collection install|role install", [Installs(PackageKind.Other,
        PackageSyntax.At).Of(), Fetches, Network]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving }, Verb("update|"
        + "upgrade|remove|uninstall|list|search|info|remote add|remote-add|config|profile detect|profile|create|source|integrate|use|"
        + "init|plugin|plugin add|reshim|global|local|current|which|activate|prune|exec|run|set", "") ]
    });
}
