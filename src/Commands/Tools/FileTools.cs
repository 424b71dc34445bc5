using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>coreutils and findutils that make, change and remove files, as in their manuals.</summary>
public static class FileTools
{
    private const string Backup = "--backup? -b -S|--suffix= -v|--verbose -Z --context? -t|--target-directory=@target -T|"
        + "--no-target-directory --help --version";

    /// <summary>rm.</summary>
    public static ToolSpec Rm => field ?? Keep(ref field, Files("rm", "-f|--force@force -i -I --interactive? --one-file-system "
        + "--no-preserve-root --preserve-root? -r|-R|--recursive@recursive -d|--dir -v|--verbose --help --version",
        new EffectSpec(EffectKind.Deletes).Of()));

    /// <summary>rmdir.</summary>
    public static ToolSpec Rmdir => field ?? Keep(ref field, Files("rmdir", "--ignore-fail-on-non-empty -p|--parents -v|--verbose",
        new EffectSpec(EffectKind.Deletes).Of()));

    /// <summary>cp.</summary>
    public static ToolSpec Cp => field ?? Keep(ref field, Files("cp", Backup + " -a|--archive@recursive --attributes-only "
        + "--copy-contents -d -f|--force@force -i|--interactive -H -l|--link -L|--dereference -n|--no-clobber -P|--no-dereference -p "
        + "--preserve? --no-preserve= --parents -R|-r|--recursive@recursive --reflink? --remove-destination --sparse= "
        + "--strip-trailing-slashes -s|--symbolic-link --update? -u -x|--one-file-system --keep-directory-symlink --debug",
        Reads.Of(OperandRange.ButLast).Without("-t"), Writes.Of(OperandRange.Last).Without("-t"), Reads.Of().With("-t"),
            Writes.From("-t")));

    /// <summary>mv.</summary>
    public static ToolSpec Mv => field ?? Keep(ref field, Files("mv", Backup + " -f|--force@force -i|--interactive -n|--no-clobber "
        + "--strip-trailing-slashes --update? -u --debug --exchange --no-copy",
        new EffectSpec(EffectKind.Deletes).Of(OperandRange.ButLast).Without("-t"), Writes.Of(OperandRange.Last).Without("-t"),
            new EffectSpec(EffectKind.Deletes).Of().With("-t"), Writes.From("-t")));

    /// <summary>ln.</summary>
    public static ToolSpec Ln => field ?? Keep(ref field, Files("ln", Backup + " -d|-F|--directory -f|--force@force -i|--interactive -L|"
        + "--logical -n|--no-dereference -P|--physical -r|--relative -s|--symbolic",
        Writes.Of(OperandRange.Last)));

    /// <summary>mkdir.</summary>
    public static ToolSpec Mkdir =>
        field ?? Keep(ref field, Files("mkdir", "-m|--mode=@mode -p|--parents -v|--verbose -Z --context? --help "
        + "--version", Writes.Of()));

    /// <summary>install.</summary>
    public static ToolSpec Install => field ?? Keep(ref field, Files("install", Backup + " -c -C|--compare -d|--directory -D -g|"
        + "--group= -m|--mode=@mode -o|--owner=@user -p|--preserve-timestamps -s|--strip --strip-program= --preserve-context --debug",
        Reads.Of(OperandRange.ButLast).Without("-d|-t"), Writes.Of(OperandRange.Last).Without("-d|-t"), Writes.Of().With("-d"),
            Reads.Of().With("-t"), Writes.From("-t")));

    /// <summary>touch.</summary>
    public static ToolSpec Touch => field ?? Keep(ref field, Files("touch", "-a -c|--no-create -d|--date= -f -h|--no-dereference -m -r|"
        + "--reference= -t= --time= --help --version", Writes.Of()));

    /// <summary>mkfifo, mknod.</summary>
    public static ToolSpec Mknod =>
        field ?? Keep(ref field, Files("mknod", "-m|--mode=@mode -Z --context?", Writes.Of(OperandRange.First)));

    /// <summary>mktemp.</summary>
    public static ToolSpec Mktemp => field ?? Keep(ref field, Files("mktemp", "-d|--directory -u|--dry-run -q|--quiet --suffix= -p= "
        + "--tmpdir? -t --help --version", Writes.At("/tmp"), Prints));

    /// <summary>truncate, shred.</summary>
    public static ToolSpec Truncate => field ?? Keep(ref field, Files("truncate", "-c|--no-create -o|--io-blocks -r|--reference= -s|"
        + "--size=", Writes.Of()));

    /// <summary>chmod.</summary>
    public static ToolSpec Chmod => field ?? Keep(ref field, new("chmod", "-c|--changes -f|--silent|--quiet -v|--verbose "
        + "--no-preserve-root --preserve-root --reference= -R|--recursive@recursive -h|--no-dereference --dereference -H -L -P -r -w -x "
        + "-X -s -t -u -g -o --help --version")
    {
        Abbreviates = true,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects
        = [new EffectSpec(EffectKind.ChangesMode).Of(OperandRange.ButFirst).Without("--reference|-x|-r|-w|-X|-s|-t"),
        new EffectSpec(EffectKind.ChangesMode).Of().With("--reference|-x|-r|-w|-X|-s|-t")]
    });

    /// <summary>chown and chgrp.</summary>
    public static ToolSpec Chown => field ?? Keep(ref field, new("chown", "-c|--changes -f|--silent|--quiet -v|--verbose --dereference "
        + "-h|--no-dereference --from= --no-preserve-root --preserve-root --reference= -R|--recursive@recursive -H -L -P --help "
        + "--version")
    {
        Abbreviates = true,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects
        = [new EffectSpec(EffectKind.ChangesOwner).Of(OperandRange.ButFirst).Without("--reference"),
        new EffectSpec(EffectKind.ChangesOwner).Of().With("--reference")]
    });

    /// <summary>chgrp, which changes the group alone.</summary>
    public static ToolSpec Chgrp => field ?? Keep(ref field, Chown with { });

    /// <summary>find.</summary>
    public static ToolSpec Find => field ?? Keep(ref field, new("find", """
        -H -L -P -D= -O? -depth -d -maxdepth= -mindepth= -mount -xdev -noleaf -daystart -follow -regextype= -warn -nowarn
        -ignore_readdir_race -amin= -anewer= -atime= -cmin= -cnewer= -ctime= -empty -executable -false -fstype= -gid= -group= -ilname=
        -iname= -inum= -ipath= -iregex= -iwholename= -links=
        -lname= -mmin= -mtime= -name= -newer= -newermt= -neweram= -nogroup -nouser -path= -perm= -readable -regex= -samefile= -size=
        -true -type= -uid= -used= -user= -wholename= -writable -xtype= -context= -delete -print -print0 -printf= -fprint= -fprint0=
        -fprintf== -ls -fls= -prune -quit
        -exec... -execdir... -ok... -okdir... ! ( ) , -not -a -and -o -or -files0-from= --help --version
        """)
    {
        Style = ToolStyle.Words,
        HasBareOptions = true,
        Runs = new RunsSpec(RunsKind.Exec) { Options = ["-exec", "-execdir", "-ok", "-okdir"] },
        Cost = CostClass.Files,
        Effects = [Reads.Of(), Reads.At(".").WithoutOperands(), new EffectSpec(EffectKind.Deletes).Of().With("-delete").Maybe(),
            Prints.Without("-exec|-execdir|-delete|"
            + "-ok|-okdir")],
    });

    /// <summary>dd, whose operands are settings.</summary>
    public static ToolSpec Dd => field ?? Keep(ref field, Files("dd", "--help --version", Writes.WithOperand("of=*"),
        Reads.WithOperand("if=*")));

    /// <summary>setcap and setfacl.</summary>
    public static ToolSpec Setcap => field ?? Keep(ref field, new("setcap", "-q -r -v -n= -f -h")
    {
        Effects
        = [new EffectSpec(EffectKind.ChangesMode).Of(OperandRange.Last)],
        Cost = CostClass.Trivial
    });

    /// <summary>patch.</summary>
    public static ToolSpec Patch => field ?? Keep(ref field, Files("patch", "-p|--strip= -F|--fuzz= -l|--ignore-whitespace -c|--context "
        + "-e|--ed -n|--normal -u|--unified -N|--forward -R|--reverse -i|--input= -o|--output=@output -r|--reject-file= -D|--ifdef= "
        + "--merge? -E|--remove-empty-files -Z|--set-utc -T|--set-time --quoting-style= -b|--backup --backup-if-mismatch "
        + "--no-backup-if-mismatch -V|--version-control= -B|--prefix= -Y|--basename-prefix= -z|--suffix= -g|--get= -t|--batch -f|"
        + "--force -s|--quiet|--silent --verbose --dry-run --posix -d|--directory=@folder --reject-format= --binary --read-only= -v|"
        + "--version --follow-symlinks",
        Reads.From("-i"), Writes.Of(OperandRange.First)));

    /// <summary>strip, objcopy.</summary>
    public static ToolSpec Strip => field ?? Keep(ref field, Files("strip", "-F|--target= -I|--input-target= -O|--output-target= -K|"
        + "--keep-symbol= -N|--strip-symbol= -o=@output -p|--preserve-dates -R|--remove-section= -s|--strip-all -g|-S|-d|--strip-debug "
        + "--strip-dwo -w|--wildcard -x|--discard-all -X|--discard-locals -v|--verbose --strip-unneeded --only-keep-debug "
        + "--keep-file-symbols --add-gnu-debuglink= --compress-debug-sections?", Writes.Of()));

    private static ToolSpec Files(string name, string options, params System.Collections.Immutable.ImmutableArray<EffectSpec> effects) =>
        new(name, options) { Abbreviates = true, Cost = CostClass.Files, Repeats = Repeatability.Same, Effects = effects };
}
