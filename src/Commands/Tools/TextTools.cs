using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Commands that print, and filters: echo, cat, tee, sed, awk, grep and so on, as in POSIX and GNU's manuals.</summary>
public static class TextTools
{
    /// <summary>echo: all words are text but a few letters in front.</summary>
    public static ToolSpec Echo => field ?? Keep(ref field, new("echo", "-n -e -E -ne -en -nE -En")
    {
        Style = ToolStyle.Words,
        UnknownIsOperand = true,
        StopsAtOperand = true,
        IgnoresDoubleDash = true,
        PassesText = true,
        Effects = [Prints],
        Cost = CostClass.Trivial,
        HasAllEffects = true,
        Repeats = Repeatability.Same
    });

    /// <summary>printf.</summary>
    public static ToolSpec Printf => field ?? Keep(ref field, new("printf", "-v=")
    {
        UnknownIsOperand = true,
        StopsAtOperand = true,
        PassesText = true,
        Effects = [Prints],
        Cost = CostClass.Trivial,
        HasAllEffects = true,
        Repeats = Repeatability.Same
    });

    /// <summary>yes.</summary>
    public static ToolSpec Yes => field ?? Keep(ref field, Passing("yes", "", Prints));

    /// <summary>cat.</summary>
    public static ToolSpec Cat => field ?? Keep(ref field, Filter("cat", "-A|--show-all -b|--number-nonblank -e -E|--show-ends -n|"
        + "--number -s|--squeeze-blank -t -T|--show-tabs -u -v|--show-nonprinting", Reads.Of(), Prints));

    /// <summary>tee.</summary>
    public static ToolSpec Tee => field ?? Keep(ref field, Filter("tee", "-a|--append -i|--ignore-interrupts -p --output-error?",
        Writes.Of(), Prints));

    /// <summary>sed, whose script may write files and run commands.</summary>
    public static ToolSpec Sed => field ?? Keep(ref field, Passing("sed", "-n|--quiet|--silent --debug -e|--expression=@text -f|--file= "
        + "--follow-symlinks -i|--in-place? -l|--line-length= --posix -E|-r|--regexp-extended -s|--separate --sandbox -u|--unbuffered "
        + "-z|--null-data",
        Writes.Of(OperandRange.ButFirst).With("-i").Without("-e|-f"), Writes.Of().With("-i").And("-e|-f"),
            Reads.Of(OperandRange.ButFirst).Without("-e|-f|-i"), Reads.Of().With("-e|-f").Without("-i"), Prints.Without("-i")) with
    { HasAllEffects = false });

    /// <summary>awk, whose script may write files and run commands.</summary>
    public static ToolSpec Awk => field ?? Keep(ref field, Passing("awk", "-f|--file= -F|--field-separator= -v|--assign= -b|"
        + "--characters-as-bytes -c|--traditional -C -d? -D? -e|--source=@text -E|--exec= -g -h -i|--include= -l|--load= -L? -M -n -N "
        + "-o? -O -p? -P|--posix -r|--re-interval -s -S|--sandbox -t -V|--version -W=", Reads.Of(OperandRange.ButFirst).Without("-f"),
        Prints) with
    { StopsAtOperand = true, TakesCode = true, HasAllEffects = false, Repeats = Repeatability.Unknown });

    /// <summary>grep and its kind.</summary>
    public static ToolSpec Grep => field ?? Keep(ref field, Filter("grep", """
        -E|--extended-regexp -F|--fixed-strings -G|--basic-regexp -P|--perl-regexp -e|--regexp=@text -f|--file= -i|-y|--ignore-case
        --no-ignore-case -w|--word-regexp -x|--line-regexp -z|--null-data -s|--no-messages -v|--invert-match -V|--version -m|--max-count=
        -b|--byte-offset -n|--line-number --line-buffered -H|--with-filename
        -h|--no-filename --label= -o|--only-matching -q|--quiet|--silent@quiet --binary-files= -a|--text -I -d|--directories=
        -D|--devices= -r|--recursive@recursive -R|--dereference-recursive --include= --exclude= --exclude-from= --exclude-dir=
        -L|--files-without-match -l|--files-with-matches -c|--count -T|--initial-tab -Z|--null -B|--before-context= -A|--after-context=
        -C|--context= --group-separator= --no-group-separator --color? --colour? -U|--binary
        """, Tests, Prints.Without("-q"), Reads.Of(OperandRange.ButFirst).Without("-e|-f"), Reads.Of().With("-e|-f"))
        with
    { HasNumberOption = true });

    /// <summary>head and tail.</summary>
    public static ToolSpec Head => field ?? Keep(ref field, Passing("head", "-c|--bytes= -n|--lines= -q|--quiet|--silent -v|--verbose -z|"
        + "--zero-terminated", Reads.Of(), Prints) with
    { HasNumberOption = true });

    /// <summary>tail.</summary>
    public static ToolSpec Tail => field ?? Keep(ref field, Passing("tail", "-c|--bytes= -f --follow? -F -n|--lines= "
        + "--max-unchanged-stats= --pid= -q|--quiet|--silent --retry -s|--sleep-interval= -v|--verbose -z|--zero-terminated",
        Reads.Of(), Prints) with
    { HasNumberOption = true });

    /// <summary>sort.</summary>
    public static ToolSpec Sort => field ?? Keep(ref field, Passing("sort", "-b|--ignore-leading-blanks -d|--dictionary-order -f|"
        + "--ignore-case -g|--general-numeric-sort -i|--ignore-nonprinting -M|--month-sort -h|--human-numeric-sort -n|--numeric-sort -R|"
        + "--random-sort --random-source= -r|--reverse --sort= -V|--version-sort --batch-size= -c --check? -C --compress-program= "
        + "--debug --files0-from= -k|--key= -m|--merge -o|--output=@output -s|--stable -S|--buffer-size= -t|--field-separator= -T|"
        + "--temporary-directory= --parallel= -u|--unique -z|--zero-terminated", Reads.Of(), Writes.From("-o"), Prints));

    /// <summary>cut.</summary>
    public static ToolSpec Cut => field ?? Keep(ref field, Passing("cut", "-b|--bytes= -c|--characters= -d|--delimiter= -f|--fields= -n "
        + "--complement -s|--only-delimited --output-delimiter= -z|--zero-terminated", Reads.Of(), Prints));

    /// <summary>tr.</summary>
    public static ToolSpec Tr => field ?? Keep(ref field, Passing("tr", "-c|-C|--complement -d|--delete -s|--squeeze-repeats -t|"
        + "--truncate-set1", Prints) with
    { StopsAtOperand = true });

    /// <summary>wc.</summary>
    public static ToolSpec Wc => field ?? Keep(ref field, Passing("wc", "-c|--bytes -m|--chars -l|--lines -L|--max-line-length -w|"
        + "--words --files0-from= --total=", Reads.Of(), Prints));

    /// <summary>uniq.</summary>
    public static ToolSpec Uniq => field ?? Keep(ref field, Passing("uniq", "-c|--count -d|--repeated -D --all-repeated? -f|"
        + "--skip-fields= --group? -i|--ignore-case -s|--skip-chars= -u|--unique -z|--zero-terminated -w|--check-chars=",
        Reads.Of(OperandRange.First), Writes.Of(OperandRange.Second), Prints));

    /// <summary>xxd, which writes to its second operand.</summary>
    public static ToolSpec Xxd => field ?? Keep(ref field, Filter("xxd", "-a|-autoskip -b|-bits -c|-cols= -C -d -e -E -g= -h -i -l|"
        + "-len= -n= -o= -p|-ps|-plain -r|-revert -R= -s|-seek= -u -v", Reads.Of(OperandRange.First), Writes.Of(OperandRange.Second),
        Prints) with
    { Style = ToolStyle.Words, Abbreviates = false });

    /// <summary>split and csplit, which write pieces into the folder.</summary>
    public static ToolSpec Split => field ?? Keep(ref field, Filter("split", "-a|--suffix-length= --additional-suffix= -b|--bytes= -C|"
        + "--line-bytes= -d --numeric-suffixes? -x --hex-suffixes? -e|--elide-empty-files --filter= -l|--lines= -n|--number|--digits= "
        + "-t|--separator= -u|--unbuffered --verbose -f|--prefix= -k|--keep-files -q|-s|--quiet|--silent -z",
        Reads.Of(OperandRange.First), Writes.At(".")));

    /// <summary>dos2unix and unix2dos, which change the files they are given.</summary>
    public static ToolSpec Dos2Unix => field ?? Keep(ref field, Filter("dos2unix", "-f|--force -k|--keepdate -q|--quiet -o|--oldfile -n|"
        + "--newfile -b|--keep-bom -m|--add-bom -r|--remove-bom -s|--safe -l|--newline -c|--convmode= -i? --info? -ascii -iso -7 -u|"
        + "--keep-utf16 -F|--follow-symlink -R|--replace-symlink -S|--skip-symlink -O|--to-stdout -v|--verbose -D|--display-enc= -e|"
        + "--add-eol", Writes.Of()));

    /// <summary>shuf and ldd: what they print depends on more than their words and the files these name.</summary>
    public static ToolSpec Shuf => field ?? Keep(ref field, Filter("shuf", "-e|--echo -i|--input-range= -n|--head-count= -o|"
        + "--output=@output --random-source= -r|--repeat|--function-relocs -z|--zero-terminated -d|--data-relocs -u|--unused -v|"
        + "--verbose", Reads.Of(), Writes.From("-o"), Prints) with
    { Repeats = Repeatability.Unknown });

    /// <summary>
    /// Filters without a table of their own: tac, rev, nl, fold, comm, paste, join, column, less, more, strings, od, hexdump, iconv
    /// and so on.
    /// </summary>
    public static ToolSpec OtherFilter => field ?? Keep(ref field, Filter("filter", "-n -f -e -m -q -z -a -b -c -d= -s= -w= -t= -l -v "
        + "-r -u -i -p -1 -2 -3 -x -k= -o|--output=", Reads.Of(), Writes.From("-o"), Prints));

    /// <summary>tac, rev, nl, fold and paste, which pass every line on.</summary>
    public static ToolSpec LineFilter => field ?? Keep(ref field, OtherFilter with { PassesText = true });

    /// <summary>basename and dirname.</summary>
    public static ToolSpec Basename => field ?? Keep(ref field, Filter("basename", "-a|--multiple -s|--suffix= -z|--zero", Prints));

    /// <summary>readlink and realpath.</summary>
    public static ToolSpec Readlink => field ?? Keep(ref field, Filter("readlink", "-f|--canonicalize -e|--canonicalize-existing -m|"
        + "--canonicalize-missing -n|--no-newline -q|--quiet|--silent -s|--strip|--no-symlinks -v|--verbose -z|--zero -L|--logical -P|"
        + "--physical --relative-to= --relative-base=", Prints) with
    { Repeats = Repeatability.Unknown });

    /// <summary>base64 and base32.</summary>
    public static ToolSpec Base64 => field ?? Keep(ref field, Filter("base64", "-d|-D|--decode -i|--ignore-garbage -w|--wrap=",
        Reads.Of(), Prints));

    /// <summary>sha256sum and its kind.</summary>
    public static ToolSpec Checksum => field ?? Keep(ref field, Filter("sha256sum", "-b|--binary -c|--check@hashes --tag -t|--text -z|"
        + "--zero --ignore-missing --quiet --status --strict -w|--warn -a|--algorithm= -s -l|--length= -p|--portable",
        Checks.Of().With("-c"), Checks.With("-c").WithoutOperands(), Reads.Of(), Prints.Without("-c")));

    /// <summary>seq.</summary>
    public static ToolSpec Seq => field ?? Keep(ref field, Filter("seq", "-f|--format= -s|--separator= -w|--equal-width", Prints)
        with
    { HasNumberOption = true });

    /// <summary>ls.</summary>
    public static ToolSpec Ls => field ?? Keep(ref field, Filter("ls", "-a|--all -A|--almost-all --author -b|--escape --block-size= -B "
        + "-c -C --color? -d|--directory -D -f -F --classify? --file-type --format= --full-time -g --group-directories-first -G|"
        + "--no-group -h|--human-readable --si -H --hide= --hyperlink? --indicator-style= -i|--inode -I|--ignore= -k -l -L -m -n -N -o "
        + "-p -q -Q --quoting-style= -r|--reverse -R|--recursive -s|--size -S --sort= --time= --time-style= -t -T|--tabsize= -u -U -v "
        + "-w|--width= -x -X -Z -1", Reads.Of(),
        Reads.At(".").WithoutOperands(), Prints) with
    { Repeats = Repeatability.Unknown });

    /// <summary>stat, du, df, file.</summary>
    public static ToolSpec Stat => field ?? Keep(ref field, Filter("stat", "-L|--dereference -f|--file-system --cached= -c|--format= "
        + "--printf= -t|--terse", Reads.Of(), Prints) with
    { Repeats = Repeatability.Unknown });

    /// <summary>du and df.</summary>
    public static ToolSpec Du => field ?? Keep(ref field, Filter("du", "-0|--null -a|--all --apparent-size -B|--block-size= -b|--bytes "
        + "-c|--total -D -d|--max-depth= --files0-from= -H -h|--human-readable --inodes -k -L -l -m -P -S --si -s|--summarize -t|"
        + "--threshold= --time? -X|--exclude-from= --exclude= -x|--one-file-system -i -T -l --output? --total", Reads.Of(),
        Reads.At(".").WithoutOperands(), Prints) with
    { Repeats = Repeatability.Unknown });

    /// <summary>file.</summary>
    public static ToolSpec FileType => field ?? Keep(ref field, Filter("file", "-b|--brief -C|--compile -c|--checking-printout -E -e|"
        + "--exclude= -F|--separator= -f|--files-from= -h -i|--mime --mime-type --mime-encoding -k|--keep-going -L|--dereference -l|"
        + "--list -m|--magic-file= -N|--no-pad -n -P= -p -r|--raw -s|--special-files -z -Z -0", Reads.Of(), Writes.At("magic.mgc")
            .With("-C"), Prints));

    /// <summary>date.</summary>
    public static ToolSpec Date => field ?? Keep(ref field, Filter("date", "-d|--date= --debug -f|--file= -I? --iso-8601? --resolution "
        + "-R|--rfc-email|--rfc-2822|--rfc-822 --rfc-3339= -r|--reference= -s|--set= -u|--utc|--universal", Prints)
        with
    { Repeats = Repeatability.Moving, HasPlusOptions = false });

    /// <summary>diff and cmp.</summary>
    public static ToolSpec Diff => field ?? Keep(ref field, Filter("diff", "-q|--brief -s -c -C= --context? -u -U= --unified? -e -n -y "
        + "-W= -p -F= --label= -t -T --tabsize= -l -r|--recursive --no-dereference -N|--new-file -x|--exclude= -X|--exclude-from= -S= "
        + "--from-file= --to-file= -i|--ignore-case -E -Z -b -w|--ignore-all-space -B|--ignore-blank-lines -I= -a --strip-trailing-cr "
        + "-D= -d --color? -L=", Tests, Reads.Of(), Prints));

    /// <summary>jq.</summary>
    public static ToolSpec Jq => field ?? Keep(ref field, Filter("jq", "-n|--null-input -R|--raw-input -s|--slurp -c|--compact-output "
        + "-r|--raw-output --raw-output0 -j|--join-output -a|--ascii-output -S|--sort-keys -C|--color-output -M|--monochrome-output "
        + "--tab --indent= --unbuffered --stream --stream-errors --seq -f|--from-file= -L= --arg== --argjson== --slurpfile== "
        + "--rawfile== --args... --jsonargs... -e|--exit-status -h|--help -V|--version",
        Reads.Of(OperandRange.ButFirst), Prints) with
    { TakesCode = true, Repeats = Repeatability.Unknown });

    /// <summary>yq, xmlstarlet, envsubst, gettext.</summary>
    public static ToolSpec Yq => field ?? Keep(ref field, Filter("yq", "-i|--inplace|--in-place -r|--unwrapScalar|--raw-output -o|"
        + "--output-format= -p|--input-format= -P|--prettyPrint -n|--null-input -e|--exit-status -s|--split-exp= -I|--indent= -j|"
        + "--tojson -y|--yaml-output -N|--no-doc -C|--colors -M|--no-colors --arg== -c -S -M", Reads.Of(OperandRange.ButFirst),
        Writes.Of(OperandRange.ButFirst).With("-i"), Prints.Without("-i")));

    /// <summary>envsubst.</summary>
    public static ToolSpec Envsubst => field ?? Keep(ref field, Filter("envsubst", "-v|--variables -V|--version -h|--help", Prints) with
    { TakesCode = true, Repeats = Repeatability.Unknown });

    /// <summary>perl.</summary>
    public static ToolSpec Perl => field ?? Keep(ref field, new("perl", "-0? -a -C? -c -d? -D? -e=@text -E=@text -f -F? -i? -I= -l? -m? "
        + "-M? -n -p -s -S -t -T -u -U -v -V? -w -W -x? -X")
    {
        HasNumberedNames = true,
        StopsAtOperand = true,
        TakesCode = true,
        Effects
        = [RunsScript.From("-e|-E"), RunsScript.Of(OperandRange.First).Without("-e|-E"), Writes.Of().With("-i")]
    });

    private static ToolSpec Passing(string name, string options, params System.Collections.Immutable.ImmutableArray<EffectSpec> effects) =>
        Filter(name, options, effects) with { PassesText = true };

    private static ToolSpec Filter(string name, string options, params System.Collections.Immutable.ImmutableArray<EffectSpec> effects) =>
        new(name, options + " --help --version")
        {
            Abbreviates = true,
            HasAllEffects = true,
            Cost = CostClass.Trivial,
            Repeats = Repeatability.Same,
            Effects = effects
        };
}
