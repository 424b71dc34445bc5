using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Users and groups: useradd(8), adduser(8) of Debian and of BusyBox, and what changes them.</summary>
public static class UserTools
{
    /// <summary>useradd.</summary>
    public static ToolSpec Useradd => field ?? Keep(ref field, new("useradd", "--badname|--badnames -b|--base-dir= "
        + "--btrfs-subvolume-home -c|--comment= -d|--home-dir|--home= -D|--defaults -e|--expiredate= -f|--inactive= -F|"
        + "--add-subids-for-system -g|--gid= -G|--groups= -h|--help -k|--skel= -K|--key= -l|--no-log-init -m|--create-home -M|"
        + "--no-create-home -N|--no-user-group -o|--non-unique -p|--password=@secret -r|--system@system -R|--root= -P|--prefix= "
            + "-s|--shell=@shell -u|"
        + "--uid= -U|--user-group -Z|--selinux-user= --selinux-range= --extrausers")
    { Abbreviates = true, Effects = [CreatesUser.Of(OperandRange.Last)], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>
    /// adduser and addgroup, of Debian's Perl scripts and of BusyBox: the same letter takes a value in both or in neither.
    /// </summary>
    public static ToolSpec Adduser => field ?? Keep(ref field, new("adduser", """
        -h|--home= -g|--gecos|--comment= -s|--shell=@shell -G|--ingroup= -S|--system@system -D|--disabled-password -H|--no-create-home -u|--uid=
        -k|--skel= --gid= --group --disabled-login -c|--conf= --add_extra_groups --add-extra-groups --allow-all-names
        --force-badname|--allow-badname --allow-bad-names --firstuid= --lastuid= --firstgid= --lastgid= --quiet|-q@quiet --debug
        --encrypt-home --stdoutmsglevel= --stderrmsglevel= --logmsglevel= --home-dir= --groups= -m -M -r -d= -U -N -l -p= -e= -f= -o
        --no-user-group --user-group --create-home -b= -v|--verbose
        """)
    {
        Effects = [CreatesUser.Of(OperandRange.First).Without("--group"), CreatesUser.Of(OperandRange.First).With("-S").And("--group"),
        CreatesGroup.Of(OperandRange.First).With("--group"), Asks.Without("-D|--disabled-login|-S|--quiet").Maybe()],
        Cost = CostClass.Trivial,
        Repeats = Repeatability.Same
    });

    /// <summary>addgroup.</summary>
    public static ToolSpec Addgroup => field ?? Keep(ref field, new("addgroup", "-g|--gid= -S|--system -c|--conf= --force-badname|"
        + "--allow-badname --allow-bad-names --quiet|-q@quiet --debug --firstgid= --lastgid= --group --add_extra_groups")
    { Effects = [CreatesGroup.Of(OperandRange.Last)], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>groupadd.</summary>
    public static ToolSpec Groupadd => field ?? Keep(ref field, new("groupadd", "-f|--force@force -g|--gid= -h|--help -K|--key= -o|"
        + "--non-unique -p|--password=@secret -r|--system -R|--root= -P|--prefix= -U|--users= --extrausers")
    { Abbreviates = true, Effects = [CreatesGroup.Of(OperandRange.Last)], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>usermod.</summary>
    public static ToolSpec Usermod => field ?? Keep(ref field, new("usermod", "-a|--append -b|--badname|--badnames -c|--comment= -d|"
        + "--home= -e|--expiredate= -f|--inactive= -g|--gid= -G|--groups= -h|--help -l|--login= -L|--lock -m|--move-home -o|"
        + "--non-unique -p|--password=@secret -P|--prefix= -r|--remove -R|--root= -s|--shell= -u|--uid= -U|--unlock -v|--add-subuids= "
        + "-V|--del-subuids= -w|--add-subgids= -W|--del-subgids= -Z|--selinux-user=")
    { Abbreviates = true, Effects = [ChangesUser.Of(OperandRange.Last)], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>groupmod, userdel, groupdel, deluser, delgroup, gpasswd, passwd, chpasswd, chage, chsh.</summary>
    public static ToolSpec Groupmod => field ?? Keep(ref field, new("groupmod", "-a|--append -g|--gid= -h|--help -n|--new-name= -o|"
        + "--non-unique -p|--password=@secret -R|--root= -P|--prefix= -U|--users=")
    { Abbreviates = true, Effects = [ChangesUser.Of(OperandRange.Last)], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>userdel, groupdel, deluser and delgroup.</summary>
    public static ToolSpec Userdel => field ?? Keep(ref field, new("userdel", "-f|--force@force -h|--help -r|--remove -R|--root= -P|"
        + "--prefix= -Z --remove-home --remove-all-files --backup --backup-to= --system --only-if-empty --group --quiet --conf=")
    { Effects = [ChangesUser.Of()], Cost = CostClass.Trivial, Repeats = Repeatability.Same });

    /// <summary>gpasswd.</summary>
    public static ToolSpec Gpasswd => field ?? Keep(ref field, new("gpasswd", "-a|--add= -d|--delete= -h|--help -Q|--root= -r|"
        + "--remove-password -R|--restrict -M|--members= -A|--administrators=")
    {
        Effects = [ChangesUser.Of()],
        Cost = CostClass.Trivial
    });

    /// <summary>passwd.</summary>
    public static ToolSpec Passwd => field ?? Keep(ref field, new("passwd", "-a|--all -d|--delete -e|--expire -h|--help -k|"
        + "--keep-tokens -i|--inactive= -l|--lock -n|--mindays= -q|--quiet -r|--repository= -R|--root= -S|--status -u|--unlock -w|"
        + "--warndays= -x|--maxdays= --stdin -f|--force")
    { Effects = [ChangesUser.Of(), Asks.Without("-d|-l|-u|-e|-S|--stdin").Maybe()], Cost = CostClass.Trivial });

    /// <summary>chpasswd.</summary>
    public static ToolSpec Chpasswd => field ?? Keep(ref field, new("chpasswd", "-c|--crypt-method= -e|--encrypted -h|--help -m|--md5 "
        + "-R|--root= -P|--prefix= -s|--sha-rounds=")
    { Effects = [ChangesUser], Cost = CostClass.Trivial });

    /// <summary>chsh.</summary>
    public static ToolSpec Chsh => field ?? Keep(ref field, new("chsh", "-s|--shell= -h|--help -R|--root= -l|--list-shells "
        + "-v")
    { Effects = [ChangesUser.Of()], Cost = CostClass.Trivial });

    /// <summary>id, whoami, groups, getent, hostname, uname, arch, nproc, tty, locale: they tell something of the machine.</summary>
    public static ToolSpec Tells => field ?? Keep(ref field, new("id", "-a -u -g -G -n -r -z -s -m -p -i -o -v -f -I -d -A --user "
        + "--group --groups --name --real --all --ignore= -h --help --version --kernel-name --machine --nodename -c -q --short "
        + "--codename -sc -cs -is -rs -k")
    { HasAllEffects = true, Effects = [Prints], Cost = CostClass.Trivial });
}
