using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>RubyGems and Bundler.</summary>
public static class RubyTools
{
    /// <summary>gem.</summary>
    public static ToolSpec Gem => field ?? Keep(ref field, new("gem", """
        -h|--help -V|--verbose -q|--quiet@quiet --silent@quiet --config-file= --backtrace --debug --norc -v|--version=@version
        """)
    {
        HasNumberedNames = true,
        Abbreviates = true,
        PassesBehindDashes = true,
        Verbs =
        [
            Verb("install=i", """
                -i|--install-dir=@target -n|--bindir= -d|--document~ --no-document|-N --no-ri --no-rdoc --ri --rdoc --build-root=
                --vendor -E|--env-shebang -f|--force@force -w|--wrappers --no-wrappers
                -P|--trust-policy= --ignore-dependencies --format-executable --no-format-executable --user-install --no-user-install
                --development --development-all --conservative --no-conservative
                --minimal-deps --post-install-message --no-post-install-message -g|--file~@manifest --without= --explain --lock --no-lock
                --suggestions --no-suggestions --target-rbconfig=
                --platform= --prerelease --no-prerelease --pre -l|--local@offline -r|--remote -b|--both -B|--bulk-threshold=
                --clear-sources -s|--source=@address -p|--http-proxy~@address --no-http-proxy --update-sources --default
                --include-dependencies -y --no-update-sources -t|--test -j|--jobs=
                """,
                [Installs(PackageKind.Ruby, PackageSyntax.Gem).Of(), Fetches.Without("--local"), Network.Without("--local")])
                    with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving,
                        Gone = [new(["--no-ri", "--no-rdoc", "--ri", "--rdoc"], "RubyGems 3", "--no-document or --document")] },
            Verb("update", "--system~ -i|--install-dir= -n|--bindir= -d|--document~ --no-document|-N --no-ri --no-rdoc --ri --rdoc -f|"
                + "--force -w|--wrappers -P|--trust-policy= --platform= --prerelease -s|--source= -p|--http-proxy~ --conservative "
                + "--user-install --no-post-install-message",
                [Installs(PackageKind.Ruby, PackageSyntax.Gem), Fetches, Network]) with { Cost = CostClass.Dependencies,
                    Repeats = Repeatability.Moving },
            Verb("uninstall", "-a|--all -I|--ignore-dependencies -D|--check-development -x|--executables -i|--install-dir= -n|--bindir= "
                + "--user-install --format-executable --force --abort-on-dependent --platform= --vendor", [Removes(PackageKind.Ruby)]),
            Verb("build", "--platform= --force --strict -o|--output=@output -C?", [Writes.At("."), Context]),
            Verb("fetch|push|yank|signin|owner", "-s|--source= --host= -k|--key= --platform= --prerelease --otp=", [Network]),
            Verb("cleanup|clean|pristine|check", "-D|--check-development -n|-d|--dry-run --all --user-install --skip= --extensions "
                + "--no-extensions -i|--install-dir=", []),
            Verb("sources", "-a|--add= -l|--list -r|--remove= -c|--clear-all -u|--update -p|--http-proxy~ -f|--force --prepend= "
                + "--append=", [SetsConfig]),
            Verb("list|search|query|environment=env|contents|specification=spec|which|outdated|info|dependency|help|lock|unpack|open|"
                + "rdoc|cert|server|mirror|stale|generate_index|exec", "-a|--all -i|--installed -e|--exact -l|--local -r|--remote -n|"
                + "--name-matches= --versions -d|--details --platform= --prerelease", [Prints]),
        ],
    });

    /// <summary>Bundler.</summary>
    public static ToolSpec Bundle => field ?? Keep(ref field, new("bundle", "--no-color -r|--retry= -V|--verbose --gemfile= -h|--help "
        + "-v|--version")
    {
        DefaultVerb = "install",
        HasNumberedNames = true,
        CacheFolders = ["/usr/local/bundle/cache"],
        CacheVariables = ["BUNDLE_PATH"],
        Verbs =
        [
            Verb("install", "--binstubs? --clean --deployment@locked --frozen@locked --full-index --gemfile= -j|--jobs= --local@offline "
                + "--prefer-local --no-cache@nocache --no-prune --path=@target --quiet@quiet --retry= --shebang= --standalone? --system "
                + "--trust-policy|-P= --with+ --without+ --redownload|--force --target-rbconfig= --no-lock",
                [Installs(PackageKind.Ruby).ByManifest("Gemfile", "Gemfile.lock").LockedBy(
                    new LockSpec("BUNDLE_FROZEN=1 or bundle config set frozen true")
                    {
                        Variables = ["BUNDLE_DEPLOYMENT", "BUNDLE_FROZEN"],
                        Settings = ["deployment", "frozen"],
                    }), Fetches.Without("--local"),
                    Network.Without("--local"), Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked,
                        Gone =
                        [
                            new(["--clean", "--deployment", "--frozen", "--no-prune", "--path", "--shebang", "--system", "--with",
                                "--without"], "Bundler 4", "bundle config set *"),
                        ] },
            Verb("update", "--all --group|-g= --source= --local --ruby --bundler? --full-index --jobs|-j= --quiet --patch --minor "
                + "--major --pre --strict --conservative --redownload|--force --gemfile=",
                [Updates.Without("--bundler"), Installs(PackageKind.Ruby).ByManifest("Gemfile"), Fetches, Network, Context]) with { Cost =
                    CostClass.Dependencies,
                Repeats = Repeatability.Moving },
            Verb("add", "-v|--version=@version -g|--group= -s|--source= -r|--require= --path= --git= --github= --branch= --ref= --glob= "
                + "--quiet --skip-install --optimistic --strict", [Installs(PackageKind.Ruby).Of(), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies },
            Verb("exec", "--keep-file-descriptors --gemfile=", [Context]) with { StopsAtOperand = true, Runs = RunsWords() },
            Verb("config|config set|config get|config unset|config list", "--local --global --delete --parseable", [SetsConfig])
                with { Cost = CostClass.Trivial },
            Verb("lock|cache=package=pack", "--update? --local --print --lockfile= --add-platform= --remove-platform= "
                + "--normalize-platforms --add-checksums --all --all-platforms --cache-path= --no-install --path= --frozen --no-prune "
                + "--quiet --gemfile=", [Network, Context]),
            Verb("clean", "--dry-run --force", [CleansCache.At("/usr/local/bundle")]),
            Verb("check|show|list|info|outdated|binstubs|open|init|gem|platform|viz|doctor|pristine|remove|inject|help|version|plugin|"
                + "plugin install|console|licenses|env|issue", "--dry-run --gemfile= --path= --force --all --shebang= --standalone "
                + "--source= --version="),
        ],
    });

    /// <summary>ruby.</summary>
    public static ToolSpec Ruby => field ?? Keep(ref field, new("ruby", """
        -0? -a -c -C=@folder -d|--debug -e=@text -E= -F? -i? -I= -l -n -p -r= -s -S -t? -v|--verbose -w -W? -x? --jit --yjit --copyright
        --enable= --disable= --external-encoding= --internal-encoding= --version --help -h
        """)
    {
        HasNumberedNames = true,
        StopsAtOperand = true,
        Runs = new RunsSpec(RunsKind.Words) { Only = ["gem", "bundle", "rake"] },
        Effects
        = [RunsScript.Of(OperandRange.First).Without("-e"), RunsScript.From("-e")]
    });

    /// <summary>rbenv, ruby-install, ruby-build, rvm.</summary>
    public static ToolSpec Rbenv => field ?? Keep(ref field, new("rbenv", "-f|--force -s|--skip-existing -l|--list -L|--list-all -v|"
        + "--verbose -k|--keep -p|--patch --version")
    {
        Verbs = [Verb("install", [Installs(PackageKind.Other).Of(), Fetches, Network, Compiles]) with { Cost = CostClass.Compile },
        Verb("global|local|rehash|shell|versions|version|init|which|whence|exec|root|uninstall", "")]
    });
}
