using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>What builds for Windows use most: cmd, PowerShell and its commands, choco, setx, msiexec.</summary>
public static class WindowsTools
{
    /// <summary>powershell and pwsh.</summary>
    public static ToolSpec PowerShell => field ?? Keep(ref field, new("powershell", "-Command...@text -c...@text -File... -f... "
        + "-EncodedCommand= -ExecutionPolicy= -ep= -NoProfile -nop -NonInteractive -NoLogo -NoExit -Version= -WindowStyle= "
        + "-InputFormat= -OutputFormat= -ConfigurationName= -WorkingDirectory=@folder -Login -Mta -Sta")
    {
        TakesCode = true,
        Style = ToolStyle.PowerShell,
        StopsAtOperand = true,
        Effects = [RunsScript.From("-Command|-c|-File|-f"),
        RunsScript.Of(OperandRange.First).Without("-Command|-c|-File|-f")]
    });

    /// <summary>cmd.</summary>
    public static ToolSpec Cmd => field ?? Keep(ref field, new("cmd", "/c...@text /k...@text /s /q /d /a /u /t= /e? /f? "
        + "/v?")
    { Style = ToolStyle.Slash, TakesCode = true, Effects = [RunsScript.From("/c|/k")] });

    /// <summary>Invoke-WebRequest and Invoke-RestMethod, with the aliases iwr, irm.</summary>
    public static ToolSpec WebRequest => field ?? Keep(ref field, new("Invoke-WebRequest", "-Uri=@address -OutFile=@output "
        + "-UseBasicParsing -Method= -Headers=@header -Body=@data -Credential= -UserAgent= -TimeoutSec= -MaximumRedirection= "
        + "-SkipCertificateCheck@insecure -Proxy= -ContentType= -InFile= -PassThru -UseDefaultCredentials -SessionVariable= "
        + "-RetryIntervalSec= -MaximumRetryCount= -Certificate= -ErrorAction= -Verbose -Form= -Authentication= -Token=@secret "
        + "-SslProtocol=")
    {
        Style = ToolStyle.PowerShell,
        Effects = [Fetches.Of(OperandRange.First).From("-Uri"), Network, Writes.From("-OutFile")],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>Start-BitsTransfer.</summary>
    public static ToolSpec Bits => field ?? Keep(ref field, new("Start-BitsTransfer", "-Source=@address -Destination=@output "
        + "-Asynchronous -Credential= -Description= -DisplayName= -Priority=")
    {
        Style = ToolStyle.PowerShell,
        Effects
        = [Fetches.Of(OperandRange.First).From("-Source"), Network],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>
    /// Install-Module, Install-PackageProvider, Install-WindowsFeature, Add-WindowsFeature, Enable-WindowsOptionalFeature.
    /// </summary>
    public static ToolSpec InstallModule => field ?? Keep(ref field, new("Install-Module", "-Name= -Force@force -Scope= -AllowClobber "
        + "-SkipPublisherCheck@insecure -RequiredVersion=@version -MinimumVersion= -MaximumVersion= -Repository=@source "
        + "-AcceptLicense@yes -Confirm? -AllowPrerelease -ProviderName= -Source= -IncludeAllSubFeature -IncludeManagementTools -Restart "
        + "-Online -All -NoRestart -FeatureName= -Verbose -ErrorAction= -Version= -TrustRepository -Quiet -Reinstall -PassThru "
        + "-ForceBootstrap")
    {
        Style = ToolStyle.PowerShell,
        Effects = [Installs(PackageKind.Windows).Of().From("-Name|-FeatureName"), Fetches, Network,
        Asks.Without("-Force|-AcceptLicense").Maybe()],
        Cost = CostClass.SystemPackages,
        Repeats = Repeatability.Moving
    });

    /// <summary>Expand-Archive.</summary>
    public static ToolSpec ExpandArchive => field ?? Keep(ref field, new("Expand-Archive", "-Path= -LiteralPath= "
        + "-DestinationPath=@target -Force@force -PassThru -Verbose")
    {
        Style = ToolStyle.PowerShell,
        Effects
        = [Reads.Of(OperandRange.First).From("-Path|-LiteralPath"), Writes.From("-DestinationPath")],
        Cost = CostClass.Files
    });

    /// <summary>Remove-Item, Copy-Item, Move-Item, New-Item, Rename-Item.</summary>
    public static ToolSpec RemoveItem => field ?? Keep(ref field, new("Remove-Item", "-Path= -LiteralPath= -Recurse@recursive "
        + "-Force@force -Include= -Exclude= -Filter= -Confirm? -ErrorAction= -Verbose -Stream=")
    {
        Style = ToolStyle.PowerShell,
        Effects = [new EffectSpec(EffectKind.Deletes).Of().From("-Path|-LiteralPath")],
        Cost = CostClass.Files
    });

    /// <summary>Copy-Item, Move-Item, New-Item.</summary>
    public static ToolSpec NewItem => field ?? Keep(ref field, new("New-Item", "-Path= -LiteralPath= -Destination=@target -ItemType= "
        + "-Type= -Name= -Value= -Target= -Force@force -Recurse@recursive -Confirm? -ErrorAction= -Container -Include= -Exclude= "
        + "-Filter= -NewName= -PassThru")
    {
        Style = ToolStyle.PowerShell,
        Effects = [Writes.Of().From("-Path|-Destination")],
        Cost = CostClass.Files
    });

    /// <summary>Start-Process.</summary>
    public static ToolSpec StartProcess => field ?? Keep(ref field, new("Start-Process", "-FilePath=@text -ArgumentList|-Args= -Wait "
        + "-NoNewWindow -PassThru -WorkingDirectory=@folder -Verb= -WindowStyle= -Credential= -RedirectStandardOutput= "
        + "-RedirectStandardError= -UseNewEnvironment -ErrorAction=")
    {
        Style = ToolStyle.PowerShell,
        Effects
        = [RunsScript.Of(OperandRange.First).From("-FilePath")]
    });

    /// <summary>Set-ExecutionPolicy and others that change settings.</summary>
    public static ToolSpec SetPolicy => field ?? Keep(ref field, new("Set-ExecutionPolicy", "-ExecutionPolicy= -Scope= -Force@force "
        + "-Confirm? -Path= -Name= -Value= -Type= -PropertyType= -InstallationPolicy=")
    {
        Style = ToolStyle.PowerShell,
        Effects
        = [SetsConfig],
        Cost = CostClass.Trivial
    });

    /// <summary>Get-FileHash.</summary>
    public static ToolSpec FileHash => field ?? Keep(ref field, new("Get-FileHash", "-Path= -LiteralPath= -Algorithm= "
        + "-InputStream=")
    {
        Style = ToolStyle.PowerShell,
        Effects = [Checks.Of(OperandRange.First).From("-Path|-LiteralPath")],
        Cost = CostClass.Trivial
    });

    /// <summary>Write-Host, Write-Output.</summary>
    public static ToolSpec WriteHost => field ?? Keep(ref field, new("Write-Host", "-Object= -NoNewline -Separator= -ForegroundColor= "
        + "-BackgroundColor= -InputObject= -NoEnumerate")
    {
        Style = ToolStyle.PowerShell,
        Effects = [Prints],
        Cost = CostClass.Trivial,
        Repeats = Repeatability.Same
    });

    /// <summary>Chocolatey.</summary>
    public static ToolSpec Choco => field ?? Keep(ref field, new("choco", "-y|--yes|--confirm@yes -f|--force@force -d|--debug -v|"
        + "--verbose --acceptlicense --noop|--whatif@dry -r|--limitoutput --timeout|--execution-timeout= -c|--cache|--cachelocation= "
        + "--allowunofficial --failonstderr --use-system-powershell --no-progress -s|--source=@source --version=@version --pre|"
        + "--prerelease -x86|--x86|--forcex86 --ia|--installargs|--installarguments|--install-arguments= -o|--override|--overrideargs "
        + "--notsilent --params|--parameters|--pkgparameters|--packageparameters|--package-parameters= --allowdowngrade -m|--sxs|"
        + "--sidebyside -i|--ignoredependencies -x|--forcedependencies -n|--skippowershell|--skip-scripts -u|--user= -p|"
        + "--password=@secret --cert= --cp= --ignorechecksum|--ignore-checksums|--ignorechecksums@insecure --allowemptychecksum|"
        + "--allow-empty-checksums@insecure --allow-empty-checksums-secure --checksum= --stoponfirstfailure --exit-when-reboot-detected "
        + "--name|-n= --value= --ignore-detected-reboot --no-color --skip-automatic")
    {
        Verbs =
        [
            Verb("install", [Installs(PackageKind.Windows).Of(), Fetches, Network, Asks.Without("-y")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("upgrade|update", [Installs(PackageKind.Windows).Of(), Fetches, Network, Asks.Without("-y")])
                with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving },
            Verb("uninstall", [Removes(PackageKind.Windows), Asks.Without("-y")]),
            Verb("feature|feature enable|feature disable|config|config set|source|source add|pin|list|search|info|outdated|pack|push|"
                + "apikey|new|cache|features", [SetsConfig]),
        ],
    });

    /// <summary>scoop and winget.</summary>
    public static ToolSpec Winget => field ?? Keep(ref field, new("winget", "-e|--exact --id= --name= -v|--version=@version -s|"
        + "--source= --accept-package-agreements@yes --accept-source-agreements@yes --silent|-h --scope= -g|--global -k|--skip -a|"
        + "--arch= --override= -l|--location= --force --disable-interactivity -i")
    {
        Verbs = [Verb("install|upgrade|import", [Installs(PackageKind.Windows, PackageSyntax.At).Of().From("--id"), Fetches, Network])
        with { Cost = CostClass.SystemPackages, Repeats = Repeatability.Moving }, Verb("uninstall|list|search|show|source|settings|"
        + "bucket add|bucket|update|cache|cleanup|reset|export", "")]
    });

    /// <summary>setx.</summary>
    public static ToolSpec Setx => field ?? Keep(ref field, new("setx", "/M -m /S= /U= /P= /F= /K= /R /A== /X /D= "
        + "")
    { Style = ToolStyle.Slash, Effects = [SetsConfig.Of(OperandRange.First)], Cost = CostClass.Trivial });

    /// <summary>del and rd.</summary>
    public static ToolSpec Del => field ?? Keep(ref field, new("del", "/p /f@force /s@recursive /q@quiet /a?")
    { Style = ToolStyle.Slash, Effects = [Deletes.Of()], Cost = CostClass.Files });

    /// <summary>msiexec, dism, reg, icacls, sc, net, xcopy, robocopy, md: slashes begin their options.</summary>
    public static ToolSpec Slashed => field ?? Keep(ref field, new("msiexec", "/i= /x= /qn /qb /quiet /passive /norestart /l? /lv? "
        + "/log= /a= /p= /f= /s /q /y /e /r /t /grant= /v= /d= /f /ve /ad /nfl /ndl /mir")
    { Style = ToolStyle.Slash });
}
