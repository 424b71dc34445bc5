using System.Collections.Immutable;
using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Commands that run another command, whose words stand behind theirs.</summary>
public static class WrapperTools
{
    /// <summary>
    /// The names of programs that start another one as a user without rights, by which a text tells that root is given up.
    /// </summary>
    public static ImmutableArray<string> UserSwitchers { get; } =
        ["gosu", "su-exec", "setpriv", "chroot", "runuser", "s6-setuidgid", "chpst"];

    /// <summary>sudo.</summary>
    public static ToolSpec Sudo => field ?? Keep(ref field, Switcher("sudo", "-A|--askpass -b|--background -B|--bell -C|--close-from= -D|"
        + "--chdir=@folder -E --preserve-env? -e|--edit -g|--group= -H|--set-home -h|--host= -i|--login -K|--remove-timestamp -k|"
        + "--reset-timestamp -l|--list -N|--no-update -n|--non-interactive -P|--preserve-groups -p|--prompt= -R|--chroot= -r|--role= -S|"
        + "--stdin -s|--shell -t|--type= -T|--command-timeout= -U|--other-user= -u|--user=@user -V|--version -v|--validate --help",
        RunsWords().Through("-n|-E|--preserve-env|-H|-k") with { TakesAssignments = true, Unless = ["-l", "-e"], IsAsRoot = true }));

    /// <summary>doas.</summary>
    public static ToolSpec Doas => field ?? Keep(ref field, Switcher("doas", "-a= -C= -L -n -s -u=@user",
        RunsWords().Through("-n") with { IsAsRoot = true }));

    /// <summary>env.</summary>
    public static ToolSpec Env => field ?? Keep(ref field, Wrapper("env", "-i|--ignore-environment|-@clear -0|--null -u|--unset=@unset "
        + "-C|--chdir=@folder -S|--split-string=@split --block-signal? --default-signal? --ignore-signal? --list-signal-handling -v|"
        + "--debug -a|--argv0= --help --version",
        RunsWords().Through() with { TakesAssignments = true }) with
    { Effects = [Prints.WithoutOperands()], HasAllEffects = true });

    /// <summary>nice.</summary>
    public static ToolSpec Nice => field ?? Keep(ref field, Wrapper("nice", "-n|--adjustment= --help --version", RunsWords().Through("-n"))
        with
    { HasNumberOption = true });

    /// <summary>ionice.</summary>
    public static ToolSpec Ionice => field ?? Keep(ref field, Wrapper("ionice", "-c|--class= -n|--classdata= -p|--pid= -P|--pgid= -t|"
        + "--ignore -u|--uid= -h|--help -V|--version", RunsWords().Through("-c|-n|-t")));

    /// <summary>timeout: its first operand is the time.</summary>
    public static ToolSpec Timeout => field ?? Keep(ref field, Wrapper("timeout", "--preserve-status -p -f --foreground -k|"
        + "--kill-after= -s|--signal= -v|--verbose --help --version", RunsWords(1).Through("-k|-s|--preserve-status|-f|"
        + "--foreground|-v|-p")));

    /// <summary>xargs, which adds words of its input.</summary>
    public static ToolSpec Xargs => field ?? Keep(ref field, Wrapper("xargs", "-0|--null -a|--arg-file= -d|--delimiter= -E= -e? --eof? "
        + "-I=@replace -i?@replace --replace?@replace -L= -l? --max-lines? -n|--max-args= -o|--open-tty -P|--max-procs= -p|"
        + "--interactive --process-slot-var= -r|--no-run-if-empty -s|--max-chars= --show-limits -t|--verbose -x|--exit --help --version",
        RunsWords() with { AddsWords = true }));

    /// <summary>exec.</summary>
    public static ToolSpec Exec => field ?? Keep(ref field, Wrapper("exec", "-c@clear -l -a=", RunsWords()) with { ChangesShell = true });

    /// <summary>command.</summary>
    public static ToolSpec Command => field ?? Keep(ref field, Wrapper("command", "-p -v -V", RunsWords().Through("-p") with
    {
        Unless = ["-v",
        "-V"]
    }) with
    { HasAllEffects = true, Effects = [Tests.With("-v|-V"), Prints.With("-v|-V")], Cost = CostClass.Trivial });

    /// <summary>builtin, nohup, eatmydata, setsid, catchsegv, dbus-run-session, fakeroot and others without options of note.</summary>
    public static ToolSpec Plain => field ?? Keep(ref field, Wrapper("nohup", "-w|--wait -f|--fork -c|--ctty -h|--help -V|--version -l|"
        + "--lib= -s= -i= -u|--unknown-is-real -b= --config-file= --dbus-daemon= --", RunsWords()));

    /// <summary>time.</summary>
    public static ToolSpec Time => field ?? Keep(ref field, Wrapper("time", "-p|--portability -f|--format= -o|--output= -a|--append -v|"
        + "--verbose -q|--quiet -V|--version", RunsWords().Through("-p|-v|-q")));

    /// <summary>stdbuf.</summary>
    public static ToolSpec Stdbuf => field ?? Keep(ref field, Wrapper("stdbuf", "-i|--input= -o|--output= -e|--error=",
        RunsWords().Through("-i|-o|-e")));

    /// <summary>setpriv.</summary>
    public static ToolSpec Setpriv => field ?? Keep(ref field, Switcher("setpriv", "-d|--dump --nnp|--no-new-privs --ambient-caps= "
        + "--inh-caps= --bounding-set= --ruid= --euid= --rgid= --egid= --reuid=@user --regid= --clear-groups --keep-groups "
        + "--init-groups --groups= --list-caps --securebits= --pdeathsig= --ptracer= --selinux-label= --apparmor-profile= "
        + "--landlock-access= --landlock-rule= --seccomp-filter= --reset-env@clear -h|--help -V|--version", RunsWords()));

    /// <summary>gosu and su-exec: their first operand is the user.</summary>
    public static ToolSpec Gosu => field ?? Keep(ref field, Switcher("gosu", "--help --version", RunsWords(1)));

    /// <summary>s6-setuidgid, chpst, setuidgid.</summary>
    public static ToolSpec Chpst => field ?? Keep(ref field, Switcher("chpst", "-u=@user -U= -b= -e= -/= -n= -l= -L= -m= -d= -o= -p= -f= "
        + "-c= -v -P -0 -1 -2", RunsWords()));

    /// <summary>su, whose options may stand behind the user.</summary>
    public static ToolSpec Su => field ?? Keep(ref field, new("su", "-c|--command=@text --session-command=@text -f|--fast -g|--group= "
        + "-G|--supp-group= -l|--login -m|-p|--preserve-environment -P|--pty -s|--shell= -w|--whitelist-environment= -T|--no-pty -h|"
        + "--help -V|--version")
    { RunsText = RunsTextOf("-c|--command|--session-command"), SwitchesUser = true });

    /// <summary>runuser, with a command behind -u or the text of one behind -c.</summary>
    public static ToolSpec Runuser => field ?? Keep(ref field, new("runuser", "-u|--user=@user -c|--command=@text "
        + "--session-command=@text -f|--fast -g|--group= -G|--supp-group= -l|--login -m|-p|--preserve-environment -P|--pty -s|--shell= "
        + "-w|--whitelist-environment= -T|--no-pty -h|--help -V|--version")
    {
        Runs = RunsWords() with { Options = ["-u", "--user"] },
        RunsText = RunsTextOf("-c|--command|--session-command"),
        SwitchesUser = true,
    });

    /// <summary>chroot: its first operand is the root.</summary>
    public static ToolSpec Chroot => field ?? Keep(ref field, Switcher("chroot", "--groups= --userspec=@user --skip-chdir --help "
        + "--version", RunsWords(1)));

    /// <summary>unshare and nsenter.</summary>
    public static ToolSpec Unshare => field ?? Keep(ref field, Switcher("unshare", "-m? --mount? -u? --uts? -i? --ipc? -n? --net? -p? "
        + "--pid? -U? --user? -C? --cgroup? -T? --time? -f|--fork --map-user= --map-group= -r|--map-root-user -c|--map-current-user "
        + "--map-auto --map-users= --map-groups= --kill-child? --mount-proc? --propagation= --setgroups= --keep-caps -R|--root= -w|"
        + "--wd=@folder -S|--setuid= -G|--setgid= --monotonic= --boottime= -h|--help -V|--version", RunsWords()));

    /// <summary>nsenter.</summary>
    public static ToolSpec Nsenter => field ?? Keep(ref field, Switcher("nsenter", "-a|--all -t|--target= -m? --mount? -u? --uts? -i? "
        + "--ipc? -n? --net? -N= -p? --pid? -C? --cgroup? -U? --user? -T? -S|--setuid= -G|--setgid= --preserve-credentials -r? --root? "
        + "-w? --wd? -W= -e|--env -F|--no-fork -Z", RunsWords()));

    /// <summary>busybox and toybox: the next word is the tool.</summary>
    public static ToolSpec Busybox =>
        field ?? Keep(ref field, Wrapper("busybox", "--install --list --list-full --help -s", RunsWords().Through()
        with
        { Unless = ["--install", "--list", "--list-full"] }));

    /// <summary>tini.</summary>
    public static ToolSpec Tini => field ?? Keep(ref field, Wrapper("tini", "--version -h -s -p= -v -w -g -e= -l", RunsWords()));

    /// <summary>dumb-init.</summary>
    public static ToolSpec DumbInit => field ?? Keep(ref field, Wrapper("dumb-init", "-c|--single-child -r|--rewrite= -v|--verbose -h|"
        + "--help -V|--version", RunsWords()));

    /// <summary>strace and ltrace.</summary>
    public static ToolSpec Strace => field ?? Keep(ref field, Wrapper("strace", "-a= -b= -c -C -d -D -e= -E= -f -F -h -i -I= -k -n= -o= "
        + "-O= -p= -P= -q -r -s= -S= -t -T -u=@user -U= -v -V -w -x -X= -y -z -Z --trace= --output= --follow-forks --seccomp-bpf "
        + "--string-limit= --summary --summary-only --user=", RunsWords()));

    /// <summary>valgrind, gdb --args, perf and the like.</summary>
    public static ToolSpec Valgrind => field ?? Keep(ref field, new("valgrind", "--tool= --leak-check= --error-exitcode= "
        + "--suppressions= --log-file= --track-origins= --show-leak-kinds= -q -v")
    {
        StopsAtOperand = true,
        Style = ToolStyle.Words,
        Runs = RunsWords()
    });

    /// <summary>script, the recorder of terminals.</summary>
    public static ToolSpec Script => field ?? Keep(ref field, new("script", "-a|--append -c|--command=@text -E|--echo= -e|--return -f|"
        + "--flush --force -I|--log-in= -O|--log-out=@output -B|--log-io= -T|--log-timing= -m|--logging-format= -o|--output-limit= -q|"
        + "--quiet -t? --timing? -h|--help -V|--version")
    { RunsText = RunsTextOf("-c|--command") });

    /// <summary>watch.</summary>
    public static ToolSpec Watch => field ?? Keep(ref field, Wrapper("watch", "-b|--beep -c|--color -C|--no-color -d? --differences? -e|"
        + "--errexit -g|--chgexit -n|--interval= -p|--precise -q|--equexit= -r|--no-rerun -s|--shotsdir= -t|--no-title -w|--no-wrap -x|"
        + "--exec -h|--help -v|--version", RunsWords()));

    /// <summary>parallel of GNU: words behind three colons are its input.</summary>
    public static ToolSpec Parallel => field ?? Keep(ref field, Wrapper("parallel", "-j|--jobs|--max-procs|-P= -k|--keep-order --halt= "
        + "--joblog= --results= --retries= --timeout= --delay= -n|--max-args= -N= -L= -X -m -q|--quote -u|--ungroup --line-buffer|--lb "
        + "--bar --progress --eta --dry-run --will-cite -0|--null -a|--arg-file= -C|--colsep= -d|--delimiter= -I=@replace -S|"
        + "--sshlogin= --tmpdir= --no-notice --verbose -v -r|--no-run-if-empty --xargs --pipe --block= --tag --load= --memfree= --nice= "
        + "--shuf -s= --env= --link --plus --trim= -t",
        RunsWords() with { AddsWords = true, Replaces = "{}", EndsAt = ":::" }));

    /// <summary>flock, whose first operand is the file.</summary>
    public static ToolSpec Flock => field ?? Keep(ref field, Wrapper("flock", "-s|--shared -x|-e|--exclusive -u|--unlock -n|--nb|"
        + "--nonblock -w|--wait|--timeout= -E|--conflict-exit-code= -o|--close -c|--command=@text -F|--no-fork --verbose",
        RunsWords(1)) with
    { RunsText = RunsTextOf("-c") });

    /// <summary>taskset, chrt, numactl, setarch, linux32: the first operand is a mask or a machine.</summary>
    public static ToolSpec Taskset => field ?? Keep(ref field, Wrapper("taskset", "-a|--all-tasks -c|--cpu-list -p|--pid -f|--fifo -r|"
        + "--rr -o|--other -b|--batch -i|--idle -R -v -m -h", RunsWords(1)));

    /// <summary>linux32, linux64, setarch without a machine, arch.</summary>
    public static ToolSpec Setarch => field ?? Keep(ref field, Wrapper("linux32", "-B|--32bit -F -I -L -R|--addr-no-randomize -S -T -X "
        + "-Z -v|--verbose -3|--3gb --4gb -x86_64 -arm64", RunsWords()));

    /// <summary>xvfb-run.</summary>
    public static ToolSpec XvfbRun => field ?? Keep(ref field, Wrapper("xvfb-run", "-a|--auto-servernum|--auto-display -e|--error-file= "
        + "-f|--auth-file= -h|--help -n|--server-num= -l|--listen-tcp -p|--xauth-protocol= -s|--server-args= -w|--wait= -d",
        RunsWords()));

    /// <summary>scl, whose collections stand before the command.</summary>
    public static ToolSpec Scl => field ?? Keep(ref field, new("scl", "-l|--list -b -r")
    {
        Verbs = [Verb("enable|run", "") with { Runs = RunsWords(1) }, Verb("load|unload|list-collections|list-enabled|register|"
        + "deregister", "")]
    });

    /// <summary>eval, whose words are the text of a script.</summary>
    public static ToolSpec Eval => field ?? Keep(ref field, new("eval")
    {
        StopsAtOperand = true,
        IgnoresDoubleDash = true,
        RunsText = new RunsSpec(RunsKind.ShellText),
        ChangesShell = true,
    });

    /// <summary>ccache, sccache, distcc, time-limited and retrying programs that stand before a compiler.</summary>
    public static ToolSpec Ccache => field ?? Keep(ref field, Wrapper("ccache", "-c|--cleanup -C|--clear -F|--max-files= -M|--max-size= "
        + "-s|--show-stats -z|--zero-stats -o|--set-config= -p -V -h --show-stats --start-server --stop-server --max-size=",
        RunsWords()));

    /// <summary>mise and asdf exec, direnv exec.</summary>
    public static ToolSpec Mise => field ?? Keep(ref field, new("mise", "-y|--yes@yes -q|--quiet -v|--verbose -C|--cd=@folder -E|--env= "
        + "-j|--jobs= -f|--force -g|--global --trace --raw -h|--help")
    {
        Verbs =
        [
            Verb("exec=x", "") with { StopsAtOperand = true, Runs = RunsWords() },
            Verb("install=i|use=u|plugins install|plugin install|upgrade", [Installs(PackageKind.Other, PackageSyntax.At).Of(), Fetches,
                Network]) with { Cost = CostClass.Download, Repeats = Repeatability.Moving },
            Verb("trust|settings|settings set|settings add|activate|env|reshim|ls|list|which|where|current|prune|cache clear|run=r|"
                + "version|doctor|sync|set|unset|config|tasks|self-update|link|uninstall", "--all -a --shims"),
        ],
    });

    private static ToolSpec Wrapper(string name, string options, RunsSpec runs) => new(name, options)
    {
        StopsAtOperand = true,
        Runs = runs
    };

    private static ToolSpec Switcher(string name, string options, RunsSpec runs) =>
        Wrapper(name, options, runs) with { SwitchesUser = true };
}
