using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>dotnet, NuGet and MSBuild.</summary>
public static class DotnetTools
{
    private const string Building = "-c|--configuration= -f|--framework= -r|--runtime= -a|--arch= --os= -o|--output=@output "
        + "--artifacts-path= --version-suffix= --no-restore --no-dependencies --no-incremental --nologo|-nologo|--no-logo "
        + "--self-contained|--sc --no-self-contained "
        + "-v|--verbosity|-verbosity= --ucr|--use-current-runtime --interactive --disable-build-servers --source|-s= -p:? /p:? "
            + "--property:? -property:? -p|--property? -m:? /m:? -m /m -maxcpucount:? -maxcpucount /maxcpucount:? -bl:? -bl /bl:? /bl "
            + "/v:? -v:? /t:? -t:? -target:? -clp:? /clp:? -restore /restore /nologo -warnaserror /warnaserror -tl:? --tl:? -graph "
            + "-nodereuse:? /nodereuse:? /nr:? -nr:? /consoleloggerparameters:? -consoleloggerparameters:? -fl /fl --force "
            + "--lock-file-path= --no-cache --no-build --manifest= -graphBuild:? -ds /ds -flp:? /flp:?";

    private const string Sources = "-s|--source|--add-source=@address --configfile= --ignore-failed-sources --no-http-cache|"
        + "--no-cache@nocache --interactive --disable-parallel -v|--verbosity=";

    /// <summary>dotnet.</summary>
    public static ToolSpec Dotnet => field ?? Keep(ref field, new("dotnet", "-h|--help|-?|/? -d|--diagnostics --info --version "
        + "--list-sdks --list-runtimes --additionalprobingpath= --additional-deps= --depsfile= --fx-version= --roll-forward= "
        + "--roll-forward-on-no-candidate-fx= --runtimeconfig=")
    {
        Style = ToolStyle.Words,
        TakesTrueFalse = true,
        HasBareOptions = true,
        PassesBehindDashes = true,
        CacheFolders = ["/root/.nuget/packages"],
        InstallsIntoCache = true,
        CacheVariables = ["NUGET_PACKAGES"],
        Verbs =
        [
            Verb("restore", Sources + " -r|--runtime= -a|--arch= --os= --packages=@cache --use-lock-file --locked-mode@locked "
                + "--lock-file-path= -f|--force --force-evaluate --no-dependencies --ucr|--use-current-runtime --disable-build-servers "
                + "--artifacts-path= -nologo|--nologo|--no-logo -p:? /p:? --property:? -property:? -m:? /m:? -m -bl:? -tl:? /v:? -v:? "
                + "/maxcpucount:?",
                [Installs(PackageKind.DotNet).ByManifest("*.csproj", "packages.lock.json").LockedBy(
                    new LockSpec("dotnet restore --locked-mode") { Option = "--locked-mode", Settings = ["RestoreLockedMode"],
                        IsOptIn = true }), Fetches,
                    Network, Context])
                    with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("build", Building, [Compiles, Context, Installs(PackageKind.DotNet).ByManifest("*.csproj",
                "packages.lock.json").Without("--no-restore"), Fetches.Without("--no-restore"), Network.Without("--no-restore")])
                with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("publish", Building, [Compiles.Without("--no-build"), Context, Installs(PackageKind.DotNet).ByManifest("*.csproj",
                "packages.lock.json").Without("--no-restore|--no-build"), Fetches.Without("--no-restore|--no-build"),
                Network.Without("--no-restore|--no-build")]) with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("pack", Building + " --include-symbols --include-source --serviceable", [Compiles, Context])
                with { Cost = CostClass.Compile },
            Verb("test", Building + " --filter= -l|--logger= -d|--diag= -e|--environment= --settings|-s= -t|--list-tests --blame "
                + "--blame-hang-timeout= --blame-hang --blame-crash --collect= --results-directory= -a|--test-adapter-path= --project= "
                + "--solution=", [Compiles, Context]) with { Cost = CostClass.Compile },
            Verb("run", Building + " -lp|--launch-profile= --no-launch-profile --project= -e|--environment= -a|--arch= --file=",
                [Compiles, Context]) with { StopsAtOperand = true, Cost = CostClass.Compile },
            Verb("msbuild|clean|vstest", Building, [Compiles, Context]) with { Cost = CostClass.Compile },
            Verb("tool install|tool update", Sources + " -g|--global@global --local --tool-path=@target --version=@version --framework= "
                + "--tool-manifest= --prerelease -a|--arch= --create-manifest-if-needed --allow-downgrade --allow-roll-forward --all",
                [Installs(PackageKind.DotNet, PackageSyntax.Nuget).Of(), Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("tool restore", Sources + " --tool-manifest=", [Installs(PackageKind.DotNet).ByManifest(".config/dotnet-tools.json",
                ".config/dotnet-tools.json", isLocked: true), Fetches, Network, Context]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Locked },
            Verb("tool uninstall|tool list|tool search|tool run|tool exec", "-g|--global --local --tool-path= --allow-roll-forward "
                + "--version= -y|--yes", []),
            Verb("workload install|workload update|workload restore", Sources + " --skip-manifest-update --from-rollback-file= "
                + "--include-previews --temp-dir= --skip-sign-check --version=", [Installs(PackageKind.DotNet).Of(), Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("add package=package add|add", "-v|--version=@version -f|--framework= -n|--no-restore -s|--source= "
                + "--package-directory= --prerelease --interactive --project=", [Installs(PackageKind.DotNet,
                PackageSyntax.Nuget).Of(OperandRange.Last), Fetches, Network, Context]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("nuget add source|nuget update source|nuget enable source|nuget remove source|nuget disable source", "-n|--name= -u|"
                + "--username= -p|--password=@secret --store-password-in-clear-text --valid-authentication-types= --configfile= -s|"
                + "--source= --protocol-version= --allow-insecure-connections", [AddsSource.Of(OperandRange.First), SetsConfig]),
            Verb("nuget locals|nuget push|nuget delete|nuget list source|nuget verify|nuget trust|nuget config set", "-c|--clear -l|"
                + "--list -s|--source= -k|--api-key=@secret --skip-duplicate -n|--no-symbols --timeout=",
                [CleansCache.At("/root/.nuget/packages").With("--clear|-c")]),
            Verb("dev-certs https|user-secrets|user-secrets set", "-ep|--export-path= -p|--password=@secret -c|--check -t|--trust "
                + "--clean --np|--no-password --format= -i|--import= -v|--verbose -q|--quiet", []),
            Verb("new|sln add|sln|sln remove|sln list|add reference|reference add|remove package|list package|list|package list|package "
                + "search|ef|ef migrations bundle|ef database update|fsi|format|build-server shutdown|sdk check|help|store|watch|"
                + "solution add|outdated|coverage|monitor|script|sonarscanner begin|sonarscanner end|paket",
                "-n|--name= -o|--output= -f|--framework= --force --no-restore --type= --project|-p= --startup-project|-s= --context|-c= "
                    + "--configuration= --self-contained -r|--runtime= --in-root --solution-folder= --no-build --connection= "
                    + "--idempotent --no-update-check --language|-lang= --manifest="),
        ],
        Effects = [RunsScript.WithOperand("*.dll")],
    });

    /// <summary>nuget.</summary>
    public static ToolSpec Nuget => field ?? Keep(ref field, new("nuget", "-Source= -ConfigFile= -OutputDirectory=@output "
        + "-PackagesDirectory= -SolutionDirectory= -Version=@version -NonInteractive@yes -Verbosity= -NoCache -DirectDownload "
        + "-Prerelease -ExcludeVersion -ApiKey=@secret -UserName= -Password=@secret -Name= -Framework= -MSBuildVersion= -MSBuildPath= "
        + "-Recursive -StorePasswordInClearText -UseLockFile -LockedMode@locked -ForceEnglishOutput -DependencyVersion= -Clear -Self -x")
    {
        Style = ToolStyle.PowerShell,
        Verbs =
        [
            Verb("install", [Installs(PackageKind.DotNet).Of(), Fetches, Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("restore", [Installs(PackageKind.DotNet).ByManifest("*.csproj|packages.config"), Fetches, Network, Context])
                with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("sources|sources add|source|push|pack|locals|config|setapikey|update|help|list|search|spec|delete|mirror|sign|verify", ""),
        ],
    });

    /// <summary>msbuild.</summary>
    public static ToolSpec Msbuild => field ?? Keep(ref field, new("msbuild", Building)
    {
        Style = ToolStyle.Words,
        HasBareOptions = true,
        Effects = [Compiles, Context],
        Cost = CostClass.Compile
    });
}
