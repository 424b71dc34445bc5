using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>npm, Yarn, pnpm, Bun, npx, Corepack and Node itself.</summary>
public static class NodeTools
{
    private static DevelopmentSpec ForProduction(string option, params System.Collections.Immutable.ImmutableArray<string> unless) =>
        new(option, unless)
        {
            Variables = [("NODE_ENV", ["production"]), ("NPM_CONFIG_OMIT", ["dev"]), ("npm_config_omit", ["dev"]),
                ("NPM_CONFIG_PRODUCTION", ["true", "1"]), ("npm_config_production", ["true", "1"]),
                ("NPM_CONFIG_ONLY", ["production", "prod"]),
                ("YARN_PRODUCTION", ["true", "1"])],
        };

    /// <summary>npm.</summary>
    public static ToolSpec Npm => field ?? Keep(ref field, new("npm", """
        --_auth=@secret --//registry.npmjs.org/:_authToken=@secret --access= -a|--all --allow-same-version --allow-scripts= --also=
        --audit|--no-audit --audit-level= --auth-type= --before= --bin-links|--no-bin-links --browser? --ca= --cache=@cache --cache-max=
        --cache-min= --cafile= -c|--call=
        --cert= --cidr= --color? --no-color --commit-hooks --cpu= --depth= --description|--desc --dev --diff= --dry-run@dry --editor=
        --engine-strict --expect-result-count= --expect-results --fetch-retries= --fetch-retry-factor=
        --fetch-retry-maxtimeout= --fetch-retry-mintimeout= --fetch-timeout= -f|--force@force --foreground-scripts --format-package-lock
        --fund|--no-fund --git= --git-tag-version -g|--global@global --globalconfig= --global-style
        --heading= --https-proxy= --if-present --ignore-scripts --include=@dev --include-staged --include-workspace-root|-iwr
        --install-links --install-strategy= --json --key= --legacy-bundling --legacy-peer-deps --libc= --link
        --local-address= -L|--location= --lockfile-version= --loglevel= --logs-dir= --logs-max= -l|--long --maxsockets= -m|--message=
        --min-release-age= --node-gyp= --node-options= --noproxy= --offline@offline --omit=@dev
        --omit-lockfile-registry-resolved --only=@dev --optional|--no-optional --os= --otp= --package= --package-lock --no-package-lock@unlocked
        --package-lock-only --pack-destination= -p|--parseable --prefer-dedupe --prefer-offline --prefer-online
        -C|--prefix=@folder --preid= --production@dev --progress|--no-progress --provenance --proxy= --read-only --rebuild-bundle
        --registry|--reg=@address --replace-registry-host= -S|--save|--no-save -B|--save-bundle -D|--save-dev -E|--save-exact
        -O|--save-optional --save-peer --save-prefix= -P|--save-prod --sbom-format= --sbom-type= --scope= --script-shell=
        --searchexclude= --searchlimit= --searchopts= --searchstaleness= --shell= --shrinkwrap --no-shrinkwrap@unlocked
        --strict-peer-deps --strict-ssl --no-strict-ssl@insecure --tag= --tag-version-prefix= --timing --umask= --unicode --unsafe-perm
        --update-notifier|--no-update-notifier -?|-H|-h|--help|--usage --user-agent= --userconfig= -v|--version
        --versions --viewer= --which= -w|--workspace= --workspaces|-ws --workspaces-update -y|--yes@yes -d|-dd|-ddd|--verbose
        -q|-s|--quiet|--silent@quiet -n|--no|--no-yes --python= --jobs= --target= --arch= --target_arch= --build-from-source?
        --max-old-space-size= --cwd=@folder --reporter=
        """)
    {
        TakesTrueFalse = true,
        CacheFolders = ["/root/.npm"],
        IdleFolders = ["/root/.npm/_cacache", "/root/.npm/_npx"],
        CacheVariables = ["NPM_CONFIG_CACHE", "npm_config_cache"],
        InsecureSettings = ["strict-ssl=false"],
        SecretSettings = ["*_authToken=*", "*_auth=*", "*_password=*"],
        Verbs =
        [
            Verb("install=i=add=in=ins=inst=insta=instal=isnt=isnta=isntal=isntall",
                [Installs(PackageKind.Node, PackageSyntax.Npm).Of().WithOperands(),
                    Installs(PackageKind.Node).ByManifest("package*.json", "package-lock.json").WithoutOperands().Without("-g")
                        .LockedBy(new LockSpec("npm ci") { Verb = "ci" })
                        .ForProductionBy(ForProduction("--omit=dev", "--omit", "--only", "--production")),
                    Fetches.Without("--offline"), Network.Without("--offline"),
                    Context.Without("-g").WithoutOperands()]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("ci=clean-install=ic=install-clean=isntall-clean", [Installs(PackageKind.Node).ByManifest("package*.json",
                "package-lock.json", isLocked: true).NeedingLockFile("npm-shrinkwrap.json")
                .ForProductionBy(ForProduction("--omit=dev", "--omit", "--only", "--production")), Fetches.Without("--offline"),
                    Network.Without("--offline"), Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("install-test=it|install-ci-test=cit", [Installs(PackageKind.Node).ByManifest("package*.json", "package-lock.json"),
                Fetches, Network, Context]) with { Cost = CostClass.Dependencies },
            Verb("update=up=upgrade=udpate",
                [Updates.Without("-g"), Installs(PackageKind.Node, PackageSyntax.Npm), Fetches, Network, Context.Without("-g")])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("uninstall=unlink=remove=rm=r=un", [Removes(PackageKind.Node, PackageSyntax.Npm), Context.Without("-g")])
                with { Cost = CostClass.Files },
            Verb("run=run-script=rum=urn", [Context]) with { Cost = CostClass.Compile, ConcernsDevelopment = true },
            Verb("test=t=tst", [Context]) with { ConcernsDevelopment = true },
            Verb("start|stop|restart", [Context]),
            Verb("exec=x", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(OperandRange.First).Maybe(), Network.Maybe()]),
            Verb("init|create|innit", [Asks.Without("-y")]),
            Verb("cache clean=cache clear=cache rm", [CleansCache.At("/root/.npm")]) with { Cost = CostClass.Trivial },
            Verb("cache|cache add|cache ls|cache verify", []) with { Cost = CostClass.Trivial },
            Verb("config=c|config set|config get|config delete|config list|config ls|config edit|config fix|set|get", [SetsConfig])
                with { Cost = CostClass.Trivial },
            Verb("login|adduser|add-user|logout|token|publish|unpublish|deprecate|access|owner|dist-tag|team|org|hook|star|profile",
                [Network]),
            Verb("prune", [Context]) with { ConcernsDevelopment = true },
            Verb("link=ln|dedupe|ddp|rebuild=rb|shrinkwrap|pack|version|pkg|approve-scripts", [Context]),
            Verb("audit|audit fix|fund|outdated|view|info|show|v|search|s|ping|doctor|sbom", [Network]),
            Verb("ls|list|la|ll|bin|root|prefix|help|whoami|docs|bugs|repo|explain|why|query|completion|edit|explore|diff", [Prints]),
        ],
    });

    /// <summary>npx and bunx.</summary>
    public static ToolSpec Npx => field ?? Keep(ref field, new("npx", "-y|--yes@yes -p|--package= -c|--call= --no-install|--no -q|"
        + "--quiet --registry= --ignore-existing --cache= --userconfig= --prefer-offline --offline --bun -n|--node-arg= -w|--workspace= "
        + "-ws|--workspaces --verbose --silent -h|--help -v|--version -C|--prefix=")
    {
        StopsAtOperand = true,
        Effects = [Installs(PackageKind.Node, PackageSyntax.Npm).Of(OperandRange.First).From("-p").Maybe(),
        Network.Maybe(), Asks.Without("-y").Maybe()]
    });

    /// <summary>Yarn, classic and berry.</summary>
    public static ToolSpec Yarn => field ?? Keep(ref field, new("yarn", """
        --cwd=@folder --verbose --offline@offline --prefer-offline --enable-pnp|--pnp --disable-pnp --strict-semver --json
        --ignore-scripts --har --ignore-platform --ignore-engines --ignore-optional --force@force
        --skip-integrity-check --check-files --no-bin-links --flat --prod|--production?@dev --no-lockfile@unlocked --pure-lockfile@locked
        --frozen-lockfile@locked --update-checksums --link-duplicates --link-folder= --global-folder=
        --modules-folder= --preferred-cache-folder= --cache-folder=@cache --mutex= --emoji? --no-emoji -s|--silent@quiet --proxy=
        --https-proxy= --registry=@address --no-progress --network-concurrency= --network-timeout=
        --non-interactive@yes --scripts-prepend-node-path? --no-node-version-check --focus --otp= --default-folder= --no-default-rc
        --use-yarnrc= --audit -v|--version -h|--help --network-settings= --max-old-space-size=
        """)
    {
        DefaultVerb = "install",
        CacheFolders = ["/usr/local/share/.cache/yarn"],
        IdleFolders = ["/usr/local/share/.cache/yarn", "/root/.cache/yarn", "/root/.yarn/berry/cache"],
        CacheVariables = ["YARN_CACHE_FOLDER"],
        InsecureSettings = ["strict-ssl=false", "enableStrictSsl=false"],
        SecretSettings = ["*_authToken=*", "npmAuthToken=*", "npmAuthIdent=*"],
        Verbs =
        [
            Verb("install", "--immutable@locked --immutable-cache@locked --refresh-lockfile --check-cache --check-resolutions "
                + "--inline-builds --mode= -A|--all",
                [Installs(PackageKind.Node).ByManifest("package.json", "yarn.lock")
                    .ForProductionBy(ForProduction("--production", "--production")).LockedBy(
                    new LockSpec("yarn install --frozen-lockfile (from version 2: --immutable)")
                    {
                        Unless = ["--mode"],
                        Variables = ["YARN_ENABLE_IMMUTABLE_INSTALLS"],
                    }), Fetches.Without("--offline"),
                    Network.Without("--offline"), Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("add", "-D|--dev -P|--peer -O|--optional -E|--exact -T|--tilde -C|--caret -W|--ignore-workspace-root-check -F|--fixed "
                + "-i|--interactive --cached --mode= --prefer-dev -A|--audit",
                [Installs(PackageKind.Node, PackageSyntax.Npm).Of(), Fetches, Network, Context]) with { Cost = CostClass.Dependencies,
                    Repeats = Repeatability.Moving },
            Verb("global add|global upgrade", "--prefix= -E|--exact", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(), Fetches,
                Network]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("global remove|global list|global bin|global dir", "--prefix=", []),
            Verb("upgrade=up|upgrade-interactive", "-L|--latest -S|--scope= --pattern= -R|--recursive -E|--exact -i|--interactive "
                + "--only-if-needed --yarn-path", [Updates, Installs(PackageKind.Node, PackageSyntax.Npm), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("remove|unlink|link", "-A|--all -W -r|--relative -p|--private", [Removes(PackageKind.Node, PackageSyntax.Npm),
                Context]) with { Cost = CostClass.Files },
            Verb("dlx|create", "-p|--package= -q|--quiet", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(OperandRange.First),
                Fetches, Network]) with { StopsAtOperand = true },
            Verb("run|test|build", "-T|--top-level -B|--binaries-only --inspect? --inspect-brk? --require=", [Context])
                with { StopsAtOperand = true, Cost = CostClass.Compile, ConcernsDevelopment = true },
            Verb("exec|node|start", "-T|--top-level -B|--binaries-only --inspect? --inspect-brk? --require=", [Context])
                with { StopsAtOperand = true, Cost = CostClass.Compile },
            Verb("workspace", [Context]) with { StopsAtOperand = true },
            Verb("workspaces|workspaces run|workspaces info|workspaces focus|workspaces foreach|workspaces list", "-A|--all "
                + "--production -p|--parallel -v|--verbose -i|--interlaced -t|--topological --topological-dev -j|--jobs= --exclude= "
                + "--include= --from= -R|--recursive -W|--worktree --since? --no-private --dry-run", [Context])
                with { StopsAtOperand = true },
            Verb("cache clean|cache clear|cache list|cache dir|autoclean", "--pattern= --all --mirror -F|--force -I|--init",
                [CleansCache.At("/usr/local/share/.cache/yarn")]) with { Cost = CostClass.Trivial },
            Verb("config|config set|config get|config delete|config list|config unset|set|plugin import|plugin remove|policies "
                + "set-version|set version|set version from sources", "-g|--global -H|--home --json --static --rc", [SetsConfig])
                with { Cost = CostClass.Trivial },
            Verb("pack|publish|npm publish|npm login|npm audit|version|versions|rebuild|dedupe|constraints|patch|audit|import|init|"
                + "login|logout|tag|team|owner|licenses|info|list|outdated|why|bin|help|check|generate-lock-entry|unplug|search|stage|"
                + "sdks|npm info",
                "-f|--filename= --out= -y|--yes -p|--private -2 --new-version= --patch --minor --major --depth= --pattern= --level= "
                    + "--groups= --verify-tree --integrity --all --recursive -o= --install-if-needed"),
        ],
    });

    /// <summary>pnpm.</summary>
    public static ToolSpec Pnpm => field ?? Keep(ref field, new("pnpm", """
        -C|--dir=@folder -w|--workspace-root -r|--recursive@recursive -F|--filter= --filter-prod= --test-pattern=
        --changed-files-ignore-pattern= --color --no-color --loglevel= --reporter= -s|--silent@quiet --use-stderr --stream
        --aggregate-output --parallel --sort --no-sort --no-bail --bail
        --workspace-concurrency= --reverse --include-workspace-root --fail-if-no-match --registry=@address --store-dir=@cache
        --virtual-store-dir= --modules-dir= --cache-dir= --state-dir= --global-dir= --global-bin-dir= --network-concurrency=
        --child-concurrency= --fetch-retries= --fetch-timeout=
        --config= --ignore-workspace --resume-from= --strict-peer-dependencies -g|--global@global --offline@offline --prefer-offline
        --prefer-frozen-lockfile@locked --frozen-lockfile@locked --no-frozen-lockfile@unlocked --no-lockfile@unlocked --lockfile-only
        --fix-lockfile --merge-git-branch-lockfiles
        --ignore-scripts --ignore-pnpmfile -P|--prod|--production@dev -D|--dev --no-optional --optional --force@force --no-hoist
        --shamefully-hoist --hoist-pattern= --public-hoist-pattern= --package-import-method= --node-linker= --side-effects-cache
        --no-side-effects-cache --lockfile-dir= --dry-run@dry
        --no-verify-store-integrity --verify-store-integrity --unsafe-perm --trust-lockfile --cpu= --os= --libc= --shell-emulator
        --aggregate-output -v|--version -h|--help --yes|-y --config.store-dir= --pm-on-fail=
        """)
    {
        CacheFolders = ["/root/.local/share/pnpm/store"],
        IdleFolders = ["/root/.local/share/pnpm", "/root/.cache/pnpm"],
        LiveParts = ["global", "bin", "nodejs", ".tools", "pnpm", "pnpx"],
        InsecureSettings = ["strict-ssl=false"],
        SecretSettings = ["*_authToken=*", "*_auth=*", "*_password=*"],
        Verbs =
        [
            Verb("install=i", [Installs(PackageKind.Node, PackageSyntax.Npm).Of().WithOperands(),
                Installs(PackageKind.Node).ByManifest("package.json", "pnpm-lock.yaml").WithoutOperands().Without("-g")
                    .ForProductionBy(ForProduction("--prod", "--prod")).LockedBy(
                    new LockSpec("pnpm install --frozen-lockfile") { Option = "--frozen-lockfile", Variables = ["CI"] }),
                        Fetches.Without("--offline"),
                Network.Without("--offline"), Context.Without("-g")])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("add", "--save-dev|-D --save-optional|-O --save-peer --save-prod --save-exact|-E --workspace --save-catalog "
                + "--save-catalog-name= --allow-build=", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(), Fetches, Network,
                Context.Without("-g")]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("ci=clean-install", [Installs(PackageKind.Node).ByManifest("package.json", "pnpm-lock.yaml", isLocked: true)
                .NeedingLockFile(), Fetches,
                Network, Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("fetch", [Fetches, Network, Installs(PackageKind.Node).ByManifest("pnpm-lock.yaml", "pnpm-lock.yaml", isLocked: true),
                Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("update=up=upgrade", "-L|--latest -i|--interactive --depth= --no-save",
                [Updates.Without("-g"), Installs(PackageKind.Node, PackageSyntax.Npm),
                Fetches, Network, Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("remove=rm=uninstall=un", [Removes(PackageKind.Node, PackageSyntax.Npm), Context]) with { Cost = CostClass.Files },
            Verb("dlx|create", "--package= -c|--shell-mode --allow-build=", [Installs(PackageKind.Node,
                PackageSyntax.Npm).Of(OperandRange.First), Fetches, Network]) with { StopsAtOperand = true },
            Verb("run=run-script|test=t|build", "-c|--shell-mode --if-present --no-reporter-hide-prefix --report-summary",
                [Context]) with { StopsAtOperand = true, Cost = CostClass.Compile, ConcernsDevelopment = true },
            Verb("start|exec", "-c|--shell-mode --if-present --no-reporter-hide-prefix --report-summary",
                [Context]) with { StopsAtOperand = true, Cost = CostClass.Compile },
            Verb("deploy", "--legacy", [Writes.Of(), Context]),
            Verb("store prune|store path|store add|store status|cache delete", "", [CleansCache.At("/root/.local/share/pnpm/store")]),
            Verb("config|config set|config get|config delete|config list|c|env use|env add|setup|self-update|approve-builds|runtime "
                + "set", "--location=", [SetsConfig]),
            Verb("prune|rebuild=rb|link=ln|unlink|dedupe|patch|patch-commit|pack|publish|import|audit|list|ls|ll|la|outdated|why|root|"
                + "bin|init|licenses|server|doctor|cat-file|cat-index|find-hash", "--depth= --json --long --parseable --tag= --access= "
                + "--no-git-checks --publish-branch= --otp= --pack-destination= --out= --audit-level= --fix"),
        ],
    });

    /// <summary>Bun.</summary>
    public static ToolSpec Bun => field ?? Keep(ref field, new("bun", """
        -c|--config? -y|--yarn -p|--production@dev --no-save --save --ca= --cafile= --dry-run@dry --frozen-lockfile@locked
        -f|--force@force --cache-dir=@cache --no-cache@nocache --silent@quiet --quiet --verbose --no-progress --no-summary --no-verify
        --ignore-scripts --trust -g|--global@global --cwd=@folder --backend= --registry=@address --concurrent-scripts=
        --network-concurrency= --save-text-lockfile --omit= --lockfile-only --linker= --minimum-release-age= --cpu= --os=
        -d|-D|--dev --optional --peer -E|--exact --filter= -a|--analyze --only-missing --watch --hot --smol -r|--preload= --inspect?
        --env-file= -b|--bun --if-present --define= -e|--eval= --print= --install= --tsconfig-override= -i --shell= -h|--help
        -v|--version --revision
        --target= --outdir= --outfile=@output --minify --sourcemap? --compile --splitting --format= --external= --entry-naming= --root=
        --public-path= --packages= --timeout= --coverage -t|--test-name-pattern= --bail? --rerun-each=
        """)
    {
        CacheFolders = ["/root/.bun/install/cache"],
        Verbs =
        [
            Verb("install=i", [Installs(PackageKind.Node, PackageSyntax.Npm).Of().WithOperands(),
                Installs(PackageKind.Node).ByManifest("package.json|bun.lock*", "bun.lock").WithoutOperands().Without("-g")
                    .ForProductionBy(ForProduction("--production", "--production", "--omit")).LockedBy(
                    new LockSpec("bun install --frozen-lockfile") { Option = "--frozen-lockfile", Unless = ["--production"] }), Fetches,
                        Network,
                Context.Without("-g")]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("ci", [Installs(PackageKind.Node).ByManifest("package.json|bun.lock*", "bun.lock", isLocked: true)
                .NeedingLockFile("bun.lockb"), Fetches, Network,
                Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("add=a", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(), Fetches, Network, Context.Without("-g")])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("remove=rm", [Removes(PackageKind.Node, PackageSyntax.Npm), Context.Without("-g")]),
            Verb("update", [Updates.Without("-g"), Fetches, Network]) with { Repeats = Repeatability.Moving },
            Verb("upgrade|outdated", [Fetches, Network]) with { Repeats = Repeatability.Moving },
            Verb("x", [Installs(PackageKind.Node, PackageSyntax.Npm).Of(OperandRange.First), Network]) with { StopsAtOperand = true },
            Verb("run|test", [Context]) with { StopsAtOperand = true, Cost = CostClass.Compile, ConcernsDevelopment = true },
            Verb("exec|repl", [Context]) with { StopsAtOperand = true, Cost = CostClass.Compile },
            Verb("build", [Compiles, Context]) with { Cost = CostClass.Compile, ConcernsDevelopment = true },
            Verb("pm|pm cache|pm cache rm|pm ls|pm bin|pm trust|pm untrusted|pm hash|pm version|pm pkg|pm pack|create|c|init|link|"
                + "unlink|patch|publish|audit|info|why", ""),
        ],
    });

    /// <summary>Corepack.</summary>
    public static ToolSpec Corepack => field ?? Keep(ref field, new("corepack", "-h|--help -v|--version")
    {
        Runs = new RunsSpec(RunsKind.Words) { Only = ["yarn", "pnpm", "npm", "yarnpkg", "pnpx", "npx"] },
        Verbs =
        [
            Verb("enable|disable", "--install-directory=", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("prepare|install|use|up|hydrate|cache clean|pack", "--activate --all --json -g|--global --cache-only -o|--output?",
                [Installs(PackageKind.Other, PackageSyntax.At).Of(), Fetches, Network]) with { Cost = CostClass.Download },
        ],
    });

    /// <summary>node.</summary>
    public static ToolSpec Node => field ?? Keep(ref field, new("node", """
        -e|--eval=@text -p|--print=@text -c|--check -i|--interactive -r|--require= --import= --loader|--experimental-loader=
        -C|--conditions= --env-file= --inspect? --inspect-brk? --max-old-space-size? --test --watch --title= --icu-data-dir=
        --openssl-config= --redirect-warnings= --report-dir= --input-type= -h|--help -v|--version --trace-warnings --no-warnings
        """)
    {
        StopsAtOperand = true,
        Runs = new RunsSpec(RunsKind.Words) { Only = ["npm-cli.js", "npm", "yarn.js", "yarn", "pnpm.cjs", "pnpm"] },
        Effects = [RunsScript.Of(OperandRange.First).Without("-e|-p"), RunsScript.From("-e|-p")],
    });

    /// <summary>n and nvm, which install versions of Node.</summary>
    public static ToolSpec Nvm => field ?? Keep(ref field, new("nvm", "--lts? --latest-npm --reinstall-packages-from= --default "
        + "--no-progress -s -b --alias= --skip-default-packages --no-use --silent --no-colors --version --help")
    {
        Verbs =
        [
            Verb("install=i", [Installs(PackageKind.Other).Of(), Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("use|alias|unalias|uninstall|current|ls|list|ls-remote|which|cache|cache clear|cache dir|deactivate|set-colors|version|"
                + "version-remote|unload|reinstall-packages|install-latest-npm", ""),
            Verb("exec|run", "") with { StopsAtOperand = true },
        ],
    });
}
