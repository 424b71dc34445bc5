using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Shells, and the commands that are part of them.</summary>
public static class ShellTools
{
    /// <summary>sh, bash, dash, ash, ksh, zsh: with -c the first operand is a script, else it is the file of one.</summary>
    public static ToolSpec Sh => field ?? Keep(ref field, new("sh", """
        -a -b -c -e -f -h -i -k -l|--login -m -n -p -r|--restricted -s -t -u -v|--verbose -x -B -C -D -E -H -I -L -P -T -V -q -o= -O= +a
        +b +e +f +h +i +k +m +n +p +u +v +x +B +C +E +H +P +T +o= +O= --debugger --dump-strings --help --init-file= --rcfile= --noediting
        --noprofile --norc --posix --version --pretty-print --wordexp
        """)
    {
        StopsAtOperand = true,
        HasPlusOptions = true,
        Runs = new RunsSpec(RunsKind.Words)
        {
            Unless = ["-c", "-s"],
            Only = ["gradlew", "mvnw", "configure", "Configure", "composer.phar", "composer", "autogen.sh", "bootstrap", "bootstrap.sh",
                "rustup-init", "rustup-init.sh", "buildconf"],
        },
        RunsText = new RunsSpec(RunsKind.ShellText) { Options = ["-c"] },
        Effects = [RunsScript.Of(OperandRange.First).Without("-s")],
    });

    /// <summary>cd and pushd.</summary>
    public static ToolSpec Cd => field ?? Keep(ref field, Builtin("cd", "-L -P -e -@ -n",
        new EffectSpec(EffectKind.ChangesFolder).Of(OperandRange.First)) with
    { ChangesShell = true });

    /// <summary>set.</summary>
    public static ToolSpec Set => field ?? Keep(ref field, new("set", "-a -b -e -f -h -k -m -n -p -t -u -v -x -B -C -E -H -P -T -o~ +a "
        + "+b +e +f +h +m +n +u +v +x +B +C +E +H +P +T +o~")
    {
        HasPlusOptions = true,
        ChangesShell = true,
        Cost = CostClass.Trivial,
        HasAllEffects = true,
        Repeats = Repeatability.Same
    });

    /// <summary>export, readonly, local, declare, typeset, unset, alias: they change variables.</summary>
    public static ToolSpec Export => field ?? Keep(ref field, Builtin("export", "-f -n -p -a -A -g -i -l -r -t -u -x -F -v") with
    { ChangesShell = true });

    /// <summary>true and the colon, which do nothing at all.</summary>
    public static ToolSpec True => field ?? Keep(ref field, Builtin("true", "") with { PassesText = true, HasAllEffects = true });

    /// <summary>sleep, sync, wait: they do nothing, and take their time.</summary>
    public static ToolSpec Pause => field ?? Keep(ref field, Builtin("sleep", "-d -f -n -p=") with { HasAllEffects = true });

    /// <summary>
    /// false, exit, return, break, continue, shift, trap, umask, ulimit, shopt, read, stty, tput, clear: nothing of it stays but what the
    /// shell does next.
    /// </summary>
    public static ToolSpec Nothing => field ?? Keep(ref field, Builtin("exit", "-s -u= -q -p -a -t= -n -r -e -l -o -S -H -c -d= -f -i "
        + "-m -v -x -I -L -P -T -w") with
    { ChangesShell = true });

    /// <summary>test and its bracket.</summary>
    public static ToolSpec Test => field ?? Keep(ref field, new("test")
    {
        Style = ToolStyle.Words,
        UnknownIsOperand = true,
        IgnoresDoubleDash = true,
        StopsAtOperand = true,
        PassesText = true,
        Effects = [Tests],
        Cost = CostClass.Trivial,
        HasAllEffects = true,
        Repeats = Repeatability.Same
    });

    /// <summary>which, whereis, type, hash.</summary>
    public static ToolSpec Which => field ?? Keep(ref field, Builtin("which", "-a -s -p -t -f -P -r -d -l --skip-alias --all", Tests,
        Prints) with
    { HasAllEffects = true, Repeats = Repeatability.Unknown });

    /// <summary>source and the dot: they run a file in the shell itself.</summary>
    public static ToolSpec Source => field ?? Keep(ref field, new("source")
    {
        StopsAtOperand = true,
        ChangesShell = true,
        Effects
        = [RunsScript.Of(OperandRange.First), Reads.Of(OperandRange.First)]
    });

    private static ToolSpec Builtin(string name, string options, params System.Collections.Immutable.ImmutableArray<EffectSpec> effects) =>
        new(name, options) { Cost = CostClass.Trivial, Repeats = Repeatability.Same, Effects = effects };
}
