using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>conda, mamba and micromamba.</summary>
public static class CondaTools
{
    private const string Place = "-n|--name= -p|--prefix=";

    private const string Solving = Place + " -c|--channel=@source --override-channels --strict-channel-priority --no-channel-priority "
        + "--repodata-fn= --use-local --file|-f=@manifest --dry-run|-d@dry --download-only@dry "
        + "--force-reinstall --freeze-installed|--no-update-deps --update-deps --update-all|--all --update-specs --copy --no-deps "
            + "--only-deps --no-pin --no-shortcuts --offline@offline --no-py-pin "
        + "-S|--satisfied-skip-solve --show-channel-urls --clobber --solver= --experimental= --subdir|--platform= --no-lock --dev "
            + "--revision= --category= --trusted-channels= --freeze-installed";

    /// <summary>conda, mamba and micromamba.</summary>
    public static ToolSpec Conda => field ?? Keep(ref field, new("conda", """
        -y|--yes@yes -q|--quiet@quiet -v|--verbose --json --debug --console= --no-plugins -k|--insecure@insecure --ssl-verify=
        --ssl-no-revoke --cacert-path= -r|--root-prefix= --rc-file= --no-rc --no-env --retry-clean-cache
        --extract-threads= --relocate-prefix= --log-level= --experimental -C|--use-index-cache --no-progress-bar -h|--help -V|--version
        """)
    {
        CacheFolders = ["/opt/conda/pkgs"],
        InsecureSettings = ["ssl_verify=false|no|off", "ssl-verify=false|no|off"],
        Verbs =
        [
            Verb("install", Solving, Installing) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("update=upgrade", Solving, Installing) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("create", Solving + " --clone= --no-default-packages", Installing) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Moving },
            Verb("env create|env update", Place + " -f|--file=@manifest --prune --no-default-packages --solver= -d|--dry-run@dry",
                [Installs(PackageKind.Conda).From("-f"), Installs(PackageKind.Conda).ByManifest("environment.yml").Without("-f"),
                    Fetches, Network, Context]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("env remove|env list|env export|env config|env config vars set|export", Place + " -f|--file= --no-builds "
                + "--from-history --ignore-channels --explicit --md5 --all -e", []),
            Verb("remove=uninstall", Place + " -c|--channel= --all --features --force|--force-remove --no-pin -d|--dry-run@dry "
                + "--offline --override-channels --keep-env", [Removes(PackageKind.Conda, PackageSyntax.Conda), Asks.Without("-y")])
                with { Cost = CostClass.Files },
            Verb("clean", "-a|--all -i|--index-cache -p|--packages -t|--tarballs -f|--force-pkgs-dirs -c= --tempfiles= -l|--logfiles "
                + "--trash -d|--dry-run@dry --locks", [CleansCache.At("/opt/conda/pkgs"), Asks.Without("-y").Maybe()])
                with { Cost = CostClass.Trivial },
            Verb("config", "--file= --system --env --add== --append== --prepend== --set== --remove== --remove-key= --get --show? "
                + "--show-sources --validate --describe --write-default --stdin --force", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("run", Place + " --no-capture-output|--live-stream --cwd=@folder --dev --debug-wrapper-scripts -e|--env= --label= "
                + "--clean-env -d|--detach -a|--attach=", []) with { StopsAtOperand = true, Runs = RunsWords() },
            Verb("list|info|search|compare|doctor|notices|repoquery|activate|deactivate|init|shell|package|rename|self-update|tos "
                + "accept|reactivate", Place + " -c|--channel= --all --user --system --no-user --reverse -s|--shell= --stack "
                + "--override-channels -e|--export -f|--full-name"),
        ],
    });

    private static System.Collections.Immutable.ImmutableArray<EffectSpec> Installing =>
    [
        Installs(PackageKind.Conda, PackageSyntax.Conda).Of().From("--file"), Fetches.Without("--offline"),
            Network.Without("--offline"), Asks.Without("-y|--dry-run"), Context.With("--file"),
    ];
}
