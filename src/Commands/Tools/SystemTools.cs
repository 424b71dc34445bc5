using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Services, certificates, libraries, locales, cron and other parts of a system.</summary>
public static class SystemTools
{
    /// <summary>systemctl.</summary>
    public static ToolSpec Systemctl => field ?? Keep(ref field, new("systemctl", "-t|--type= --state= -p|--property= -P= -a|--all -l|"
        + "--full -r|--recursive -s|--signal= -q|--quiet -f|--force --now --user --system --global --no-reload --no-block --no-pager "
        + "--root= -H|--host= -M|--machine= -n|--lines= -o|--output= --plain --no-legend --runtime --preset-mode= --job-mode= "
        + "--kill-who= -i --wait --no-ask-password --dry-run --failed")
    {
        Verbs =
        [
            Verb("enable|disable|mask|unmask|set-default|preset|preset-all|link|revert|add-wants|add-requires|reenable",
                [SetsConfig.Of()]) with { Cost = CostClass.Trivial },
            Verb("start|stop|restart|reload|try-restart|reload-or-restart|daemon-reload|daemon-reexec|kill|isolate|reset-failed|reboot|"
                + "poweroff|halt|rescue", [Service]) with { Cost = CostClass.Trivial },
            Verb("status|is-active|is-enabled|is-failed|is-system-running|show|cat|list-units|list-unit-files|list-timers|"
                + "list-dependencies|get-default|help", [Prints]) with { Cost = CostClass.Trivial },
        ],
    });

    /// <summary>service, whose second word is what it does, and the like.</summary>
    public static ToolSpec ServiceTool => field ?? Keep(ref field, new("service", "--status-all --full-restart -h "
        + "--version")
    { StopsAtOperand = true, Effects = [Service.Of(OperandRange.First)], Cost = CostClass.Trivial });

    /// <summary>rc-update, rc-service, update-rc.d, chkconfig, invoke-rc.d.</summary>
    public static ToolSpec RcUpdate => field ?? Keep(ref field, new("rc-update", "-a|--all -s|--stack -f -n --level= --list --add --del "
        + "-q -v")
    { Effects = [SetsConfig], Cost = CostClass.Trivial });

    /// <summary>update-ca-certificates.</summary>
    public static ToolSpec UpdateCertificates => field ?? Keep(ref field, new("update-ca-certificates", "-v|--verbose -f|--fresh -h|"
        + "--help --certsconf= --certsdir= --localcertsdir= --etccertsdir= --hooksdir= --sysroot=")
    {
        Effects
        = [Writes.At("/etc/ssl/certs")],
        Cost = CostClass.Trivial
    });

    /// <summary>update-ca-trust.</summary>
    public static ToolSpec UpdateTrust => field ?? Keep(ref field, new("update-ca-trust", "-o|--output= -h|--help")
    {
        Effects
        = [Writes.At("/etc/pki/ca-trust/extracted")],
        Cost = CostClass.Trivial
    });

    /// <summary>ldconfig.</summary>
    public static ToolSpec Ldconfig => field ?? Keep(ref field, new("ldconfig", "-v|--verbose -V|--version -n -N -X -f= -C= -r= -l -p|"
        + "--print-cache -c|--format= -i|--ignore-aux-cache")
    { Effects = [Writes.At("/etc/ld.so.cache")], Cost = CostClass.Trivial });

    /// <summary>update-alternatives and alternatives.</summary>
    public static ToolSpec Alternatives => field ?? Keep(ref field, new("update-alternatives", "--install... --set... --remove= "
        + "--remove-all= --all --auto= --display= --get-selections --set-selections --query= --list= --config= --slave... --altdir= "
        + "--admindir= --instdir= --log= --force --skip-auto --quiet --verbose --debug --family= --initscript= --keep-missing "
        + "--keep-foreign")
    { Effects = [SetsConfig, Asks.With("--config|--all").Maybe()], Cost = CostClass.Trivial });

    /// <summary>locale-gen, update-locale, localedef.</summary>
    public static ToolSpec LocaleGen => field ?? Keep(ref field, new("locale-gen", "--keep-existing --purge --no-purge --archive --lang "
        + "--aliases= --help --reset --no-checks --locale-file=")
    { Effects = [Writes.At("/usr/lib/locale")], Cost = CostClass.Trivial });

    /// <summary>localedef.</summary>
    public static ToolSpec Localedef => field ?? Keep(ref field, new("localedef", "-f|--charmap= -i|--inputfile= -u|--repertoire-map= "
        + "-A|--alias-file= -c|--force --no-archive --no-hard-links --no-warnings= --old-style --posix --prefix= --quiet -v|--verbose "
        + "--warnings= --add-to-archive --big-endian --little-endian --delete-from-archive --list-archive "
        + "--replace")
    { Abbreviates = true, Effects = [Writes.At("/usr/lib/locale")], Cost = CostClass.Trivial });

    /// <summary>crontab.</summary>
    public static ToolSpec Crontab => field ?? Keep(ref field, new("crontab", "-u=@user -e -l -r -i -n -s -T= -x= -V")
    {
        Effects
        = [SetsConfig, Reads.Of(OperandRange.First)],
        Cost = CostClass.Trivial
    });

    /// <summary>sysctl, mount, umount, iptables, ip, modprobe: they need rights that a build does not have.</summary>
    public static ToolSpec Kernel => field ?? Keep(ref field, new("sysctl", "-w -p? -a -n -q -e -t= -o= -A= -I= -D= -j= -s= -d= -i -v "
        + "--system")
    { Effects = [new EffectSpec(EffectKind.Service)], Cost = CostClass.Trivial });

    /// <summary>openssl.</summary>
    public static ToolSpec Openssl => field ?? Keep(ref field, new("openssl", """
        -in= -out=@output -inform= -outform= -keyout= -key= -signkey= -CA= -CAkey= -CAserial= -CAcreateserial -CAfile= -CApath= -days=
        -subj= -config= -extensions= -extfile= -reqexts= -addext= -newkey= -nodes -noenc -x509 -new -batch@yes -passin=@secret
        -passout=@secret -pass=@secret -k=@secret -K=@secret -iv= -kfile= -sha1 -sha256 -sha512 -md5 -r -hex -base64 -binary -sign=
        -verify= -signature= -hmac= -d -e -a -A -p -nopad
        -salt -pbkdf2 -iter= -aes256 -aes-256-cbc -aes-128-cbc -text -noout -pubkey -pubin -pubout -modulus -fingerprint -serial -issuer
        -subject -dates -enddate -startdate -hash -purpose -trustout -connect= -servername= -showcerts -host= -port= -export -inkey=
        -certfile= -name= -caname= -nokeys -nocerts -cacerts -clcerts -legacy -provider= -provider-path= -engine= -rand= -set_serial=
        -req -genkey -algorithm= -pkeyopt= -outpubkey= -paramfile=
        -noverify -crl_check -untrusted= -partial_chain -quiet -state -tls1_2 -tls1_3 -dir= -f -v -apr1 -1 -5 -6 -stdin -table -reverse
        -fips
        """)
    {
        Style = ToolStyle.Words,
        Effects = [Reads.From("-in"), Writes.From("-out|-keyout")],
        Cost = CostClass.Trivial,
        Verbs =
        [
            Verb("dgst|sha1|sha256|sha384|sha512|md5", [Checks.With("-verify"), Checks.Without("-verify|-sign").Maybe(), Reads.Of()]),
            Verb("genrsa|genpkey|req|rand|dhparam|ecparam|gendsa", []) with { Repeats = Repeatability.Moving },
            Verb("s_client", [Network]),
            Verb("x509|pkcs12|enc|rsa|ec|pkey|pkcs8|verify|passwd|version|ca|crl|ocsp|cms|smime|base64|rehash|fipsinstall|ciphers|"
                + "asn1parse|engine|list|speed|s_server|pkeyutl|rsautl|prime|srp|ts", []),
        ],
    });

    /// <summary>gpg.</summary>
    public static ToolSpec Gpg => field ?? Keep(ref field, new("gpg", """
        -s|--sign --clear-sign|--clearsign -b|--detach-sign -e|--encrypt -c|--symmetric --store -d|--decrypt --verify --verify-files
        -k|--list-keys --list-public-keys -K|--list-secret-keys --list-signatures|--list-sigs --check-signatures --fingerprint --import
        --fast-import --export --export-secret-keys --export-ownertrust --import-ownertrust --recv-keys|--receive-keys|--recv-key
        --send-keys
        --search-keys --refresh-keys --fetch-keys --locate-keys --dearmor|--dearmour --enarmor --gen-key --generate-key
        --quick-generate-key|--quick-gen-key --full-generate-key|--full-gen-key --edit-key --delete-keys|--delete-key
        --delete-secret-keys --list-packets --show-keys --card-status --gen-random --print-md --update-trustdb --check-trustdb
        --rebuild-keydb-caches --list-config --lsign-key --sign-key
        -a|--armor|--armour -o|--output=@output --homedir= --keyserver-options= --keyserver= --batch@yes --no-batch --yes@yes --no
        --no-tty --tty -q|--quiet@quiet -v|--verbose --no-default-keyring --keyring= --primary-keyring= --secret-keyring= --trustdb-name=
        --trust-model= --always-trust --status-fd= --status-file= --logger-fd= --logger-file= --passphrase=@secret --passphrase-fd=
        --passphrase-file=
        --pinentry-mode= -u|--local-user= -r|--recipient= -R|--hidden-recipient= --default-key= --default-recipient= --cipher-algo=
        --digest-algo= --compress-algo= -z= --set-filename= --options= --no-options --with-colons --with-fingerprint --with-key-data
        --with-subkey-fingerprint --keyid-format= --import-options= --export-options= --list-options= --verify-options=
        --auto-key-locate= --auto-key-retrieve --no-auto-key-locate
        --no-auto-check-trustdb --ignore-time-conflict --no-permission-warning --lock-never --lock-once --lock-multiple --compliance=
        --openpgp --charset= --display-charset= --utf8-strings --textmode -t -n|--dry-run --debug= --debug-level=
        --exit-on-status-write-error --use-agent --no-use-agent --no-autostart --no-random-seed-file --faked-system-time= --expert
        --no-greeting --command-fd= --command-file= --trusted-key= -N= --version -h|--help --disable-dirmngr --no-keyring
        --cert-digest-algo= --s2k-digest-algo= --s2k-cipher-algo= --s2k-mode= --s2k-count= --skip-verify --no-symkey-cache
        --ask-cert-level --no-comments --fixed-list-mode --attribute-fd= --enable-special-filenames --recv
        """)
    {
        Abbreviates = true,
        HasOptionVerbs = true,
        DefaultVerb = "auto",
        Cost = CostClass.Trivial,
        Verbs =
        [
            Verb("--recv-keys|--recv|--refresh-keys|--search-keys|--fetch-keys|--locate-keys", [Fetches.Of(), Network])
                with { Cost = CostClass.Download },
            Verb("--import|--fast-import", [Reads.Of(), AddsSource.Maybe()]),
            Verb("--verify|--verify-files", [Checks.Of(), Reads.Of()]),
            Verb("--dearmor|--enarmor", [Reads.Of(), Writes.From("-o")]),
            Verb("-d", [Checks.Maybe(), Prints.Without("-o"), Writes.From("-o")]),
            Verb("--export|--export-secret-keys|--export-ownertrust|-k|-K|--list-signatures|--fingerprint|--show-keys|--list-packets|"
                + "--print-md|--list-config|--card-status", [Prints.Without("-o"), Writes.From("-o")]),
            Verb("-s|--clear-sign|-b|-e|-c|--store|--gen-key|--generate-key|--quick-generate-key|--full-generate-key|"
                + "--import-ownertrust|--delete-keys|--delete-secret-keys|--edit-key|--update-trustdb|--check-trustdb|--send-keys|"
                + "--rebuild-keydb-caches|--gen-random|--lsign-key|--sign-key|--check-signatures", [Asks.Without("--batch|"
                + "--yes").Maybe()]),
            Verb("auto", [Reads.Of(), Checks.Maybe()]),
        ],
    });

    /// <summary>gpgconf.</summary>
    public static ToolSpec Gpgconf => field ?? Keep(ref field, new("gpgconf", "--list-components --check-programs --list-dirs "
        + "--list-options= --kill= -K= --reload= --launch= --create-socketdir --remove-socketdir --homedir= -q|--quiet "
        + "--version")
    { Effects = [Service.With("--kill|--launch").Maybe()], Cost = CostClass.Trivial });

    /// <summary>xx-verify, scanelf, getcap: they look at programs.</summary>
    public static ToolSpec Inspector => field ?? Keep(ref field, new("xx-verify", "--static --setup --help -r|--recursive -n|--needed "
        + "-q|--nobanner -B --format= -F= -E= -R -p -v -y")
    { Effects = [Reads.Of(), Tests], Cost = CostClass.Trivial });

    /// <summary>gpgv, cosign, minisign and others that check a signature.</summary>
    public static ToolSpec Gpgv => field ?? Keep(ref field, new("gpgv", "-v|--verbose -q|--quiet --keyring= -o|--output= --status-fd= "
        + "--logger-fd= --log-file= --ignore-time-conflict --homedir= --weak-digest= -V -m= -P= -p= -x= --key= --certificate= "
        + "--certificate-identity= --certificate-oidc-issuer= --signature= --certificate-identity-regexp= --bundle= "
        + "--insecure-ignore-tlog")
    { Effects = [Checks, Reads.Of()], Cost = CostClass.Trivial });

    /// <summary>docker, podman, buildah, skopeo: they talk to an engine or a registry.</summary>
    public static ToolSpec Docker => field ?? Keep(ref field, new("docker", "-c|--context= -H|--host= --config= -D|--debug -l|"
        + "--log-level= --tls --tlsverify -v|--version")
    {
        HasStrictPlaces = true,
        InsecureSettings = ["tls-verify=false", "src-tls-verify=false", "dest-tls-verify=false"],
        Verbs = [Verb("login|auth login|registry login", "-u|--username= -p|--password=@secret --password-stdin --creds=@login --authfile= "
            + "--tls-verify? --insecure@insecure --cert-dir= --get-login", [Network]),
            Verb("build|buildx build", "-f|--file= -t|--tag= --build-arg= --target= --platform= --no-cache "
        + "--pull -o|--output= --rm --network= -q|--quiet --secret= --ssh= --cache-from= --cache-to= --progress= --load --push --label= "
        + "--build-context= --builder= --provenance? --sbom?", [Network, Context, Compiles]) with { Cost = CostClass.Compile },
            Verb("pull|push|run|compose|compose build|compose up|save|load|exec|create|cp|tag|images|ps|rm|rmi|inspect|info|"
                + "version|logout|stop|start|volume|network|system|system prune", "-f|--file= -u|--user= -p|--publish= "
                + "--build-arg= --target= --platform= --no-cache --pull -o|--output= --rm -i -t -v|--volume= -e|--env= "
                + "--name= -d -w|--workdir= --entrypoint= --network= -q|--quiet", [Network]) with { StopsAtOperand = true }]
    });

    /// <summary>helm, kubectl, terraform: administration tools.</summary>
    public static ToolSpec Admin => field ?? Keep(ref field, new("helm", "-n|--namespace= --kubeconfig= --kube-context= -f|--values= "
        + "--set= --version= --repo= -o|--output= --username= --password=@secret -d|--destination= --untar --client --short --debug "
        + "--force-update --insecure-skip-tls-verify@insecure -chdir= -input= -backend= -upgrade -var= -var-file= -auto-approve@yes "
        + "--context= -l|--selector=")
    { Effects = [Network.Maybe()] });

    /// <summary>
    /// Plugins of servers: elasticsearch-plugin, opensearch-plugin, logstash-plugin, kibana-plugin, jenkins-plugin-cli, rabbitmq-plugins.
    /// </summary>
    public static ToolSpec ServerPlugin => field ?? Keep(ref field, new("elasticsearch-plugin", "-b|--batch@yes -s|--silent -v|"
        + "--verbose -h|--help -f|--plugin-file=@manifest -p|--plugins+ --latest? --verbose --war= -d|--plugin-download-directory= "
        + "--offline --purge --list --no-verify@insecure --version=")
    {
        Verbs = [Verb("install", [Installs(PackageKind.Other).Of(), Fetches, Network, Asks.Without("-b").Maybe()])
        with { Cost = CostClass.Download, Repeats = Repeatability.Moving }, Verb("remove|list|enable|disable|generate|"
        + "prepare-offline-pack", "")],
        Effects = [Installs(PackageKind.Other).From("-f|-p")]
    });

    /// <summary>setup scripts such as a2enmod, a2ensite, phpenmod, npm-groovy-lint: they switch something on.</summary>
    public static ToolSpec Switch => field ?? Keep(ref field, new("a2enmod", "-q|--quiet -f|--force -m|--maintmode -p|--purge -v= -s= "
        + "-h|--help")
    { Effects = [SetsConfig], Cost = CostClass.Trivial });

    /// <summary>nvidia-smi, rocm-smi, rocminfo, clinfo, vulkaninfo, nvidia-modprobe: they ask for the GPUs of the machine.</summary>
    public static ToolSpec Devices => field ?? Keep(ref field, new("nvidia-smi") { TakesAnyOption = true, Cost = CostClass.Trivial });
}
