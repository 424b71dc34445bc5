using System.Collections.Immutable;
using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Python and what installs its packages: pip, pipx, uv, Poetry, Pipenv, and the interpreter itself.</summary>
public static class PythonTools
{
    /// <summary>Packages that install others, and that every environment has.</summary>
    public static ImmutableArray<string> Installers { get; } = ["pip", "setuptools", "wheel"];

    private const string Index = "-i|--index-url|--pypi-url=@address --extra-index-url=@address --no-index@offline -f|"
        + "--find-links=@source --trusted-host=@insecure";

    private const string Building = "--no-binary= --only-binary= --prefer-binary --no-build-isolation --use-pep517 --no-use-pep517 "
        + "--check-build-dependencies "
        + "-C|--config-settings|--config-setting= --global-option= --build-option= --install-option= --pre --progress-bar= "
            + "--require-hashes@hashes --no-deps|--no-dependencies "
        + "--ignore-requires-python --no-clean --src|--source|--source-dir|--source-directory= -c|--constraint|"
            + "--constraints=@constraint --build-constraint= --uploaded-prior-to= --group=";

    private const string Platform = "--platform= --python-version= --implementation= --abi=";

    /// <summary>pip.</summary>
    public static ToolSpec Pip => field ?? Keep(ref field, new("pip", Index + """
         -h|--help --debug --isolated --require-virtualenv|--require-venv --python= -v|--verbose -V|--version -q|--quiet@quiet
         --log|--log-file|--local-log=
        --no-input@yes --keyring-provider= --proxy= --retries= --timeout|--default-timeout= --exists-action= --cert= --client-cert=
        --cache-dir=@cache
        --no-cache-dir@nocache --disable-pip-version-check --no-color --no-python-version-warning --use-feature= --use-deprecated=
        --resume-retries=
        """)
    {
        Abbreviates = true,
        HasNumberedNames = true,
        CacheFolders = ["/root/.cache/pip"],
        CacheVariables = ["PIP_NO_CACHE_DIR", "PIP_CACHE_DIR"],
        InsecureSettings = ["trusted-host=*"],
        Verbs =
        [
            Verb("install", Building + " " + Platform + " " + """
                -r|--requirement|--requirements=@manifest -e|--editable=@editable --dry-run@dry -t|--target=@target --user --no-user
                --root= --prefix= -U|--upgrade@upgrade
                --upgrade-strategy= --force-reinstall -I|--ignore-installed --compile --no-compile --no-warn-script-location
                --no-warn-conflicts
                --break-system-packages --root-user-action= --report= --process-dependency-links --egg --allow-external=
                --allow-unverified= -b|--build= --no-download
                """,
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of().From("-r|-e|--group"), Fetches.Without("--no-index"),
                    Network.Without("--no-index"),
                    Context.With("-r|-e|-c"), Context.WithPaths(PackageSyntax.Pip)])
                with
            {
                Cost = CostClass.Dependencies,
                Repeats = Repeatability.Moving,
                Gone =
                [
                    new(["--install-option"], "pip 23.1", "--config-settings"),
                    new(["--process-dependency-links"], "pip 19", "requirements with addresses, as in name @ https://..."),
                ],
            },
            Verb("download", Building + " " + Platform + " -r|--requirement=@manifest -d|--dest|--destination-dir|"
                + "--destination-directory=@output",
                [Fetches.Of().From("-r"), Network, Writes.From("-d")]) with { Cost = CostClass.Dependencies,
                    Repeats = Repeatability.Moving },
            Verb("wheel", Building + " -r|--requirement=@manifest -w|--wheel-dir=@output -e|--editable=@editable --no-verify",
                [Fetches.Of().From("-r"), Network.Without("--no-index"), Compiles, Writes.From("-w"), Context.With("-r|-e"),
                    Context.WithPaths(PackageSyntax.Pip)])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("uninstall", "-r|--requirement=@manifest -y|--yes@yes --root-user-action= --break-system-packages",
                [Removes(PackageKind.Python, PackageSyntax.Pip).From("-r"), Asks.Without("-y")]) with { Cost = CostClass.Files },
            Verb("freeze", "-r|--requirement= -l|--local --user --path= --all --exclude-editable --exclude=", [Prints])
                with { Cost = CostClass.Trivial },
            Verb("list|show|check|inspect|debug|search|index|index versions|hash|completion|help|lock", "-o|--outdated -u|--uptodate -e|"
                + "--editable -l|--local --user --path= --pre --format= --not-required --exclude-editable --include-editable --exclude= "
                + "-f|--files -a|--algorithm=", [Prints]),
            Verb("config", "--editor= --global --user --site", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("cache", "--format=", [CleansCache.At("/root/.cache/pip").WithOperand("purge|remove")]) with { Cost = CostClass.Trivial },
        ],
    });

    /// <summary>pipx.</summary>
    public static ToolSpec Pipx => field ?? Keep(ref field, new("pipx", "--version -h|--help -q|--quiet -v|--verbose --global@global "
        + "--backend= --python= --fetch-missing-python -i|--index-url=@address --pip-args= -e|--editable --spec=@version")
    {
        CacheFolders = ["/root/.cache/pip"],
        Verbs =
        [
            Verb("install|install-all", "--include-deps --force|-f@force --suffix= --system-site-packages --preinstall= "
                + "--skip-maintenance", [Installs(PackageKind.Python, PackageSyntax.Pip).Of(), Fetches, Network])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("inject", "-r|--requirement=@manifest --include-apps --include-deps -f|--force --with-suffix",
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of(OperandRange.ButFirst), Fetches, Network])
                with { Cost = CostClass.Dependencies },
            Verb("run", "--no-cache --path --pypackages --with=", [Installs(PackageKind.Python,
                PackageSyntax.Pip).Of(OperandRange.First), Fetches, Network]) with { StopsAtOperand = true },
            Verb("upgrade|upgrade-all|upgrade-shared|reinstall|reinstall-all", "--include-injected --force|-f --skip=",
                [Installs(PackageKind.Python, PackageSyntax.Pip), Fetches, Network]) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Moving },
            Verb("uninstall|uninstall-all|uninject", [Removes(PackageKind.Python)]),
            Verb("list|ensurepath|environment|completions|runpip|interpreter|pin|unpin", "--force|-f --prepend --all-users "
                + "--include-injected --json --short --value -V="),
        ],
    });

    private const string UvIndex = Index + " --index=@address --default-index=@address --index-strategy= --keyring-provider= "
        + "--resolution= --prerelease= --fork-strategy= --exclude-newer= --exclude-newer-package= "
        + "--link-mode= --compile-bytecode --no-compile-bytecode --no-sources --no-sources-package= -U|--upgrade@upgrade -P|"
            + "--upgrade-package= --reinstall --reinstall-package= --no-build --no-build-package= --no-binary= --no-binary-package= "
            + "--only-binary= "
        + "-C|--config-setting|--config-settings= --config-settings-package= --no-build-isolation --no-build-isolation-package= "
            + "--refresh --refresh-package= --torch-backend= --malware-check";

    private const string UvProject = "--extra= --all-extras --no-extra= --no-all-extras --group= --no-group= --no-default-groups "
        + "--only-group= --all-groups --no-dev --dev --only-dev --no-editable --no-editable-package= --inexact --exact --active "
        + "--no-active "
        + "--no-install-project@noproject --no-install-workspace@noproject --no-install-local@noproject --no-install-package= "
            + "--only-install-project --only-install-workspace --only-install-local --only-install-package= "
        + "--locked@locked --frozen@locked --no-frozen --dry-run@dry --all-packages --package= --script= --python-platform= --check "
            + "--output-format=";

    /// <summary>uv.</summary>
    public static ToolSpec Uv => field ?? Keep(ref field, new("uv", """
        -n|--no-cache|--no-cache-dir@nocache --cache-dir=@cache -q|--quiet@quiet -v|--verbose --color= --native-tls --system-certs
        --no-native-tls --offline@offline --no-offline --allow-insecure-host|--trusted-host=@insecure
        --no-progress --directory=@folder --project=@project --config-file= --no-config --managed-python --no-managed-python
        --no-python-downloads --allow-python-downloads --python-preference= --python-fetch= --preview --no-preview --preview-features=
        -p|--python= -h|--help -V|--version
        """)
    {
        CacheFolders = ["/root/.cache/uv"],
        CacheVariables = ["UV_NO_CACHE", "UV_CACHE_DIR"],
        Verbs =
        [
            Verb("pip install", UvIndex + " " + """
                -r|--requirement|--requirements=@manifest -e|--editable=@editable -c|--constraint|--constraints=@constraint
                --override|--overrides= -b|--build-constraint|--build-constraints= --excludes|--exclude= --extra= --all-extras --group=
                --no-deps --require-hashes@hashes --no-require-hashes --verify-hashes --no-verify-hashes --system --no-system
                --break-system-packages --no-break-system-packages -t|--target=@target --prefix= --python-version= --python-platform=
                --inexact --exact --strict --no-strict --dry-run@dry --user --pre --force-reinstall --disable-pip-version-check
                """,
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of().From("-r|-e|--group"), Fetches.Without("--no-index|--offline"),
                    Network.Without("--no-index|--offline"), Context.With("-r|-e|-c"), Context.WithPaths(PackageSyntax.Pip)])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("pip sync", UvIndex + " -c|--constraint= --require-hashes@hashes --no-require-hashes --system --no-system "
                + "--break-system-packages -t|--target=@target --prefix= --allow-empty-requirements --python-version= "
                + "--python-platform= --strict --dry-run@dry --verify-hashes --no-verify-hashes --group= --extra= --all-extras -b|"
                + "--build-constraint=",
                [Installs(PackageKind.Python).Of(), Fetches, Network, Context]) with { Cost = CostClass.Dependencies,
                    Repeats = Repeatability.Locked },
            Verb("pip compile", UvIndex + " -c|--constraint= --override= -b|--build-constraint= --extra= --all-extras --group= "
                + "--no-deps -o|--output-file=@output --no-strip-extras --no-strip-markers --no-annotate --no-header "
                + "--annotation-style= --custom-compile-command= --generate-hashes --python-version= --python-platform= --universal "
                + "--no-emit-package= --emit-index-url --emit-find-links --system --format=",
                [Fetches, Network, Reads.Of(), Writes.From("-o")]),
            Verb("pip uninstall", "-r|--requirement= --keyring-provider= --system --break-system-packages -t|--target= --prefix= "
                + "--dry-run -y|--yes", [Removes(PackageKind.Python, PackageSyntax.Pip)]),
            Verb("pip list|pip freeze|pip show|pip tree|pip check|pip debug", "--format= --system --strict --exclude= --outdated "
                + "--editable -e --exclude-editable -f|--files --path=", [Prints]),
            Verb("sync", UvIndex + " " + UvProject,
                [Updates.With("-U"), Installs(PackageKind.Python).ByManifest("pyproject.toml", "uv.lock").ForProductionBy(
                    new DevelopmentSpec("--no-dev", ["--no-dev", "--no-group", "--only-group", "--no-default-groups",
                        "--no-install-project", "--project", "--package", "--all-packages"])
                    {
                        Variables = [("UV_NO_DEV", ["1", "true", "yes", "on"]), ("UV_NO_DEFAULT_GROUPS", ["1", "true", "yes", "on"]),
                            ("UV_NO_GROUP", ["dev"])],
                    }).LockedBy(
                    new LockSpec(
                        "uv sync --locked") { Option = "--locked", Unless = ["--upgrade"], Variables = ["UV_FROZEN", "UV_LOCKED"] }),
                    Fetches.Without("--offline"),
                    Network.Without("--offline"), Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("add", UvIndex + " " + UvProject + " -r|--requirement|--requirements=@manifest -c|--constraint= -m|--marker= --dev "
                + "--optional= --editable --no-editable --raw|--raw-sources --bounds= --rev= --tag= --branch= --lfs --no-sync "
                + "--workspace --no-workspace",
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of().From("-r"), Fetches, Network, Context])
                    with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("remove", UvIndex + " " + UvProject + " --optional= --no-sync", [Removes(PackageKind.Python, PackageSyntax.Pip), Context]),
            Verb("lock", UvIndex + " --check|--locked --check-exists|--frozen --dry-run --script=",
                [Updates.With("-U"), Fetches, Network, Context])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("export", UvIndex + " " + UvProject + " --format= --no-header --no-annotate -o|--output-file=@output --no-hashes "
                + "--prune= --no-emit-project --no-emit-workspace --no-emit-package= --no-emit-local", [Reads.At("uv.lock"), Context]),
            Verb("run", UvIndex + " " + UvProject + " --with= --with-editable= --with-requirements= --isolated --env-file= "
                + "--no-env-file -m|--module= -s|--script --gui-script --no-sync --no-project -w",
                [Installs(PackageKind.Python).ByManifest("pyproject.toml", "uv.lock").Without("--no-sync|--no-project"), Context])
                    with { StopsAtOperand = true, Runs = RunsWords() },
            Verb("venv", UvIndex + " --system --seed -c|--clear --no-clear --allow-existing --prompt= --system-site-packages "
                + "--relocatable --no-project", [Writes.Of()]),
            Verb("tool install", UvIndex + " -e|--editable --with= --with-editable= --with-executables-from= --with-requirements= -c|"
                + "--constraints|--constraint= --overrides= -b|--build-constraints= --force --from=@version --excludes=",
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of(), Fetches, Network]) with { Cost = CostClass.Dependencies,
                    Repeats = Repeatability.Moving },
            Verb("tool run", UvIndex + " --from=@version --with= --with-editable= --with-requirements= --isolated --env-file= "
                + "-c|--constraints= "
                + "--overrides=", [Installs(PackageKind.Python, PackageSyntax.Pip).Of(OperandRange.First), Fetches, Network])
                with { StopsAtOperand = true },
            Verb("tool upgrade|tool uninstall|tool list|tool update-shell|tool dir", UvIndex + " --all", []),
            Verb("python install", "-i|--install-dir= --mirror= --pypy-mirror= --python-downloads-json-url= -r|--reinstall -f|--force "
                + "--default --bin --no-bin --registry --no-registry -U|--upgrade", [Installs(PackageKind.Other).Of(), Fetches,
                Network]) with { Cost = CostClass.Download },
            Verb("python list|python find|python pin|python dir|python uninstall|python update-shell|python upgrade", "--system "
                + "--script= --show-version --all-versions --only-installed --only-downloads -a|--all -i|--install-dir=", []),
            Verb("build", UvIndex + " --package= --all-packages -o|--out-dir=@output --sdist --wheel --list --no-build-logs "
                + "--force-pep517 --clear -b|--build-constraint= --require-hashes --no-require-hashes", [Compiles, Context])
                with { Cost = CostClass.Compile },
            Verb("publish", "--index= -u|--username= -p|--password=@secret -t|--token=@secret --trusted-publishing= --keyring-provider= "
                + "--publish-url= --check-url= --skip-existing", [Sends, Network]),
            Verb("cache clean|cache prune|cache dir|cache size", "--ci --force", [CleansCache.At("/root/.cache/uv")]),
            Verb("init|version|tree|format|audit|self update|self version|generate-shell-completion|help|auth login", "--name= --bare "
                + "--package --no-package --app --lib --script --description= --no-description --vcs= --build-backend= --no-readme "
                + "--author-from= --no-pin-python --pin-python --no-workspace --bump= --short"),
        ],
    });

    /// <summary>uvx, the short name of uv tool run.</summary>
    public static ToolSpec Uvx => field ?? Keep(ref field, new("uvx", UvIndex + """
         --from=@version --with= --with-editable= --with-requirements= --isolated --env-file= -c|--constraints= --overrides= -n|--no-cache
         --cache-dir= -q|--quiet -v|--verbose --color= --offline --directory=@folder
        --project= --config-file= --no-config -p|--python= --managed-python --no-managed-python -h|--help -V|--version
        """)
    {
        StopsAtOperand = true,
        Effects = [Installs(PackageKind.Python, PackageSyntax.Pip).Of(OperandRange.First).From("--from"), Fetches,
        Network]
    });

    /// <summary>Poetry.</summary>
    public static ToolSpec Poetry => field ?? Keep(ref field, new("poetry", "-h|--help -q|--quiet@quiet -V|--version --ansi --no-ansi "
        + "-n|--no-interaction@yes --no-plugins --no-cache@nocache -P|--project= -C|--directory=@folder -v|-vv|-vvv|--verbose")
    {
        CacheFolders = ["/root/.cache/pypoetry/cache", "/root/.cache/pypoetry/artifacts"],
        IdleFolders = ["/root/.cache/pypoetry"],
        LiveParts = ["virtualenvs"],
        CacheVariables = ["POETRY_CACHE_DIR", "POETRY_NO_CACHE"],
        SecretSettings = ["pypi-token.*=*", "http-basic.*#2=*"],
        Verbs =
        [
            Verb("install|sync", "--without= --with= --only= --no-dev --dev-only --sync --no-root@noproject --no-directory "
                + "--dry-run@dry --remove-untracked -E|--extras= --all-extras --all-groups --only-root --compile",
                [Installs(PackageKind.Python).ByManifest("pyproject.toml", "poetry.lock", isLocked: true).ForProductionBy(
                    new DevelopmentSpec("--only=main", ["--no-dev", "--without", "--only", "--with", "--only-root", "--dev-only"])),
                        Fetches, Network, Context])
                    with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("add", "-G|--group= -D|--dev -e|--editable --extras|-E= --optional? --python= --platform= --markers= --source= "
                + "--allow-prereleases --dry-run@dry --lock", [Installs(PackageKind.Python, PackageSyntax.Pip).Of(), Fetches, Network,
                Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("update", "--without= --with= --only= --no-dev --sync --dry-run@dry --lock",
                [Updates, Installs(PackageKind.Python).ByManifest("pyproject.toml"), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("lock", "--no-update --regenerate --check", [Fetches, Network, Context]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("remove", "-G|--group= -D|--dev --dry-run --lock", [Removes(PackageKind.Python), Context]),
            Verb("export", "-f|--format= -o|--output=@output --without-hashes --without-urls --dev --without= --with= --only= -E|"
                + "--extras= --all-extras --all-groups --with-credentials", [Reads.At("poetry.lock"), Context]),
            Verb("build", "-f|--format= -o|--output=@output -l|--local-version= --clean", [Compiles, Context])
                with { Cost = CostClass.Compile },
            Verb("publish", "-r|--repository= -u|--username= -p|--password=@secret --cert= --client-cert= --dist-dir= --build --dry-run "
                + "--skip-existing", [Sends, Network]),
            Verb("run", [Context]) with { StopsAtOnce = true, Runs = RunsWords() },
            Verb("config", "--list --unset --local --migrate", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("self add|self update|self install|self remove|self show|self lock", "--preview --dry-run",
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of(), Network]),
            Verb("cache clear|cache list", "--all", [CleansCache.At("/root/.cache/pypoetry")]),
            Verb("env use|env info|env list|env remove|env activate|init|new|check|show|shell|version|about|search|source add|source "
                + "show|source remove|python install", "--all -p|--path -e|--executable -t|--tree -l|--latest -o|--outdated -s|--short "
                + "--priority= --name= --src"),
        ],
    });

    /// <summary>Pipenv.</summary>
    public static ToolSpec Pipenv => field ?? Keep(ref field, new("pipenv", "--where --venv --py --envs --rm --bare --man --support "
        + "--site-packages --no-site-packages --python= --clear -q|--quiet -v|--verbose --pypi-mirror=@address --version -h|--help")
    {
        CacheFolders = ["/root/.cache/pip"],
        CacheVariables = ["PIP_NO_CACHE_DIR", "PIP_CACHE_DIR"],
        Verbs =
        [
            Verb("install", "--system --deploy@locked --ignore-pipfile@locked --skip-lock@unlocked -d|--dev --dev-only --pre -e|"
                + "--editable=@editable -r|--requirements=@manifest -i|--index= --extra-index-url= --extra-pip-args= --categories= "
                + "--keep-outdated --selective-upgrade --sequential --three --two --code|-c=",
                [Installs(PackageKind.Python, PackageSyntax.Pip).Of().From("-r|-e"), Installs(PackageKind.Python).ByManifest("Pipfile",
                    "Pipfile.lock").WithoutOperands().Without("-r|-e")
                    .LockedBy(new LockSpec("pipenv install --deploy") { Option = "--deploy" }),
                    Fetches, Network, Context])
                    with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("sync", "--system -d|--dev --bare --categories= --extra-pip-args= --sequential --keep-outdated --unused",
                [Installs(PackageKind.Python).ByManifest("Pipfile", "Pipfile.lock", isLocked: true), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Locked },
            Verb("update", "-d|--dev --dev-only --pre --keep-outdated --categories= --lock-only --outdated --dry-run --extra-pip-args=",
                [Updates.Without("--outdated|--dry-run"), Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("upgrade|lock", "-d|--dev --dev-only --pre -r|--requirements --keep-outdated --categories= --lock-only "
                + "--outdated --dry-run --extra-pip-args=", [Fetches, Network, Context]) with { Repeats = Repeatability.Moving },
            Verb("uninstall", "--all --all-dev -d|--dev --lock --skip-lock --categories=", [Removes(PackageKind.Python)]),
            Verb("requirements", "--dev --dev-only --hash --exclude-markers --categories= --from-pipfile", [Prints]),
            Verb("run", [Context]) with { StopsAtOnce = true, Runs = RunsWords() },
            Verb("check|clean|graph|open|scripts|shell|verify|activate|audit", ""),
        ],
    });

    /// <summary>Python's interpreter.</summary>
    public static ToolSpec Python => field ?? Keep(ref field, new("python", """
        -b -B -c...@text -d -E -h -? -i -I -m... -O -OO -P -q -R -s -S -t -u -v -V -W= -x -X= --check-hash-based-pycs= --help --version
        --help-env --help-all --help-xoptions
        """)
    {
        HasNumberedNames = true,
        StopsAtOperand = true,
        Runs = new RunsSpec(RunsKind.Module) { Options = ["-m"] },
        Effects = [RunsScript.Of(OperandRange.First).Without("-c|-m"), RunsScript.From("-c")],
    });

    /// <summary>venv and virtualenv.</summary>
    public static ToolSpec Virtualenv => field ?? Keep(ref field, new("virtualenv", """
        -p|--python= --system-site-packages --without-pip --clear --upgrade --upgrade-deps --symlinks --copies --always-copy --prompt=
        --seeder= --no-seed --pip= --setuptools= --wheel= --no-download --download
        --extra-search-dir= --no-pip --no-setuptools --no-wheel --without-scm-ignore-files -v|--verbose -q|--quiet --creator=
        --activators= --app-data= -h|--help --version
        """)
    { Effects = [Writes.Of()] });

    /// <summary>pip-compile and pip-sync.</summary>
    public static ToolSpec PipTools => field ?? Keep(ref field, new("pip-compile", """
        -o|--output-file=@output --generate-hashes --allow-unsafe --no-allow-unsafe -U|--upgrade -P|--upgrade-package= --no-header
        --no-annotate --annotate --strip-extras --no-strip-extras -q|--quiet -v|--verbose
        --extra= --all-extras -i|--index-url= --extra-index-url= -f|--find-links= --trusted-host=@insecure --no-emit-index-url
        --no-emit-trusted-host --resolver= --cache-dir= --pip-args= --build-isolation -c|--constraint= --pre -r|--rebuild
        -n|--dry-run --ask -a --force --config= --no-config --python-executable= --user --cert=
        """)
    { Effects = [Reads.Of(), Network] });

    /// <summary>easy_install.</summary>
    public static ToolSpec EasyInstall => field ?? Keep(ref field, new("easy_install", "-v -q -n -h -d|--install-dir=@target -z|"
        + "--zip-ok -m|--multi-version -U|--upgrade -i|--index-url= -f|--find-links= -H|--allow-hosts= -s|--script-dir= -a|"
        + "--always-copy -x|--exclude-scripts -O= -N|--no-deps -e|--editable -b|--build-directory= -l -r|--record= -Z|--always-unzip "
        + "--prefix= --user -S=")
    {
        HasNumberedNames = true,
        Effects = [Installs(PackageKind.Python, PackageSyntax.Pip).Of(), Fetches, Network],
        Cost = CostClass.Dependencies,
        Repeats = Repeatability.Moving
    });
}
