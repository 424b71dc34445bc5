using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>tar(1), gzip(1), xz(1), bzip2(1), unzip(1), 7z and cpio.</summary>
public static class ArchiveTools
{
    /// <summary>tar, also bsdtar.</summary>
    public static ToolSpec Tar => field ?? Keep(ref field, new("tar", """
        -A|--catenate|--concatenate -c|--create --delete -d|--diff|--compare -r|--append --test-label -t|--list -u|--update
        -x|--extract|--get --check-device -g|--listed-incremental= -G|--incremental --hole-detection= --ignore-failed-read --level=
        --no-check-device --no-seek -n|--seek --occurrence? -S|--sparse --sparse-version= --add-file= -C|--directory=@target
        --exclude= --exclude-backups --exclude-caches --exclude-caches-all --exclude-caches-under --exclude-ignore=
        --exclude-ignore-recursive= --exclude-tag= --exclude-tag-all= --exclude-tag-under= --exclude-vcs --exclude-vcs-ignores --no-null
        --no-recursion --no-unquote --null --recursion -T|--files-from= --unquote --verbatim-files-from -X|--exclude-from= --anchored
        --ignore-case --no-anchored
        --no-ignore-case --no-wildcards --no-wildcards-match-slash --wildcards --wildcards-match-slash --keep-directory-symlink
        --keep-newer-files -k|--keep-old-files --no-overwrite-dir --one-top-level? --overwrite --overwrite-dir --recursive-unlink
        --remove-files --skip-old-files -U|--unlink-first -W|--verify --ignore-command-error --no-ignore-command-error -O|--to-stdout
        --to-command= --atime-preserve? --clamp-mtime
        --delay-directory-restore --group= --group-map= --mode= --mtime= -m|--touch --no-delay-directory-restore --no-same-owner
        --no-same-permissions --numeric-owner --owner= --owner-map= -p|--preserve-permissions|--same-permissions --same-owner --sort=
        -s|--preserve-order|--same-order --acls --no-acls --no-selinux --no-xattrs --selinux --xattrs --xattrs-exclude= --xattrs-include=
        --force-local -f|--file= -F|--info-script|--new-volume-script= -L|--tape-length= -M|--multi-volume --rmt-command= --rsh-command=
        --volno-file= -b|--blocking-factor= -B|--read-full-records -i|--ignore-zeros --record-size= -H|--format=
        --old-archive|--portability --pax-option= --posix -V|--label= -a|--auto-compress -I|--use-compress-program= -j|--bzip2 -J|--xz
        --lzip --lzma --lzop --no-auto-compress --zstd
        -z|--gzip|--gunzip|--ungzip -Z|--compress|--uncompress --backup? --hard-dereference -h|--dereference -K|--starting-file=
        --newer-mtime= -N|--newer|--after-date= --one-file-system -P|--absolute-names --suffix= --strip-components|--strip=
        --transform|--xform= --checkpoint? --checkpoint-action= --full-time --index-file= -l|--check-links --no-quote-chars=
        --quote-chars= --quoting-style= -R|--block-number --show-defaults
        --show-omitted-dirs --show-snapshot-field-ranges --show-transformed-names|--show-stored-names --totals? --utc -v|--verbose
        -w|--interactive|--confirmation -o --restrict --warning= -?|--help --usage --version
        """)
    {
        Abbreviates = true,
        HasBareCluster = true,
        HasOptionVerbs = true,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Verbs =
        [
            Verb("-x", [Unpacks, Reads.From("-f"), Writes.From("-C"), Writes.At(".").Without("-C|-O")]),
            Verb("-c|-r|-u|-A|--delete", [Reads.Of(), Writes.From("-f")]),
            Verb("-t|-d|--test-label", [Reads.From("-f"), Prints]),
        ],
    });

    /// <summary>unzip.</summary>
    public static ToolSpec Unzip => field ?? Keep(ref field, new("unzip", "-p -f -u -v -x+ -l -t -z -d=@target -n -o@force -j -aa -a -U "
        + "-UU -C -X -V -K -M -q@quiet -qq@quiet -T -h -hh -L -LL -P=@secret -B -D -O= -I= -W -:")
    {
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects = [Unpacks.Without("-l|-t|-z|-v"), Reads.Of(OperandRange.First), Writes.From("-d").Without("-l|-t|"
        + "-p|-z|-v"), Writes.At(".").Without("-d|-l|-t|-p|-z|-v"), Asks.Without("-o|-n|-l|-t|-p|-z|-v|-f").Maybe()]
    });

    /// <summary>zip.</summary>
    public static ToolSpec Zip => field ?? Keep(ref field, new("zip", "-f -d -r@recursive -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -q -c -m -l -ll "
        + "-u -v -j -z -x+ -i+ -F -FF -D -T -A -J -X -@ -n= -b= -t= -tt= -y -e -P=@secret -o -s= -R -h -h2 -UN= -Z= -dd -db -FS")
    { Cost = CostClass.Files, Effects = [Writes.Of(OperandRange.First), Reads.Of(OperandRange.ButFirst)] });

    /// <summary>gzip, gunzip, zcat, pigz.</summary>
    public static ToolSpec Gzip => field ?? Keep(ref field, new("gzip", "-a|--ascii -c|--stdout|--to-stdout -d|--decompress|"
        + "--uncompress -f|--force@force -h|--help -k|--keep -l|--list -L|--license -n|--no-name -N|--name -q|--quiet -r|"
        + "--recursive@recursive --rsyncable -S|--suffix= --synchronous -t|--test -v|--verbose -V|--version -1|--fast -2 -3 -4 -5 -6 -7 "
        + "-8 -9|--best -p|--processes= -i -b|--blocksize= -z -K -R|--rsyncable -m -M -11|--zopfli")
    {
        Abbreviates = true,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects = [Unpacks.Maybe(), Reads.Of(), Writes.Of().Without("-c|-t|-l"),
        new EffectSpec(EffectKind.Deletes).Of().Without("-c|-t|-l|-k")]
    });

    /// <summary>xz, unxz, lzma.</summary>
    public static ToolSpec Xz => field ?? Keep(ref field, new("xz", "-z|--compress -d|--decompress|--uncompress -t|--test -l|--list -k|"
        + "--keep -f|--force@force -c|--stdout|--to-stdout --single-stream --no-sparse -S|--suffix= --files? --files0? -F|--format= -C|"
        + "--check= --ignore-check -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -e|--extreme -T|--threads= --block-size= --block-list= "
        + "--flush-timeout= -M|--memlimit|--memory= --memlimit-compress= --memlimit-decompress= --no-adjust --lzma1? --lzma2? --x86? "
        + "--arm64? --delta? -q|--quiet -v|--verbose -Q|--no-warn --robot --info-memory -h|--help -H|--long-help -V|--version")
    {
        Abbreviates = true,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects = [Unpacks.Maybe(), Reads.Of(), Writes.Of().Without("-c|-t|-l"),
        new EffectSpec(EffectKind.Deletes).Of().Without("-c|-t|-l|-k")]
    });

    /// <summary>bzip2, bunzip2, zstd, lz4.</summary>
    public static ToolSpec Bzip2 => field ?? Keep(ref field, new("bzip2", "-h|--help -d|--decompress -z|--compress -k|--keep -f|"
        + "--force@force -t|--test -c|--stdout -q|--quiet -v|--verbose -L|--license -V|--version -s|--small -1|--fast -2 -3 -4 -5 -6 -7 "
        + "-8 -9|--best")
    {
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects = [Unpacks.Maybe(), Reads.Of(), Writes.Of().Without("-c|-t"),
        new EffectSpec(EffectKind.Deletes).Of().Without("-c|-t|-k")]
    });

    /// <summary>zstd.</summary>
    public static ToolSpec Zstd => field ?? Keep(ref field, new("zstd", "-1 -2 -3 -4 -5 -6 -7 -8 -9 -10 -19 -22 -d|--decompress|"
        + "--uncompress -k|--keep -f|--force@force -o=@output -D= -c|--stdout -T= -t|--test -l|--list -q|--quiet -v|--verbose -V|"
        + "--version -z|--compress --rm --ultra --long? --fast? --adapt? --no-check --threads= -M= -r --output-dir-flat= --format= -h|"
        + "--help")
    {
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Effects = [Unpacks.Maybe(), Reads.Of(), Writes.From("-o"), new EffectSpec(EffectKind.Deletes).Of().With("--rm")]
    });

    /// <summary>7z, 7za, 7zr, p7zip.</summary>
    public static ToolSpec SevenZip => field ?? Keep(ref field, new("7z", "-o?@target -p?@secret -y@yes -aoa -aos -aou -aot -bd -bb? "
        + "-bso? -bse? -bsp? -i? -x? -m? -mx? -r? -r -t? -v? -w? -slt -so -si -spf -ssc -stl -sfx? -scs? -sns? -snl -snh -ai? -an -ax? "
        + "-u? -sdel")
    {
        Style = ToolStyle.Words,
        Cost = CostClass.Files,
        Repeats = Repeatability.Same,
        Verbs = [Verb(
            "x|e", [Unpacks, Reads.Of(OperandRange.First), Writes.From("-o"), Writes.At(".").Without("-o"), Asks.Without("-y|-aoa|-aos|"
            + "-aou|-aot").Maybe()]), Verb("a|u|d|rn", [Writes.Of(OperandRange.First), Reads.Of(OperandRange.ButFirst)]), Verb("l|t|h|i|"
            + "b", [Prints])],
    });

    /// <summary>cpio.</summary>
    public static ToolSpec Cpio => field ?? Keep(ref field, new("cpio", "-i|--extract -o|--create -p|--pass-through -t|--list -d|"
        + "--make-directories -m|--preserve-modification-time -u|--unconditional -v|--verbose -V|--dot -0|--null -A|--append -B -C|"
        + "--io-size= -D|--directory=@folder -E|--pattern-file= -F|--file= -I= -O=@output -H|--format= -M|--message= -R|--owner= -a -b "
        + "-c -f -k -l|--link -L -n -r -s -S --quiet --no-absolute-filenames --no-preserve-owner --sparse --only-verify-crc "
        + "--rsh-command= --reproducible")
    { Abbreviates = true, Cost = CostClass.Files, Effects = [Unpacks.With("-i"), Writes.At(".").With("-i|-p")] });

    /// <summary>ar, whose first word is letters.</summary>
    public static ToolSpec Ar => field ?? Keep(ref field, new("ar", "-d -m -p -q -r -s -t -x -a -b -c -D -f -i -I -l= -N -o -O -P -S -T "
        + "-u -U -v -V --plugin= --target= --output= --thin -M -h")
    {
        HasBareCluster = true,
        Cost = CostClass.Files,
        Effects
        = [Reads.Of(OperandRange.First).With("-x|-p|-t"), Writes.Of(OperandRange.First).With("-r|-q|-d")]
    });
}
