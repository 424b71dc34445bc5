using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>curl(1), wget(1), aria2c(1), rsync(1), scp(1), ssh(1) and their kind.</summary>
public static class FetchTools
{
    /// <summary>curl.</summary>
    public static ToolSpec Curl => field ?? Keep(ref field, new("curl", """
        --abstract-unix-socket= --alt-svc= --anyauth -a|--append --aws-sigv4= --basic --cacert= --capath= -E|--cert= --cert-status
        --cert-type= --ciphers= --compressed --compressed-ssh -K|--config=@manifest --connect-timeout= --connect-to=
        -C|--continue-at= -b|--cookie= -c|--cookie-jar= --create-dirs --create-file-mode= --crlf --crlfile= --curves= -d|--data=@data
        --data-ascii=@data --data-binary=@data --data-raw=@data --data-urlencode=@data --delegation= --digest -q|--disable
        --disable-eprt --disable-epsv --disallow-username-in-url --dns-interface= --dns-ipv4-addr= --dns-ipv6-addr= --dns-servers=
        --doh-cert-status --doh-insecure@insecure --doh-url= -D|--dump-header= --ech= --egd-file= --engine= --etag-compare= --etag-save=
        --expect100-timeout= -f|--fail@fail --fail-early --fail-with-body@fail --false-start -F|--form=@data --form-escape
        --form-string=@data --ftp-account= --ftp-alternative-to-user= --ftp-create-dirs --ftp-method= --ftp-pasv -P|--ftp-port=
        --ftp-pret
        --ftp-skip-pasv-ip --ftp-ssl-ccc --ftp-ssl-ccc-mode= --ftp-ssl-control -G|--get -g|--globoff --happy-eyeballs-timeout-ms=
        --haproxy-protocol --haproxy-clientip= -I|--head -H|--header=@header -h|--help= --hostpubmd5= --hostpubsha256= --hsts= --http0.9
        -0|--http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 --http3-only --ignore-content-length -i|--include|--show-headers
        -k|--insecure@insecure --interface= --ip-tos= --ipfs-gateway= -4|--ipv4 -6|--ipv6 --json=@data -j|--junk-session-cookies
        --keepalive-time= --keepalive-cnt= --key=
        --key-type= --krb= --libcurl= --limit-rate= -l|--list-only --local-port= -L|--location --location-trusted --login-options=
        --mail-auth= --mail-from= --mail-rcpt= --mail-rcpt-allowfails -M|--manual --max-filesize= --max-redirs= -m|--max-time= --metalink
        --mptcp
        --negotiate -n|--netrc --netrc-file= --netrc-optional -:|--next --no-alpn -N|--no-buffer --no-clobber --no-keepalive --no-npn
        --no-progress-meter --no-sessionid --noproxy= --ntlm --ntlm-wb --oauth2-bearer=@secret -o|--output=@output --output-dir=@target
        -Z|--parallel
        --parallel-immediate --parallel-max= --pass=@secret --path-as-is --pinnedpubkey= --post301 --post302 --post303 --preproxy=
        -#|--progress-bar --proto= --proto-default= --proto-redir= -x|--proxy= --proxy-anyauth --proxy-basic --proxy-ca-native
        --proxy-cacert= --proxy-capath=
        --proxy-cert= --proxy-cert-type= --proxy-ciphers= --proxy-crlfile= --proxy-digest --proxy-header=@header --proxy-insecure@insecure
        --proxy-key= --proxy-key-type= --proxy-negotiate --proxy-ntlm --proxy-pass=@secret --proxy-pinnedpubkey= --proxy-service-name=
        --proxy-ssl-allow-beast
        --proxy-ssl-auto-client-cert --proxy-tls13-ciphers= --proxy-tlsauthtype= --proxy-tlspassword=@secret --proxy-tlsuser=
        --proxy-tlsv1 -U|--proxy-user=@login --proxy1.0= -p|--proxytunnel --pubkey= -Q|--quote= --random-file= -r|--range= --rate= --raw
        -e|--referer=
        -J|--remote-header-name -O|--remote-name@remotename --remote-name-all@remotename -R|--remote-time --remove-on-error -X|--request=
        --request-target= --resolve= --retry= --retry-all-errors --retry-connrefused --retry-delay= --retry-max-time= --sasl-authzid=
        --sasl-ir
        --service-name= -S|--show-error -s|--silent@quiet --skip-existing --socks4= --socks4a= --socks5= --socks5-basic --socks5-gssapi
        --socks5-gssapi-nec --socks5-gssapi-service= --socks5-hostname= -Y|--speed-limit= -y|--speed-time= --ssl --ssl-allow-beast
        --ssl-auto-client-cert
        --ssl-no-revoke --ssl-reqd --ssl-revoke-best-effort -2|--sslv2 -3|--sslv3 --stderr= --styled-output --no-styled-output
        --suppress-connect-headers --tcp-fastopen --tcp-nodelay -t|--telnet-option= --tftp-blksize= --tftp-no-options -z|--time-cond=
        --tls-max= --tls13-ciphers=
        --tlsauthtype= --tlspassword=@secret --tlsuser= -1|--tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --tr-encoding --trace=
        --trace-ascii= --trace-config= --trace-ids --trace-time --unix-socket= -T|--upload-file= --url=@address --url-query=
        -B|--use-ascii -u|--user=@login
        -A|--user-agent= --variable= --expand-url= --expand-data= --expand-header= -v|--verbose -V|--version --vlan-priority=
        -w|--write-out= --xattr --ca-native --dump-ca-embed --out-null --sigalgs=
        """)
    {
        Abbreviates = true,
        Effects = [Fetches.Of().From("--url"), Network, Writes.From("-o"), Writes.With("-O|--remote-name-all"), Sends.With("-d|"
            + "--data-binary|--data-raw|--data-urlencode|-F|-T|--json")],
        FetchesFiles = true,
        RedirectOption = "-L",
        RedirectUnless = ["-L", "--location-trusted", "-I", "-w", "-D", "-i", "-K", "-X", "-d", "--data-binary", "--data-raw", "-F", "-T"],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving,
    });

    /// <summary>wget.</summary>
    public static ToolSpec Wget => field ?? Keep(ref field, new("wget", """
        -V|--version -h|--help -b|--background -e|--execute= -o|--output-file= -a|--append-output= -d|--debug -q|--quiet@quiet
        -v|--verbose -nv|--no-verbose@quiet --report-speed= -i|--input-file=@manifest -F|--force-html -B|--base= --config= --no-config
        --rejected-log=
        -t|--tries= --retry-connrefused --retry-on-http-error= --retry-on-host-error -O|--output-document=@output -nc|--no-clobber
        --no-netrc -c|--continue --start-pos= --progress= --show-progress -N|--timestamping --no-if-modified-since
        --no-use-server-timestamps
        -S|--server-response --spider@dry -T|--timeout= --dns-timeout= --connect-timeout= --read-timeout= -w|--wait= --waitretry=
        --random-wait --no-proxy -Q|--quota= --bind-address= --limit-rate= --no-dns-cache --restrict-file-names= --ignore-case
        -4|--inet4-only -6|--inet6-only
        --prefer-family= --user= --password=@secret --ask-password --use-askpass= --no-iri --local-encoding= --remote-encoding= --unlink
        --xattr -nd|--no-directories -x|--force-directories -nH|--no-host-directories --protocol-directories
        -P|--directory-prefix=@target
        --cut-dirs= --http-user= --http-password=@secret --http-passwd=@secret --no-cache --default-page= -E|--adjust-extension
        --ignore-length --header=@header --compression= --max-redirect= --proxy-user= --proxy-password=@secret --proxy-passwd=@secret
        --referer= --save-headers -U|--user-agent=
        --no-http-keep-alive --no-cookies --load-cookies= --save-cookies= --keep-session-cookies --post-data=@data --post-file= --method=
        --body-data=@data --body-file= --content-disposition --content-on-error --trust-server-names --auth-no-challenge
        --secure-protocol= --https-only
        --no-check-certificate@insecure --certificate= --certificate-type= --private-key= --private-key-type= --ca-certificate=
        --ca-directory= --crl-file= --pinnedpubkey= --random-file= --egd-file= --ciphers= --no-hsts --hsts-file= --ftp-user=
        --ftp-password=@secret --no-remove-listing --no-glob
        --no-passive-ftp --passive-ftp --preserve-permissions --retr-symlinks --ftps-implicit --ftps-resume-ssl
        --ftps-clear-data-connection --ftps-fallback-to-ftp --warc-file= --warc-header= --warc-max-size= --warc-cdx --warc-dedup=
        --no-warc-compression --no-warc-digests
        --no-warc-keep-log --warc-tempdir= -r|--recursive@recursive -l|--level= --delete-after -k|--convert-links --convert-file-only
        --backups? -K|--backup-converted -m|--mirror -p|--page-requisites --strict-comments -A|--accept= -R|--reject= --accept-regex=
        --reject-regex=
        --regex-type= -D|--domains= --exclude-domains= --follow-ftp --follow-tags= --ignore-tags= -H|--span-hosts -L|--relative
        -I|--include-directories= -X|--exclude-directories= -np|--no-parent --proxy= -Y= --check-certificate= --no-show-progress
        --server-response --no-wait
        """)
    {
        Abbreviates = true,
        Effects = [Fetches.Of(), Fetches.With("-i"), Network, Writes.From("-O"), Writes.From("-P"), Writes.Without("-O|-P|--spider"),
            Sends.With("--post-data|--post-file|--body-data")],
        FetchesFiles = true,
        InsecureSettings = ["check-certificate=off|no|false|quiet"],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving,
    });

    /// <summary>aria2c.</summary>
    public static ToolSpec Aria => field ?? Keep(ref field, new("aria2c", "-d|--dir= -o|--out=@output -x|--max-connection-per-server= "
        + "-s|--split= -j|--max-concurrent-downloads= -k|--min-split-size= -i|--input-file= -c|--continue? -q|--quiet? "
        + "--check-certificate? --checksum=@hashes --header=@header -m|--max-tries= -t|--timeout= --console-log-level= "
        + "--summary-interval= --allow-overwrite? --auto-file-renaming? -U|--user-agent= -l|--log= --file-allocation=")
    {
        Effects = [Fetches.Of(), Network, Writes.From("-o|-d"), Writes.Without("-o|-d")],
        FetchesFiles = true,
        InsecureSettings = ["check-certificate=false"],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>rsync.</summary>
    public static ToolSpec Rsync => field ?? Keep(ref field, new("rsync", """
        -v|--verbose -q|--quiet -c|--checksum -a|--archive -r|--recursive@recursive -R|--relative -b|--backup --backup-dir= --suffix=
        -u|--update --inplace --append -d|--dirs -l|--links -L|--copy-links -k|--copy-dirlinks -K|--keep-dirlinks -H|--hard-links
        -p|--perms -E|--executability --chmod= -A|--acls -X|--xattrs
        -o|--owner -g|--group --devices --specials -D -t|--times -O|--omit-dir-times -S|--sparse -n|--dry-run@dry -W|--whole-file
        -x|--one-file-system -B|--block-size= -e|--rsh= --rsync-path= --existing --ignore-existing --remove-source-files --delete
        --delete-before --delete-during --delete-after --delete-excluded --force
        --max-delete= --max-size= --min-size= --partial --partial-dir= -m|--prune-empty-dirs --numeric-ids --usermap= --groupmap=
        --chown= --timeout= --contimeout= -I|--ignore-times --size-only -T|--temp-dir= -y|--fuzzy --compare-dest= --copy-dest=
        --link-dest= -z|--compress --compress-level= -C|--cvs-exclude -f|--filter=
        -F --exclude= --exclude-from= --include= --include-from= --files-from= -0|--from0 -s|--protect-args --address= --port= --stats -8
        -h|--human-readable --progress -P -i|--itemize-changes --out-format= --log-file= --password-file= --bwlimit= --info= --debug=
        --no-owner --no-group --no-perms --no-o --no-g --no-p -4 -6 --mkpath --safe-links --munge-links
        """)
    {
        Abbreviates = true,
        Effects = [Reads.Of(OperandRange.ButLast), Writes.Of(OperandRange.Last), Network.WithOperand("rsync:*")],
        InsecureSettings = ["*StrictHostKeyChecking=no|off"],
        Cost = CostClass.Files
    });

    /// <summary>scp and sftp.</summary>
    public static ToolSpec Scp => field ?? Keep(ref field, new("scp", "-3 -4 -6 -A -B -C -O -p -q -R -r@recursive -s -T -v -c= -D= -F= "
        + "-i= -J= -l= -o= -P= -S= -X= -b=")
    {
        Effects = [Network, Reads.Of(OperandRange.ButLast), Writes.Of(OperandRange.Last)],
        InsecureSettings = ["StrictHostKeyChecking=no|off"],
        Cost = CostClass.Download
    });

    /// <summary>ssh.</summary>
    public static ToolSpec Ssh => field ?? Keep(ref field, new("ssh", "-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x "
        + "-Y -y -B= -b= -c= -D= -E= -e= -F= -I= -i= -J= -L= -l= -m= -O= -o= -p= -Q= -R= -S= -W= -w=")
    {
        StopsAtOperand = true,
        Effects
        = [Network],
        InsecureSettings = ["StrictHostKeyChecking=no|off"],
    });

    /// <summary>ssh-keyscan, ssh-keygen.</summary>
    public static ToolSpec SshKeyscan => field ?? Keep(ref field, new("ssh-keyscan", "-4 -6 -c -D -H -v -f= -p= -T= -t= -O=")
    {
        Effects
        = [Fetches.Of(), Network, Prints],
        Cost = CostClass.Trivial,
        Repeats = Repeatability.Moving
    });

    /// <summary>ssh-keygen.</summary>
    public static ToolSpec SshKeygen => field ?? Keep(ref field, new("ssh-keygen", "-A -q -B -c -e -H -h -i -K -k -L -l -p -Q -u -v -y "
        + "-g -U -a= -b= -C= -D= -E= -F= -f=@output -I= -M= -m= -N=@secret -n= -O= -P=@secret -R= -r= -s= -t= -V= -w= -Y= -Z= "
        + "-z=")
    { Effects = [Writes.From("-f"), Asks.Without("-A|-N|-l|-y|-e|-R|-F|-h").Maybe()], Cost = CostClass.Trivial });

    /// <summary>The AWS command line.</summary>
    public static ToolSpec Aws => field ?? Keep(ref field, new("aws", "--region= --profile= --output= --query= --endpoint-url= "
        + "--no-sign-request --no-verify-ssl@insecure --debug --no-paginate --color= --ca-bundle= --cli-read-timeout= "
        + "--cli-connect-timeout= --recursive@recursive --exclude= --include= --quiet --only-show-errors --no-progress --acl= "
        + "--source-region= --sse= --bucket= --key= --version --dryrun@dry --no-cli-pager")
    {
        SecretSettings = ["aws_secret_access_key=*", "aws_access_key_id=*", "aws_session_token=*"],
        Effects = [Network, Reads.WithOperand("s3"), Fetches.Of(OperandRange.ButFirst).WithOperand("s3")],
        Cost = CostClass.Download,
        Repeats = Repeatability.Moving
    });

    /// <summary>gcloud and gsutil.</summary>
    public static ToolSpec Gcloud => field ?? Keep(ref field, new("gcloud", "-q|--quiet@yes --project= --account= --configuration= "
        + "--verbosity= --format= --filter= --version --install-dir= --usage-reporting= --path-update= --bash-completion= "
        + "--additional-components+ --rc-path= --disable-installation-options --command-completion= --override-components+")
    {
        Verbs = [Verb("components install|components update", [Installs(PackageKind.Other).Of(), Fetches, Network, Asks.Without("-q")])
        with { Cost = CostClass.Download, Repeats = Repeatability.Moving }, Verb("config set|config unset|auth activate-service-account|"
        + "auth configure-docker|info|version|components remove|components list", "--key-file=@secret --installation", [SetsConfig])]
    });
}
