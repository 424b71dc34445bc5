namespace Dockerlint.Commands;

/// <summary>Finds what a tool does by its name. All names stand here; a specification is made when it is first asked for.</summary>
public static class ToolCatalog
{
    private static readonly string[] s_cmdlets =
    [
        "Invoke-WebRequest", "Invoke-RestMethod", "Start-BitsTransfer", "Install-Module", "Install-Package",
        "Install-PackageProvider", "Install-WindowsFeature", "Add-WindowsFeature", "Enable-WindowsOptionalFeature",
        "Install-PSResource", "Install-Script", "Add-WindowsCapability", "Expand-Archive", "Remove-Item",
        "Uninstall-WindowsFeature", "New-Item", "Copy-Item", "Move-Item", "Rename-Item", "Start-Process", "Set-ExecutionPolicy",
        "Set-PSRepository", "Set-ItemProperty", "New-ItemProperty", "Set-Service", "Set-Item", "Get-FileHash", "Write-Host",
        "Write-Output",
    ];

    /// <summary>The tool of that name, without its folder; null when nobody knows it.</summary>
    public static ToolSpec? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName(name) ?? Ending(name);
    }

    // python3.12, clang-17 and apt.exe are what they are without what stands behind.
    private static ToolSpec? Ending(string name)
    {
        if (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase))
        {
            return Find(name[..^4]);
        }

        var end = name.Length;
        while (end > 0 && (char.IsAsciiDigit(name[end - 1]) || name[end - 1] == '.'))
        {
            end--;
        }

        if (end > 1 && name[end - 1] == '-')
        {
            end--;
        }

        if (end > 0 && end < name.Length && ByName(name[..end]) is { HasNumberedNames: true } numbered)
        {
            return numbered;
        }

        // A cross compiler and its companions have the machine in front: aarch64-linux-gnu-gcc. The names of cmdlets have any case.
        return name.LastIndexOf('-') is var dash && dash > 0
            ? ByName(name[(dash + 1)..]) is { } last && (last == BuildTools.Gcc || last == BuildTools.Assembler
                || last == FileTools.Strip || last == ArchiveTools.Ar)
                ? last : Cmdlet(name)
            : null;
    }

    private static ToolSpec? Cmdlet(string name)
    {
        foreach (var cmdlet in s_cmdlets)
        {
            if (cmdlet.Equals(name, StringComparison.OrdinalIgnoreCase) && cmdlet != name)
            {
                return ByName(cmdlet);
            }
        }

        return null;
    }

    private static ToolSpec? ByName(string name) => name switch
    {
        "apt-get" or "apt" or "aptitude" or "xx-apt" or "xx-apt-get" or "apt-fast" => AptTools.Apt,
        "apt-cache" => AptTools.AptCache,
        "apt-file" or "gdebi" or "mk-build-deps" or "rosdep" or "tasksel" or "unattended-upgrade" or "synaptic" or "wajig"
            or "nala" => AptTools.ListReader,
        "apt-mark" => AptTools.AptMark,
        "apt-key" => AptTools.AptKey,
        "add-apt-repository" or "apt-add-repository" => AptTools.AddRepository,
        "dpkg" or "dpkg-deb" => AptTools.Dpkg,
        "dpkg-query" => AptTools.DpkgQuery,
        "dpkg-architecture" => AptTools.DpkgArchitecture,
        "dpkg-reconfigure" => AptTools.DpkgReconfigure,
        "debconf-set-selections" => AptTools.DebconfSet,
        "dpkg-divert" or "dpkg-statoverride" => AptTools.DpkgDivert,
        "dpkg-buildflags" or "dpkg-buildpackage" => AptTools.DpkgBuild,
        "apk" or "xx-apk" => AlpineTools.Apk,
        "pacman" or "yay" or "paru" => AlpineTools.Pacman,
        "pacman-key" => AlpineTools.PacmanKey,
        "xbps-install" => AlpineTools.Xbps,
        "opkg" => AlpineTools.Opkg,
        "emerge" => AlpineTools.Emerge,
        "dnf" or "yum" or "dnf5" or "microdnf" or "tdnf" or "dnf-3" => RpmTools.Dnf,
        "rpm" => RpmTools.Rpm,
        "yum-config-manager" => RpmTools.YumConfig,
        "yum-builddep" => RpmTools.YumBuilddep,
        "zypper" => RpmTools.Zypper,
        "pip" => PythonTools.Pip,
        "pipx" => PythonTools.Pipx,
        "uv" => PythonTools.Uv,
        "uvx" => PythonTools.Uvx,
        "poetry" => PythonTools.Poetry,
        "pipenv" => PythonTools.Pipenv,
        "python" or "pypy" or "py" => PythonTools.Python,
        "virtualenv" or "venv" or "pyvenv" => PythonTools.Virtualenv,
        "pip-compile" or "pip-sync" => PythonTools.PipTools,
        "sdkmanager" => OtherLanguageTools.SdkManager,
        "easy_install" => PythonTools.EasyInstall,
        "conda" or "mamba" or "micromamba" => CondaTools.Conda,
        "npm" or "npm-cli.js" => NodeTools.Npm,
        "npx" or "bunx" or "pnpx" => NodeTools.Npx,
        "yarn" or "yarnpkg" or "yarn.js" => NodeTools.Yarn,
        "pnpm" or "pnpm.cjs" => NodeTools.Pnpm,
        "bun" => NodeTools.Bun,
        "corepack" => NodeTools.Corepack,
        "node" or "nodejs" => NodeTools.Node,
        "nvm" or "n" or "fnm" or "volta" => NodeTools.Nvm,
        "gem" => RubyTools.Gem,
        "bundle" or "bundler" => RubyTools.Bundle,
        "ruby" or "jruby" => RubyTools.Ruby,
        "rbenv" or "ruby-install" or "ruby-build" or "pyenv" or "goenv" or "nodenv" or "phpenv" => RubyTools.Rbenv,
        "composer" or "composer.phar" or "composer2" => PhpTools.Composer,
        "php" => PhpTools.Php,
        "pecl" or "pear" => PhpTools.Pecl,
        "docker-php-ext-install" => PhpTools.ExtInstall,
        "docker-php-ext-enable" => PhpTools.ExtEnable,
        "docker-php-ext-configure" or "docker-php-source" or "phpize" or "phpenmod" or "phpdismod" => PhpTools.ExtConfigure,
        "install-php-extensions" or "pie" => PhpTools.ExtInstaller,
        "go" or "xx-go" => CompiledTools.Go,
        "cargo" or "xx-cargo" or "cross" => CompiledTools.Cargo,
        "rustup" => CompiledTools.Rustup,
        "rustup-init" or "rustup-init.sh" => CompiledTools.RustupInit,
        "rustc" => CompiledTools.Rustc,
        "swift" => CompiledTools.Swift,
        "cabal" => CompiledTools.Cabal,
        "stack" => CompiledTools.Stack,
        "opam" => CompiledTools.Opam,
        "mix" => CompiledTools.Mix,
        "rebar3" or "rebar" => CompiledTools.Rebar,
        "dart" or "pub" => CompiledTools.Dart,
        "flutter" => CompiledTools.Flutter,
        "mvn" or "mvnw" or "mvnd" => JavaTools.Maven,
        "gradle" or "gradlew" => JavaTools.Gradle,
        "sbt" => JavaTools.Sbt,
        "ant" => JavaTools.Ant,
        "lein" or "boot" or "clojure" or "clj" => JavaTools.Lein,
        "java" => JavaTools.Java,
        "javac" or "kotlinc" or "scalac" => JavaTools.Javac,
        "jlink" or "jpackage" => JavaTools.Jlink,
        "keytool" => JavaTools.Keytool,
        "jar" => JavaTools.Jar,
        "dotnet" => DotnetTools.Dotnet,
        "nuget" => DotnetTools.Nuget,
        "msbuild" => DotnetTools.Msbuild,
        "curl" => FetchTools.Curl,
        "wget" => FetchTools.Wget,
        "aria2c" => FetchTools.Aria,
        "rsync" => FetchTools.Rsync,
        "scp" or "sftp" => FetchTools.Scp,
        "ssh" => FetchTools.Ssh,
        "ssh-keyscan" => FetchTools.SshKeyscan,
        "ssh-keygen" => FetchTools.SshKeygen,
        "aws" => FetchTools.Aws,
        "gcloud" or "gsutil" => FetchTools.Gcloud,
        "git" => GitTools.Git,
        "hg" => GitTools.Hg,
        "svn" => GitTools.Svn,
        "rm" or "unlink" => FileTools.Rm,
        "rmdir" => FileTools.Rmdir,
        "cp" => FileTools.Cp,
        "mv" => FileTools.Mv,
        "ln" => FileTools.Ln,
        "mkdir" => FileTools.Mkdir,
        "install" => FileTools.Install,
        "touch" => FileTools.Touch,
        "mknod" or "mkfifo" => FileTools.Mknod,
        "mktemp" => FileTools.Mktemp,
        "truncate" or "shred" => FileTools.Truncate,
        "chmod" => FileTools.Chmod,
        "chown" => FileTools.Chown,
        "chgrp" => FileTools.Chgrp,
        "find" => FileTools.Find,
        "dd" => FileTools.Dd,
        "setcap" => FileTools.Setcap,
        "patch" => FileTools.Patch,
        "strip" or "objcopy" => FileTools.Strip,
        "tar" or "bsdtar" or "gtar" => ArchiveTools.Tar,
        "unzip" => ArchiveTools.Unzip,
        "zip" => ArchiveTools.Zip,
        "gzip" or "gunzip" or "zcat" or "pigz" or "unpigz" => ArchiveTools.Gzip,
        "xz" or "unxz" or "xzcat" or "lzma" or "unlzma" => ArchiveTools.Xz,
        "bzip2" or "bunzip2" or "bzcat" or "pbzip2" => ArchiveTools.Bzip2,
        "zstd" or "unzstd" or "zstdcat" or "lz4" => ArchiveTools.Zstd,
        "7z" or "7za" or "7zr" or "7zz" => ArchiveTools.SevenZip,
        "cpio" => ArchiveTools.Cpio,
        "ar" => ArchiveTools.Ar,
        "echo" => TextTools.Echo,
        "printf" => TextTools.Printf,
        "yes" => TextTools.Yes,
        "cat" => TextTools.Cat,
        "tee" => TextTools.Tee,
        "sed" or "gsed" => TextTools.Sed,
        "awk" or "gawk" or "mawk" or "nawk" => TextTools.Awk,
        "grep" or "egrep" or "fgrep" or "rg" or "zgrep" => TextTools.Grep,
        "head" => TextTools.Head,
        "tail" => TextTools.Tail,
        "sort" => TextTools.Sort,
        "cut" => TextTools.Cut,
        "tr" => TextTools.Tr,
        "wc" => TextTools.Wc,
        "uniq" => TextTools.Uniq,
        "tac" or "rev" or "nl" or "fold" or "paste" => TextTools.LineFilter,
        "comm" or "join" or "column" or "less" or "more" or "strings"
            or "od" or "hexdump" or "expand" or "unexpand" or "tsort" or "fmt" or "pr" or "iconv" or "nm" or "readelf"
            or "objdump" or "size" =>
                TextTools.OtherFilter,
        "xxd" => TextTools.Xxd,
        "split" or "csplit" => TextTools.Split,
        "dos2unix" or "unix2dos" => TextTools.Dos2Unix,
        "shuf" or "ldd" => TextTools.Shuf,
        "basename" or "dirname" => TextTools.Basename,
        "readlink" or "realpath" => TextTools.Readlink,
        "base64" or "base32" => TextTools.Base64,
        "sha256sum" or "sha1sum" or "sha224sum" or "sha384sum" or "sha512sum" or "md5sum" or "b2sum" or "shasum"
            or "cksum" or "sum" or "sha3sum" or "b3sum" => TextTools.Checksum,
        "seq" => TextTools.Seq,
        "ls" or "dir" or "vdir" => TextTools.Ls,
        "stat" => TextTools.Stat,
        "du" or "df" => TextTools.Du,
        "file" => TextTools.FileType,
        "date" => TextTools.Date,
        "diff" or "cmp" => TextTools.Diff,
        "jq" => TextTools.Jq,
        "yq" => TextTools.Yq,
        "envsubst" => TextTools.Envsubst,
        "perl" => TextTools.Perl,
        "useradd" or "luseradd" => UserTools.Useradd,
        "adduser" => UserTools.Adduser,
        "addgroup" => UserTools.Addgroup,
        "groupadd" => UserTools.Groupadd,
        "nvidia-smi" or "rocm-smi" or "amd-smi" or "rocminfo" or "clinfo" or "vulkaninfo" or "nvidia-modprobe" or "xpu-smi"
            => SystemTools.Devices,
        "usermod" => UserTools.Usermod,
        "groupmod" => UserTools.Groupmod,
        "userdel" or "groupdel" or "deluser" or "delgroup" => UserTools.Userdel,
        "gpasswd" => UserTools.Gpasswd,
        "passwd" => UserTools.Passwd,
        "chpasswd" or "chgpasswd" => UserTools.Chpasswd,
        "chsh" => UserTools.Chsh,
        "id" or "whoami" or "groups" or "getent" or "hostname" or "uname" or "arch" or "nproc" or "tty" or "locale"
            or "lsb_release" or "getconf" or "logname" or "users" or "who" or "ps" or "env-vars" or "free" or "uptime"
            or "lscpu" or "lsblk" or "printenv" or "pwd" or "xx-info" or "rpmspec" => UserTools.Tells,
        "make" or "gmake" or "mingw32-make" or "remake" => BuildTools.Make,
        "cmake" or "cmake3" => BuildTools.Cmake,
        "ctest" or "cpack" => BuildTools.Ctest,
        "ninja" or "ninja-build" or "samu" => BuildTools.Ninja,
        "meson" => BuildTools.Meson,
        "bazel" or "bazelisk" or "buck2" => BuildTools.Bazel,
        "scons" or "waf" or "qmake" or "premake" or "rake" or "grunt" or "gulp" or "webpack" or "vite" or "tsc"
            or "ng" or "task" or "just" or "vue-cli-service" or "next" or "nuxt" or "turbo" or "nx" or "lerna"
            or "hugo" or "jekyll" or "mkdocs" or "sphinx-build" or "docker-compile.sh" or "msgfmt" or "cythonize"
            or "xmake" or "cargo-chef" or "tox" or "nox" or "hatch" or "pdm" => BuildTools.Runner,
        "configure" or "Configure" or "config" or "bootstrap.sh" or "autogen.sh" or "bootstrap" or "buildconf" => BuildTools.Configure,
        "autoconf" or "automake" or "autoreconf" or "aclocal" or "libtoolize" or "autoheader" or "glibtoolize" => BuildTools.Autotools,
        "gcc" or "g++" or "cc" or "c++" or "clang" or "clang++" or "gfortran" or "cpp" or "musl-gcc" or "c99"
            or "xx-clang" or "xx-clang++" or "nvcc" or "icc" or "tcc" => BuildTools.Gcc,
        "nasm" or "yasm" or "as" or "ld" or "ld.lld" or "lld" => BuildTools.Assembler,
        "protoc" or "buf" => BuildTools.Protoc,
        "pkg-config" or "pkgconf" or "llvm-config" or "python3-config" or "php-config" or "pg_config"
            or "mysql_config" or "ncurses-config" or "curl-config" => BuildTools.PkgConfig,
        "nginx" or "openresty" or "tengine" or "httpd" or "httpd-foreground" or "apache2" or "apache2-foreground" or "apache2ctl"
            or "apachectl" or "lighttpd" or "haproxy" or "varnishd" or "squid" or "squid3" or "privoxy" or "tinyproxy" or "php-fpm"
            or "pure-ftpd" or "pure-ftpd-run" or "vsftpd" or "proftpd" or "sshd" or "dropbear" or "in.tftpd" or "rsyncd" or "smbd"
            or "nmbd" or "samba" or "rpc.nfsd" or "postfix" or "dovecot" or "exim" or "exim4" or "sendmail" or "opensmtpd" or "smtpd"
            or "opendkim" or "opendmarc" or "amavisd" or "amavisd-new" or "clamd" or "freshclam" or "spamd" or "rspamd" or "cyrmaster"
            or "dnsmasq" or "unbound" or "pdns_server" or "pdns_recursor" or "nsd" or "knotd" or "chronyd" or "dhcpd" or "kea-dhcp4"
            or "avahi-daemon" or "dbus-daemon" or "rsyslogd" or "syslog-ng" or "radiusd" or "freeradius" or "openvpn" or "ejabberdctl"
            or "mysqld" or "mysqld_safe" or "mariadbd" or "mariadbd-safe" or "cron" or "crond" or "fcron" or "atd" or "xinetd" or "inetd"
            or "supervisord" or "circusd" or "monit" or "runsvdir" or "runit" or "s6-svscan" or "init" or "systemd"
            or "my_init" or "openrc-init" or "cupsd" or "zabbix_server" or "zabbix_agentd" or "zabbix_proxy"
            or "nagios" or "icinga2" or "munin-node" or "snmpd" or "asterisk" => DaemonTools.Switching,
        "memcached" or "named" or "ntpd" or "slapd" or "uwsgi" or "gunicorn" or "celery" or "tor" or "turnserver" or "stubby"
            or "spawn-fcgi" or "thin" or "daemonize" => DaemonTools.Told,
        "systemctl" => SystemTools.Systemctl,
        "service" or "rc-service" or "invoke-rc.d" or "initctl" => SystemTools.ServiceTool,
        "rc-update" or "update-rc.d" or "chkconfig" => SystemTools.RcUpdate,
        "update-ca-certificates" => SystemTools.UpdateCertificates,
        "update-ca-trust" => SystemTools.UpdateTrust,
        "ldconfig" => SystemTools.Ldconfig,
        "update-alternatives" or "alternatives" => SystemTools.Alternatives,
        "locale-gen" or "update-locale" => SystemTools.LocaleGen,
        "localedef" => SystemTools.Localedef,
        "crontab" => SystemTools.Crontab,
        "sysctl" or "mount" or "umount" or "iptables" or "ip6tables" or "ip" or "ifconfig" or "modprobe" or "swapon"
            or "swapoff" or "losetup" or "mkfs" or "mkfs.ext4" or "mkswap" or "route" or "nft" => SystemTools.Kernel,
        "openssl" => SystemTools.Openssl,
        "gpg" or "gpg2" => SystemTools.Gpg,
        "gpgconf" => SystemTools.Gpgconf,
        "xx-verify" or "scanelf" or "getcap" => SystemTools.Inspector,
        "gpgv" or "gpgv2" or "cosign" or "minisign" or "signify" => SystemTools.Gpgv,
        "docker" or "podman" or "buildah" or "skopeo" or "nerdctl" or "crane" or "oras" => SystemTools.Docker,
        "kubectl" or "terraform" or "tofu" or "packer" or "vault" or "consul" or "nomad" or "pulumi"
            or "gh" or "glab" or "oc" or "kustomize" or "ansible" or "ansible-playbook" => SystemTools.Admin,
        "elasticsearch-plugin" or "opensearch-plugin" or "logstash-plugin" or "kibana-plugin" or "jenkins-plugin-cli"
            or "rabbitmq-plugins" or "grafana-cli" or "neo4j-admin" or "install-plugins.sh" => SystemTools.ServerPlugin,
        "a2enmod" or "a2dismod" or "a2ensite" or "a2dissite" or "a2enconf" or "a2disconf" or "lighty-enable-mod" => SystemTools.Switch,
        "helm" => AccountTools.Helm,
        "az" => AccountTools.Az,
        "doctl" => AccountTools.Doctl,
        "heroku" or "vercel" or "netlify" or "flyctl" or "fly" => AccountTools.Hosting,
        "twine" => AccountTools.Twine,
        "mysql" or "mysqladmin" or "mysqldump" or "mariadb" or "mariadb-admin" or "mariadb-dump" => AccountTools.Mysql,
        "luarocks" or "luarocks-admin" => OtherLanguageTools.Luarocks,
        "cpanm" => OtherLanguageTools.Cpanm,
        "cpan" => OtherLanguageTools.Cpan,
        "carton" or "cpm" => OtherLanguageTools.Carton,
        "R" => OtherLanguageTools.R,
        "Rscript" or "r" => OtherLanguageTools.Rscript,
        "install2.r" or "installGithub.r" or "installBioc.r" => OtherLanguageTools.Littler,
        "julia" => OtherLanguageTools.Julia,
        "brew" => OtherLanguageTools.Brew,
        "nix-env" or "nix-shell" or "nix-channel" or "nix" or "nix-build" or "nix-collect-garbage" or "nix-store" => OtherLanguageTools.Nix,
        "snap" or "flatpak" or "conan" or "vcpkg" or "ansible-galaxy" or "asdf" or "sdk" or "krew" or "code"
            or "code-server" or "claude" or "tlmgr" or "ghcup" or "bower" or "spack" or "playwright" or "jupyter"
            or "puppeteer" => OtherLanguageTools.OtherInstaller,
        "sudo" => WrapperTools.Sudo,
        "doas" => WrapperTools.Doas,
        "env" or "genv" => WrapperTools.Env,
        "nice" => WrapperTools.Nice,
        "ionice" => WrapperTools.Ionice,
        "timeout" or "gtimeout" => WrapperTools.Timeout,
        "xargs" or "gxargs" => WrapperTools.Xargs,
        "exec" => WrapperTools.Exec,
        "command" => WrapperTools.Command,
        "builtin" or "nohup" or "eatmydata" or "setsid" or "catchsegv" or "dbus-run-session" or "fakeroot"
            or "unbuffer" or "pkexec" or "with-contenv" or "ts" or "rlwrap" or "proxychains" or "proxychains4"
            or "torsocks" or "linuxbrew-run" or "retry" or "not" => WrapperTools.Plain,
        "time" or "gtime" => WrapperTools.Time,
        "stdbuf" => WrapperTools.Stdbuf,
        "setpriv" => WrapperTools.Setpriv,
        "gosu" or "su-exec" or "setuser" or "s6-setuidgid" or "setuidgid" => WrapperTools.Gosu,
        "chpst" => WrapperTools.Chpst,
        "su" => WrapperTools.Su,
        "runuser" => WrapperTools.Runuser,
        "chroot" => WrapperTools.Chroot,
        "unshare" => WrapperTools.Unshare,
        "nsenter" => WrapperTools.Nsenter,
        "busybox" or "toybox" => WrapperTools.Busybox,
        "tini" or "tini-static" => WrapperTools.Tini,
        "dumb-init" => WrapperTools.DumbInit,
        "strace" or "ltrace" => WrapperTools.Strace,
        "valgrind" => WrapperTools.Valgrind,
        "script" => WrapperTools.Script,
        "watch" => WrapperTools.Watch,
        "parallel" => WrapperTools.Parallel,
        "flock" => WrapperTools.Flock,
        "taskset" or "chrt" or "setarch" or "faketime" => WrapperTools.Taskset,
        "linux32" or "linux64" or "i386" or "x86_64" => WrapperTools.Setarch,
        "sshpass" => AccountTools.Sshpass,
        "xvfb-run" => WrapperTools.XvfbRun,
        "scl" => WrapperTools.Scl,
        "eval" => WrapperTools.Eval,
        "ccache" or "sccache" or "distcc" => WrapperTools.Ccache,
        "mise" or "rtx" => WrapperTools.Mise,
        "sh" or "bash" or "dash" or "ash" or "ksh" or "zsh" or "fish" or "mksh" or "rbash" => ShellTools.Sh,
        "cd" or "chdir" or "pushd" or "popd" => ShellTools.Cd,
        "set" => ShellTools.Set,
        "export" or "readonly" or "local" or "declare" or "typeset" or "unset" or "alias" or "unalias" or "let" => ShellTools.Export,
        "true" or ":" => ShellTools.True,
        "sleep" or "sync" or "wait" => ShellTools.Pause,
        "false" or "exit" or "return" or "break" or "continue" or "shift" or "trap"
            or "umask" or "ulimit" or "shopt" or "read" or "stty" or "tput" or "clear"
            or "logout" or "getopts" or "times" or "mapfile" or "readarray" or "setopt" or "bindkey" or "kill"
            or "pkill" or "killall" or "hash" or "enable" or "dirs" or "disown" => ShellTools.Nothing,
        "test" or "[" => ShellTools.Test,
        "which" or "whereis" or "type" => ShellTools.Which,
        "source" or "." => ShellTools.Source,
        "powershell" or "pwsh" => WindowsTools.PowerShell,
        "cmd" => WindowsTools.Cmd,
        "Invoke-WebRequest" or "Invoke-RestMethod" or "iwr" or "irm" => WindowsTools.WebRequest,
        "Start-BitsTransfer" => WindowsTools.Bits,
        "Install-Module" or "Install-Package" or "Install-PackageProvider" or "Install-WindowsFeature"
            or "Add-WindowsFeature" or "Enable-WindowsOptionalFeature" or "Install-PSResource" or "Install-Script"
            or "Add-WindowsCapability" => WindowsTools.InstallModule,
        "Expand-Archive" => WindowsTools.ExpandArchive,
        "Remove-Item" or "Uninstall-WindowsFeature" => WindowsTools.RemoveItem,
        "New-Item" or "Copy-Item" or "Move-Item" or "Rename-Item" => WindowsTools.NewItem,
        "Start-Process" => WindowsTools.StartProcess,
        "Set-ExecutionPolicy" or "Set-PSRepository" or "Set-ItemProperty" or "New-ItemProperty" or "Set-Service"
            or "Set-Item" => WindowsTools.SetPolicy,
        "Get-FileHash" => WindowsTools.FileHash,
        "Write-Host" or "Write-Output" => WindowsTools.WriteHost,
        "choco" or "cinst" => WindowsTools.Choco,
        "winget" or "scoop" => WindowsTools.Winget,
        "setx" => WindowsTools.Setx,
        "del" or "erase" or "rd" => WindowsTools.Del,
        "msiexec" or "dism" or "reg" or "icacls" or "sc" or "net" or "xcopy" or "robocopy" or "md"
            or "regsvr32" or "takeown" or "vs_buildtools" or "wmic" or "certutil" => WindowsTools.Slashed,
        _ => null,
    };
}
