using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Maven, Gradle, sbt, ant, Leiningen and the Java tools themselves.</summary>
public static class JavaTools
{
    /// <summary>Maven and its wrapper.</summary>
    public static ToolSpec Maven => field ?? Keep(ref field, new("mvn", """
        -am|--also-make -amd|--also-make-dependents -B|--batch-mode@yes -b|--builder= -C|--strict-checksums -c|--lax-checksums --color=
        -cpu|--check-plugin-updates -D|--define= -e|--errors -emp|--encrypt-master-password? -ep|--encrypt-password?
        -f|--file= -fae|--fail-at-end -ff|--fail-fast -fn|--fail-never -gs|--global-settings= -gt|--global-toolchains= -h|--help
        -l|--log-file= -llr|--legacy-local-repository -N|--non-recursive -npr|--no-plugin-registry -npu|--no-plugin-updates
        -nsu|--no-snapshot-updates -ntp|--no-transfer-progress -o|--offline@offline -P|--activate-profiles= -pl|--projects=
        -q|--quiet@quiet -rf|--resume-from= -s|--settings= -t|--toolchains= -T|--threads= -U|--update-snapshots -up|--update-plugins
        -v|--version -V|--show-version -X|--debug -is|--install-settings= -it|--install-toolchains= -ps|--project-settings= -r|--resume
        -itr|--ignore-transitive-repositories --raw-streams --non-interactive
        """)
    {
        Style = ToolStyle.Words,
        HasManyVerbs = true,
        CacheFolders = ["/root/.m2"],
        IdleFolders = ["/root/.m2/repository"],
        InstallsIntoCache = true,
        CacheVariables = ["MAVEN_OPTS"],
        Effects = [Context, Network.Without("--offline"), Installs(PackageKind.Java).ByManifest("pom.xml").Without("--offline")],
        Verbs =
        [
            Verb("package|install|verify|compile|deploy|test|test-compile|process-classes|prepare-package|integration-test|"
                + "spring-boot:build-image|native:compile|site", [Compiles, Fetches.Without("--offline")])
                with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("dependency:go-offline|dependency:resolve|dependency:resolve-plugins|dependency:copy-dependencies|dependency:get|"
                + "dependency:copy|dependency:unpack|dependency:purge-local-repository|"
                + "de.qaware.maven:go-offline-maven-plugin:resolve-dependencies|go-offline|resolve-dependencies|resolve|validate|"
                + "initialize|generate-sources|process-resources",
                [Fetches.Without("--offline")]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("clean", []) with { Cost = CostClass.Files },
            Verb("dependency:tree|help:evaluate|help:effective-pom|versions:set|versions:display-dependency-updates|wrapper:wrapper|"
                + "wrapper|archetype:generate|spring-boot:run|exec:java|jetty:run|spring-boot:repackage|dependency:list", []),
        ],
    });

    /// <summary>Gradle and its wrapper.</summary>
    public static ToolSpec Gradle => field ?? Keep(ref field, new("gradle", """
        -?|-h|--help -a|--no-rebuild --build-cache --no-build-cache -c|--settings-file= --configuration-cache --no-configuration-cache
        --configuration-cache-problems= --configure-on-demand --no-configure-on-demand --console= --continue --no-continue
        -D|--system-prop= -d|--debug
        --daemon --no-daemon --foreground -g|--gradle-user-home= -I|--init-script= -i|--info --include-build=
        -M|--write-verification-metadata= -m|--dry-run@dry --max-workers= --offline@offline -P|--project-prop= -p|--project-dir=@folder
        --parallel --no-parallel --priority= --profile
        --project-cache-dir= -q|--quiet@quiet --refresh-dependencies -F|--dependency-verification= --refresh-keys --export-keys
        --rerun-tasks -S|--full-stacktrace -s|--stacktrace --scan --no-scan --status --stop -t|--continuous -U -u --update-locks=
        -V|--show-version -v|--version -w|--warn --warning-mode= --watch-fs --no-watch-fs
        --write-locks -x|--exclude-task= -b|--build-file= --tests= --gradle-version= --distribution-type= --gradle-distribution-url=
        --type= --dsl= --configuration= --no-search-upward
        """)
    {
        Style = ToolStyle.Words,
        HasManyVerbs = true,
        CacheFolders = ["/root/.gradle"],
        IdleFolders = ["/root/.gradle/caches", "/root/.gradle/wrapper", "/root/.gradle/daemon"],
        InstallsIntoCache = true,
        CacheVariables = ["GRADLE_USER_HOME"],
        Effects = [Context, Network.Without("--offline"), Installs(PackageKind.Java).ByManifest("build.gradle*|settings.gradle*",
            "gradle.lockfile").Without("--offline").WithOperands()],
        Verbs =
        [
            Verb("build|assemble|jar|bootJar|bootWar|war|shadowJar|installDist|distZip|distTar|nativeCompile|installBootDist|fatJar|"
                + "check|test|classes|compileJava|compileKotlin|testClasses|publish|publishToMavenLocal|install|bootBuildImage|"
                + "buildFatJar|runtime|jlink|quarkusBuild|assembleDist|assembleRelease|assembleDebug|bundleRelease|jibDockerBuild|jib|"
                + "stage|optimizedDistTar|optimizedJitJarAll",
                [Compiles, Fetches.Without("--offline")]) with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("dependencies|downloadDependencies|resolveDependencies|resolveAllDependencies|buildEnvironment|wrapper|"
                + "cacheDependencies", [Fetches.Without("--offline")]) with { Cost = CostClass.Dependencies,
                Repeats = Repeatability.Moving },
            Verb("clean|tasks|projects|properties|help|init|run|bootRun|spotlessApply|spotlessCheck|ktlintCheck|javadoc|cleanTest", []),
        ],
    });

    /// <summary>sbt.</summary>
    public static ToolSpec Sbt => field ?? Keep(ref field, new("sbt", """
        -h|--help|-help -v|--verbose -d|--debug --debug-inc --timings -no-colors|--no-colors --color= --supershell= -mem|--mem=
        -sbt-version|--sbt-version= -sbt-dir|--sbt-dir= -sbt-boot|--sbt-boot= -sbt-cache|--sbt-cache= -ivy|--ivy= -sbt-jar|--sbt-jar=
        -java-home|--java-home= -jvm-debug|--jvm-debug= -batch|--batch -client|--client -J? -D? -S? -no-share|--no-share
        -no-global|--no-global
        -error|--error -warn|--warn -info|--info -V|--version --no-server -no-server --allow-empty --sbt-create
        """)
    {
        Style = ToolStyle.Words,
        HasManyVerbs = true,
        CacheFolders = ["/root/.ivy2", "/root/.cache/coursier", "/root/.sbt"],
        Effects = [Context, Network],
        Verbs =
        [
            Verb("compile|package|assembly|test|stage|dist|universal:packageBin|Universal/packageBin|publishLocal|publish|docker:stage|"
                + "Docker/stage|fullOptJS|fastOptJS|nativeLink|graalvm-native-image:packageBin|pack", [Compiles, Fetches])
                with { Cost = CostClass.Compile, Repeats = Repeatability.Moving },
            Verb("update|reload|sbtVersion|exit", [Fetches]) with { Cost = CostClass.Dependencies, Repeats = Repeatability.Moving },
            Verb("clean|run|shell|new|console|set|project|projects", []),
        ],
    });

    /// <summary>ant.</summary>
    public static ToolSpec Ant => field ?? Keep(ref field, new("ant", "-help -h -projecthelp -p -version -diagnostics -quiet -q -silent "
        + "-S -verbose -v -debug -d -emacs -e -lib= -logfile|-l= -logger= -listener= -noinput -buildfile|-file|-f= -D? -keep-going|-k "
        + "-propertyfile= -inputhandler= -find|-s= -nice= -nouserlib -noclasspath -autoproxy -main=")
    { Style = ToolStyle.Words, Effects = [Compiles, Context], Cost = CostClass.Compile });

    /// <summary>Leiningen and the Clojure tools.</summary>
    public static ToolSpec Lein => field ?? Keep(ref field, new("lein", "-h|--help -v|--version -o|--offline@offline -U|--snapshots")
    {
        Verbs = [Verb("deps", [Installs(PackageKind.Java).ByManifest("project.clj"), Fetches, Network, Context])
        with { Cost = CostClass.Dependencies }, Verb("uberjar|compile|jar|ring uberjar|test|install|do|with-profile|run|clean|ancient|"
        + "classpath|trampoline|cljsbuild once|update-in", [Compiles, Context]) with { Cost = CostClass.Compile }]
    });

    /// <summary>java.</summary>
    public static ToolSpec Java => field ?? Keep(ref field, new("java", """
        -cp|-classpath|--class-path= -jar...@text -D? -X? -XX:? -ea? -da? -esa -dsa -agentlib:? -agentpath:? -javaagent:?
        -p|--module-path= --upgrade-module-path= --add-modules= --add-opens= --add-exports= --add-reads= --patch-module= --limit-modules=
        -m|--module... --source= --enable-preview --enable-native-access= -verbose? -version --version -showversion --show-version
        -help --help -h -? -splash:? -server -client -d64 -d32 --list-modules --dry-run -d|--describe-module= --illegal-access=
        """)
    {
        Style = ToolStyle.Words,
        StopsAtOperand = true,
        Effects = [RunsScript.From("-jar"),
        RunsScript.Of(OperandRange.First).Without("-jar")]
    });

    /// <summary>javac.</summary>
    public static ToolSpec Javac => field ?? Keep(ref field, new("javac", "-cp|-classpath|--class-path= -d=@output -s= -h= -g? -nowarn "
        + "-verbose -deprecation -source|--source= -target|--target= --release= -encoding= -bootclasspath= -sourcepath|--source-path= "
        + "-processor= -processorpath|--processor-path= -proc:? -X? -J? -A? -p|--module-path= --add-modules= --add-exports= -parameters "
        + "-Werror -implicit:? -version --version --enable-preview -m|--module= --module-source-path=")
    { Style = ToolStyle.Words, Effects = [Compiles, Reads.Of()], Cost = CostClass.Compile });

    /// <summary>jlink.</summary>
    public static ToolSpec Jlink => field ?? Keep(ref field, new("jlink", "--add-modules= --bind-services -c|--compress= "
        + "--disable-plugin= --endian= --ignore-signing-information --launcher= --limit-modules= --list-plugins -p|--module-path= "
        + "--no-header-files --no-man-pages --output=@output --save-opts= -G|--strip-debug --strip-java-debug-attributes "
        + "--strip-native-commands --suggest-providers --verbose -v --include-locales= --vm= --exclude-files= --exclude-resources= "
        + "--generate-cds-archive --dedup-legal-notices= --order-resources= --generate-jli-classes= --add-options= --release-info= -h|"
        + "--help --version")
    { Effects = [Writes.From("--output")], Cost = CostClass.Compile });

    /// <summary>keytool.</summary>
    public static ToolSpec Keytool => field ?? Keep(ref field, new("keytool", """
        -importcert|-import -exportcert|-export -genkeypair|-genkey -list -delete -importkeystore -keypasswd -storepasswd -printcert
        -certreq -genseckey -alias= -keystore= -storepass=@secret -storetype= -keypass=@secret -file= -noprompt@yes -trustcacerts
        -cacerts -v -rfc -keyalg= -keysize= -sigalg= -dname= -validity= -ext= -new= -srckeystore= -destkeystore= -srcstoretype=
        -deststoretype= -srcstorepass=@secret -deststorepass=@secret -srcalias= -destalias= -destkeypass=@secret -srckeypass=@secret
        -provider= -providerclass= -providerpath= -providername= -J? -protected -groupname= -startdate= -storepass:file= -storepass:env=
        -help
        """)
    {
        Style = ToolStyle.Words,
        Effects = [Reads.From("-file"), Writes.From("-keystore"), Asks.Without("-noprompt|-list|-genkeypair|"
        + "-storepass").Maybe()],
        Cost = CostClass.Trivial
    });

    /// <summary>jar.</summary>
    public static ToolSpec Jar => field ?? Keep(ref field, new("jar", "-c|--create -t|--list -u|--update -x|--extract -i|"
        + "--generate-index= -d|--describe-module -C== -f|--file= -e|--main-class= -m|--manifest= -M|--no-manifest -0|--no-compress -v|"
        + "--verbose --release= --module-version= -p|--module-path= --dir= --date=")
    {
        HasBareCluster = true,
        Cost = CostClass.Files,
        Effects = [Reads.From("-f")]
    });
}
