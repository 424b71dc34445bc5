using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Go, Rust, Swift, Haskell, OCaml, Elixir, Dart: tools that fetch and compile.</summary>
public static class CompiledTools
{
    private const string GoBuild = "-a -n -p= -race -msan -asan -cover -covermode= -coverpkg= -v -work -x -asmflags= -buildmode= "
        + "-buildvcs? -compiler= -gccgoflags= -gcflags= -installsuffix= -json -ldflags= -linkshared -mod= -modcacherw -modfile= "
        + "-overlay= -pgo= -pkgdir= -tags= -trimpath -toolexec= -C=@folder -i -o=@output";

    /// <summary>go.</summary>
    public static ToolSpec Go => field ?? Keep(ref field, new("go", "-C=@folder")
    {
        Style = ToolStyle.Go,
        HasStrictPlaces = true,
        HasNumberedNames = true,
        CacheFolders = ["/go/pkg/mod", "/root/.cache/go-build"],
        CompilerCacheFolders = ["/root/.cache/go-build"],
        InstallsIntoCache = true,
        CacheVariables = ["GOMODCACHE", "GOPATH", "GOCACHE"],
        Verbs =
        [
            Verb("mod download", "-json -x -reuse= -modfile= -C=@folder", [Installs(PackageKind.Go).ByManifest("go.mod", "go.sum",
                isLocked: true).WithoutOperands(), Fetches, Network, Context]) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Locked },
            Verb("mod tidy|mod vendor|mod init|mod edit|mod graph|mod verify|mod why", "-v -x -e -go= -compat= -o= -replace= -require= "
                + "-droprequire= -dropreplace= -fmt -json -print -C=@folder -m -vendor", [Context]),
            Verb("build", GoBuild, [Compiles, Context, Network.Without("-mod").Maybe(), Writes.From("-o")])
                with { StopsAtOperand = true, Cost = CostClass.Compile, Repeats = Repeatability.Locked },
            Verb("install", GoBuild, [Installs(PackageKind.Go, PackageSyntax.Go).Of(), Fetches.WithOperand("*@*"), Compiles,
                Network.Maybe()]) with { StopsAtOperand = true, Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("get", GoBuild + " -d -u? -t -fix -insecure@insecure -tool",
                [Updates.With("-u"), Installs(PackageKind.Go, PackageSyntax.Go).Of(), Fetches,
                Network]) with { StopsAtOperand = true, Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("run", GoBuild + " -exec=", [Compiles, Context.Of(OperandRange.First)]) with { StopsAtOperand = true,
                Cost = CostClass.Compile },
            Verb("test", GoBuild + " -args... -c -exec= -bench= -benchmem -benchtime= -blockprofile= -count= -coverprofile= -cpu= "
                + "-cpuprofile= -failfast -fuzz= -fuzztime= -list= -memprofile= -mutexprofile= -outputdir= -parallel= -run= -short "
                + "-shuffle= -skip= -timeout= -trace= -vet= -fullpath", [Compiles, Context])
                with { Cost = CostClass.Compile },
            Verb("vet|generate|fmt|fix", GoBuild + " -run= -skip= -vettool=", [Context, Compiles]) with { StopsAtOperand = true },
            Verb("env", "-json -u -w -changed", [Prints, SetsConfig.With("-w|-u")]) with { Cost = CostClass.Trivial },
            Verb("clean", GoBuild + " -cache -testcache -modcache -fuzzcache -r", [CleansCache.At("/root/.cache/go-build|"
                + "/go/pkg/mod")]) with { Cost = CostClass.Trivial },
            Verb("list|version|doc|tool|help|bug|telemetry|work init|work use|work sync|work edit|work vendor", GoBuild + " -m -f= -e "
                + "-deps -u -versions -test -export -find -all -retracted -compiled", [Prints]) with { StopsAtOperand = true },
        ],
    });

    private const string CargoBuild = "-p|--package= --workspace --all --exclude= --lib --bin= --bins --example= --examples --test= "
        + "--tests --bench= --benches --all-targets -F|--features= --all-features --no-default-features --target= -r|--release "
        + "--profile= -j|--jobs= "
        + "--keep-going --no-fail-fast --timings? --target-dir= --artifact-dir|--out-dir= --message-format= --build-plan "
            + "--manifest-path=@project --lockfile-path= --ignore-rust-version --future-incompat-report --unit-graph --debug --no-run "
                + "--doc "
            + "--no-deps --open --document-private-items";

    /// <summary>cargo.</summary>
    public static ToolSpec Cargo => field ?? Keep(ref field, new("cargo", "+= -V|--version --list --explain= -v|-vv|--verbose -q|"
        + "--quiet@quiet --color= -C=@folder --locked@locked --offline@offline --frozen@locked --config= -Z= -h|--help")
    {
        HasPlusOptions = true,
        PassesBehindDashes = true,
        CacheFolders = ["/usr/local/cargo/registry"],
        InstallsIntoCache = true,
        CacheVariables = ["CARGO_HOME"],
        Verbs =
        [
            Verb("build=b|rustc", CargoBuild, [Compiles, Context, Installs(PackageKind.Rust).ByManifest("Cargo.toml",
                "Cargo.lock").Without("--offline").LockedBy(new LockSpec("cargo build --locked") { Option = "--locked" }),
                    Fetches.Without("--offline").Maybe(), Network.Without("--offline|"
                + "--frozen").Maybe()]) with { Cost = CostClass.Compile, Repeats = Repeatability.Locked },
            Verb("install", "--version|--vers=@version --git=@address --branch= --tag= --rev= --path=@editable --list -n|--dry-run@dry "
                + "-f|--force@force --no-track --bin= --bins --example= --examples --root=@target --registry= --index= -F|--features= "
                + "--all-features --no-default-features --target= --target-dir= --debug --profile= -j|--jobs= --timings? --keep-going "
                + "--ignore-rust-version --message-format=",
                [Installs(PackageKind.Rust, PackageSyntax.Cargo).Of().From("--git").LockedBy(new LockSpec("cargo install --locked")
                    { Option = "--locked" }), Installs(PackageKind.Rust).ByManifest("Cargo.toml",
                    "Cargo.lock").With("--path"), Compiles, Fetches, Network.Without("--offline"), Context.With("--path")])
                    with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("binstall", "--version=@version -y|--no-confirm@yes --force --locked --targets= --git= --manifest-path= --root= "
                + "--install-path= --strategies= --no-symlinks --dry-run --disable-strategies= --no-track --github-token= --log-level= "
                + "--secure --min-tls-version= --pkg-url=", [Installs(PackageKind.Rust, PackageSyntax.Cargo).Of(), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("fetch|vendor", "--target= --manifest-path= --sync= -s= --no-delete --respect-source-config --versioned-dirs",
                [Installs(PackageKind.Rust).ByManifest("Cargo.toml", "Cargo.lock"), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("chef cook", CargoBuild + " --recipe-path= --check --clippy --build --zigbuild --no-std --no-build --exclude=",
                [Compiles, Installs(PackageKind.Rust).ByManifest("recipe.json"), Fetches, Network.Without("--offline")])
                with { Cost = CostClass.Compile, Repeats = Repeatability.Locked },
            Verb("chef prepare", "--recipe-path=@output --bin=", [Reads.At("."), Context, Writes.From("--recipe-path")])
                with { Cost = CostClass.Trivial },
            Verb("run=r", CargoBuild, [Compiles, Context]) with { Cost = CostClass.Compile, StopsAtOperand = true },
            Verb("test=t|bench|check=c|clippy|doc=d|rustdoc|fix|nextest run|tarpaulin|llvm-cov|deb|generate-rpm|zigbuild|auditable "
                + "build|xwin build|cbuild|cinstall|ndk|component build|leptos build|tauri build|lambda build|pgrx install|pgrx package|"
                + "pgrx init|sqlx prepare", CargoBuild + " --fix --allow-dirty --prefix= --destdir= --libdir=", [Compiles, Context])
                with { Cost = CostClass.Compile },
            Verb("update", "-p|--package= --precise= --aggressive --recursive -w|--workspace --manifest-path=@project -n|--dry-run "
                + "--breaking",
                [Updates.Without("--dry-run"), Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("generate-lockfile|add|remove=rm|upgrade", "-p|--package= --precise= --aggressive --recursive -w|--workspace "
                + "--dev --build --features|-F= --git= --path= --branch= --tag= --rev= --optional --no-default-features --rename= "
                + "--manifest-path= -n|--dry-run --vers=", [Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("new|init", "--bin --lib --edition= --name= --vcs= --registry=", [Writes.Of()]) with { Cost = CostClass.Trivial },
            Verb("clean", "-p|--package= --target= -r|--release --profile= --target-dir= --doc --manifest-path= -n|--dry-run",
                [CleansCache.At("target")]),
            Verb("uninstall", "-p|--package= --bin= --root=", [Removes(PackageKind.Rust)]),
            Verb("metadata|tree|version|search|locate-project|pkgid|read-manifest|fmt|audit|deny|package|publish|login|logout|owner|"
                + "yank|verify-project|report|help|info|cache|sweep|outdated|machete|expand|generate|make|xtask|watch|strip|bloat",
                "--format-version= --no-deps --manifest-path= --filter-platform= -p|--package= --token= --dry-run --allow-dirty -e= -i= "
                    + "--invert= --depth= -x= -w= --all --check"),
        ],
    });

    /// <summary>rustup.</summary>
    public static ToolSpec Rustup => field ?? Keep(ref field, new("rustup", "+= -v|--verbose -q|--quiet -V|--version -h|--help")
    {
        HasPlusOptions = true,
        Verbs =
        [
            Verb("install|toolchain install=toolchain add|update|upgrade", "--profile= -c|--component= -t|--target= --no-self-update "
                + "--force --allow-downgrade --force-non-host --override", [Installs(PackageKind.Other).Of(), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("target add=target install|component add", "--toolchain=", [Installs(PackageKind.Other).Of(), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("target remove|component remove|toolchain uninstall|toolchain remove|toolchain link|uninstall|self uninstall",
                "--toolchain= -y", []),
            Verb("default|set|set profile|set default-host|set auto-self-update|override set|override unset|self update|self "
                + "upgrade-data", "--path=", [SetsConfig]),
            Verb("run", "--install", []) with { StopsAtOperand = true, Runs = RunsWords(1) },
            Verb("show|show active-toolchain|show home|show profile|which|doc|man|completions|target list|component list|toolchain list|"
                + "check|override list|help", "--toolchain= --installed -v|--verbose", [Prints]),
        ],
    });

    /// <summary>rustup-init, also as the script of its site.</summary>
    public static ToolSpec RustupInit => field ?? Keep(ref field, new("rustup-init", "-v|--verbose -q|--quiet -y@yes --default-host= "
        + "--default-toolchain= --profile= -c|--component= -t|--target= --no-update-default-toolchain --no-modify-path -h|--help -V|"
        + "--version")
    {
        Effects = [Installs(PackageKind.Other), Fetches, Network, Asks.Without("-y")],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>rustc.</summary>
    public static ToolSpec Rustc => field ?? Keep(ref field, new("rustc", "--cfg= -L= -l= --crate-type= --crate-name= --edition= "
        + "--emit= --print= -g -O -o=@output --out-dir= --explain= --test --target= -W= -A= -D= -F= -C|--codegen= -V|--version -v|"
        + "--verbose --extern= --sysroot= --error-format= --color= -Z= -h|--help")
    { Effects = [Compiles, Reads.Of()], Cost = CostClass.Compile });

    /// <summary>swift.</summary>
    public static ToolSpec Swift => field ?? Keep(ref field, new("swift", """
        -c|--configuration= --product= --target= --package-path=@folder --build-path|--scratch-path= --static-swift-stdlib
        --no-static-swift-stdlib -Xswiftc= -Xcc= -Xlinker= -Xcxx= -v|--verbose --show-bin-path --swift-sdk= --triple= -j|--jobs=
        --sanitize= --enable-test-discovery --disable-sandbox --skip-update
        --force-resolved-versions@locked --only-use-versions-from-resolved-file@locked --skip-build --cache-path= --arch= --sdk=
        --toolchain= --filter= --parallel --build-tests --configuration= --enable-code-coverage -q|--quiet -h|--help --version
        """)
    {
        Style = ToolStyle.Words,
        Verbs =
        [
            Verb("build", [Compiles, Context, Installs(PackageKind.Swift).ByManifest("Package.swift", "Package.resolved"), Fetches,
                Network]) with { Cost = CostClass.Compile, Repeats = Repeatability.Locked },
            Verb("package|package resolve|package update|package clean|package reset|package init|package show-dependencies|package "
                + "describe", "--type= --name=", [Context, Network.Maybe()]) with { Cost = CostClass.Dependencies },
            Verb("run|test", [Compiles, Context]) with { Cost = CostClass.Compile },
            Verb("sdk install|sdk list|sdk configure", "--checksum=", [Network]),
        ],
    });

    /// <summary>cabal.</summary>
    public static ToolSpec Cabal => field ?? Keep(ref field, new("cabal", """
        --config-file= --store-dir= --http-transport= -v|--verbose? -j|--jobs? --with-compiler|-w= --with-ghc= --enable-tests
        --disable-tests --enable-static --enable-executable-static --install-method= --installdir= --overwrite-policy= --constraint=
        --project-file= --builddir= --ghc-options= --prefix=
        --only-dependencies|--dependencies-only --dry-run -f|--flags= -O|--optimization? --lib --package-env|--env=
        --enable-optimization? --disable-documentation --allow-newer? --global --user --bindir= --datadir= --extra-lib-dirs=
        --extra-include-dirs= --index-state= --ignore-expiry --haddock-hoogle -h|--help -V|--version
        """)
    {
        Verbs =
        [
            Verb("update=v2-update=new-update", [RefreshesIndex("/root/.cabal/packages"), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("install=v2-install=new-install=v1-install", [Installs(PackageKind.Haskell, PackageSyntax.Dash).Of(), Compiles,
                Fetches, Network]) with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("build=v2-build=new-build=v1-build", [Compiles, Context, Fetches, Network]) with { Cost = CostClass.Compile },
            Verb("configure|v2-configure|user-config|freeze|clean|check|sdist|test|run|exec|repl|haddock|fetch|get|list|info|list-bin|"
                + "init|outdated|path|gen-bounds", [Context]),
        ],
    });

    /// <summary>Haskell's stack.</summary>
    public static ToolSpec Stack => field ?? Keep(ref field, new("stack", """
        --verbosity= -v|--verbose --silent --work-dir= --stack-root= --stack-yaml= --resolver|--snapshot= --system-ghc --no-system-ghc
        --install-ghc --no-install-ghc --skip-ghc-check --arch= --compiler= --local-bin-path= --allow-different-user --no-terminal
        --color= -j|--jobs= --extra-include-dirs= --extra-lib-dirs= --docker --nix
        --copy-bins --no-copy-bins --prefetch --dependencies-only|--only-dependencies --only-snapshot --only-locals --only-configure
        --fast --pedantic --test --no-test --bench --no-run-tests --no-run-benchmarks --haddock --no-haddock --flag= --ghc-options=
        --dry-run --keep-going --local-bin-path= --ta= --ba= --force-dirty --resolver= --hpack-force
        """)
    {
        Verbs =
        [
            Verb("build|install|test|bench", [Compiles, Context, Fetches, Network]) with { Cost = CostClass.Compile,
                Repeats = Repeatability.Locked },
            Verb("setup|update|upgrade|unpack", [Fetches, Network]) with { Cost = CostClass.Download },
            Verb("exec|ghc|runghc|run", "") with { StopsAtOperand = true },
            Verb("clean|purge|path|config|config set|init|new|ls|list|query|dot|sdist|upload|ghci|repl|eval|script|uninstall|hoogle", ""),
        ],
    });

    /// <summary>opam.</summary>
    public static ToolSpec Opam => field ?? Keep(ref field, new("opam", """
        -y|--yes@yes --confirm-level= --no --cli= --color= --root= --switch= -q|--quiet -v|--verbose -j|--jobs= --debug-level= --strict
        --safe --json= --disable-sandboxing --bare --compiler|-c= --reinit -a|--auto-setup --no-setup -n|--no-action --deps-only
        --with-test --with-doc --with-dev-setup --assume-depexts --unlock-base -t
        --no-depexts --depext-only --locked --kind|-k= --packages= --empty --repositories|--repos= --set-default --all-switches --logs
        --download-cache --repo-cache --inplace-build --working-dir --ignore-constraints-on= --enable-shell-hook --shell= --shell-setup
        --no-opamrc --dev-repo --set-switch --all -a -r -s -c -e
        """)
    {
        Verbs =
        [
            Verb("install|reinstall|upgrade|pin|pin add|depext", [Installs(PackageKind.OCaml, PackageSyntax.Rpm).Of(), Compiles,
                Fetches, Network, Asks.Without("-y")]) with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("init|switch create|switch|update|repository add|repository|repository set-url", [Fetches, Network,
                Asks.Without("-y")]) with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("clean", [CleansCache.At("/root/.opam")]),
            Verb("exec", "") with { StopsAtOperand = true, Runs = RunsWords() },
            Verb("remove|env|config|var|option|list|show|info|switch list|switch set|lint|lock|tree|source|search|switch remove|switch "
                + "link", ""),
        ],
    });

    /// <summary>Elixir's mix.</summary>
    public static ToolSpec Mix => field ?? Keep(ref field, new("mix", "--only= --force@force --if-missing --no-deps-check --no-compile "
        + "--no-archives-check --all --env= --version -v --quiet --warnings-as-errors --overwrite --path= --sha512= --timeout= "
        + "--no-optional-deps --check-locked@locked --check-unused --no-elixir-version-check --verbose")
    {
        CacheFolders = ["/root/.hex"],
        Verbs =
        [
            Verb("deps.get", [Installs(PackageKind.Elixir).ByManifest("mix.exs", "mix.lock"), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("deps.compile|compile|release|phx.digest|assets.deploy|assets.build|escript.build|distillery.release|esbuild|tailwind|"
                + "phx.gen.release|test", [Compiles, Context]) with { Cost = CostClass.Compile },
            Verb("local.hex|local.rebar|archive.install|escript.install|local.phx|assets.setup|hex.install",
                [Installs(PackageKind.Elixir).Of(OperandRange.ButFirst), Fetches, Network, Asks.Without("--force")])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("deps.update", [Updates, Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("deps.unlock", [Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("do|deps.clean|clean|deps|new|phx.new|hex.info|hex.audit|hex.repo|hex.organization|format|ecto.setup|ecto.migrate|run|"
                + "help", [Context]),
        ],
    });

    /// <summary>Erlang's rebar3.</summary>
    public static ToolSpec Rebar => field ?? Keep(ref field, new("rebar3", "-h|--help -v|--version -d|--deps_only -o|--output-dir= -n|"
        + "--relname= --all")
    {
        Verbs = [Verb("get-deps|compile|release|tar|escriptize|as|local install|upgrade|ct|eunit|deps|clean|unlock|do", [Compiles,
        Context, Network]) with { Cost = CostClass.Compile }]
    });

    /// <summary>dart and pub.</summary>
    public static ToolSpec Dart => field ?? Keep(ref field, new("dart", """
        -v|--verbose --version --enable-analytics --disable-analytics --no-analytics --suppress-analytics -h|--help --offline@offline
        --no-offline --enforce-lockfile@locked --no-precompile --precompile -C|--directory=@folder --no-example -n|--dry-run
        --dart-define|-D= -o|--output=@output -S|--save-debugging-info= -p|--packages= -s|--source= --executable|-x= --overwrite
        --hosted-url|-u= --enable-experiment= --enable-asserts --target-os= --target-arch= --delete-conflicting-outputs -d --sdk= --release
        """)
    {
        CacheFolders = ["/root/.pub-cache"],
        LiveParts = ["bin", "global_packages"],
        CacheVariables = ["PUB_CACHE"],
        InstallsIntoCache = true,
        Verbs =
        [
            Verb("pub get|get", [Installs(PackageKind.Dart).ByManifest("pubspec.yaml", "pubspec.lock"), Fetches.Without("--offline"),
                Network.Without("--offline"), Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("pub upgrade", [Updates, Installs(PackageKind.Dart).Of(), Fetches, Network])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("pub add|pub global activate|pub downgrade|upgrade|global activate", [Installs(PackageKind.Dart).Of(),
                Fetches, Network]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("compile exe|compile aot-snapshot|compile jit-snapshot|compile js|compile kernel|compile wasm|build|build cli",
                [Compiles, Context, Reads.Of()]) with { Cost = CostClass.Compile },
            Verb("run|pub run|test|pub global run", [Context]) with { StopsAtOperand = true },
            Verb("pub cache|pub cache clean|pub cache repair|pub outdated|pub deps|pub global list|pub remove|pub publish|analyze|"
                + "format|fix|create|doc|info|devtools", ""),
        ],
    });

    /// <summary>flutter.</summary>
    public static ToolSpec Flutter => field ?? Keep(ref field, new("flutter", """
        -v|--verbose -d|--device-id= --version --suppress-analytics --disable-analytics -h|--help --offline@offline --no-example
        --enforce-lockfile@locked -C|--directory=@folder --release --debug --profile --web-renderer= --base-href= --dart-define=
        --dart-define-from-file= --target|-t= --flavor= --build-number= --build-name= --pwa-strategy=
        --tree-shake-icons --no-tree-shake-icons --target-platform= --split-debug-info= --obfuscate --split-per-abi -o|--output=
        --source-maps --wasm --csp --enable-web --no-enable-web --enable-linux-desktop --no-analytics --no-cli-animations --jdk-dir=
        --android-sdk= --android --ios --web --linux --no-android --no-ios --universal --force -f --android-licenses --no-pub --pub
        """)
    {
        CacheFolders = ["/root/.pub-cache"],
        LiveParts = ["bin", "global_packages"],
        CacheVariables = ["PUB_CACHE"],
        InstallsIntoCache = true,
        Verbs =
        [
            Verb("pub get|packages get", [Installs(PackageKind.Dart).ByManifest("pubspec.yaml", "pubspec.lock"),
                Fetches.Without("--offline"), Network.Without("--offline"), Context]) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Locked },
            Verb("pub upgrade", [Updates, Installs(PackageKind.Dart).Of(), Fetches, Network])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("pub add|pub global activate", [Installs(PackageKind.Dart).Of(), Fetches, Network])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("build|build web|build apk|build appbundle|build linux|build ios|build bundle|test|run|drive|pub run|gen-l10n",
                [Compiles, Context]) with { Cost = CostClass.Compile },
            Verb("precache|upgrade|channel|downgrade", [Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("config|doctor|clean|create|devices|analyze|emulators|symbolize|bash-completion", "--org= --template= --platforms= "
                + "--project-name="),
        ],
    });
}
