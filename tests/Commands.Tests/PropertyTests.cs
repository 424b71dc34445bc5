using System.Reflection;
using CsCheck;
using Dockerlint.Commands;
using Dockerlint.Testing;
using Xunit;

namespace Dockerlint.Tests;

public sealed class PropertyTests
{
    private static readonly string[] s_wrappers =
    [
        "sudo ", "sudo -u app ", "sudo -E -H -- ", "env A=b ", "env -u X A=b ", "env -i ", "timeout 9 ", "timeout -s KILL -k 5 9m ",
            "nice ", "nice -n 10 ", "nice -10 ",
        "ionice -c 3 ", "nohup ", "exec ", "command ", "stdbuf -oL ", "setpriv --reuid=app --init-groups ", "gosu app ", "su-exec "
            + "app:app ", "runuser -u app -- ", "doas -u app ",
        "chroot /mnt ", "unshare -r ", "busybox ", "eatmydata ", "tini -g -- ", "dumb-init -v ", "strace -f -o log ", "flock -w 5 /lock "
            + "", "setsid ", "xvfb-run -a ", "time -p ",
        "sudo nice -n 5 env X=1 timeout 3 ", "A=b ", "builtin ", "scl enable x -- ", "linux32 ", "taskset -c 1 ", "ccache ", "mise exec "
            + "-- ", "poetry run ", "bundle exec ",
    ];

    // Words that the shell itself or a wrapper gives a meaning of its own.
    private static readonly string[] s_special = ["time", "!", "x=$(", "{", "if", "for", "while", "case", "f()"];

    /// <summary>Command lines of the tables that are one plain command.</summary>
    private static List<string> Plain() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "Commands.Tests"), "CommandTableTests.*.verified.txt")
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] is not ('#' or ' ' or '(' or '[') && !line.Contains("\\n",
                StringComparison.Ordinal) && !s_special.Any(word => line.StartsWith(word, StringComparison.Ordinal)))
            .Where(line => Shown.Read(line) is [{ Wrappers: [], Environment: [], Folder: "", HasEmptyEnvironment: false } use]
                && use.Command!.Assignments.IsEmpty),
    ];

    [Fact]
    public void Every_wrapper_leaves_what_it_runs_the_same()
    {
        var commands = Plain();
        Assert.True(commands.Count > 500);
        foreach (var wrapper in s_wrappers)
        {
            // chroot, sudo and the like run no command of the shell, but the reader needs not know.
            foreach (var command in commands)
            {
                var plain = Shown.Only(command);
                var wrapped = Shown.Read(wrapper + command).Last(use => use.NameWord.Text == plain.NameWord.Text);
                Assert.True(Read(plain) == Read(wrapped), $"{wrapper}{command}\n{Read(plain)}\n{Read(wrapped)}");
            }
        }
    }

    [Fact]
    public void A_script_in_a_word_is_read_as_the_script_itself()
    {
        foreach (var command in Plain().Where(command => !command.Contains('\'', StringComparison.Ordinal) && !command.Contains('$',
            StringComparison.Ordinal)))
        {
            Assert.Equal(Read(Shown.Only(command)), Read(Shown.Read($"sh -c '{command}'")[1]));
            Assert.Equal(Read(Shown.Only(command)), Read(Shown.Read($"bash <<X\n{command}\nX\n")[1]));
        }
    }

    [Fact]
    public void A_folder_in_front_of_the_name_changes_nothing()
    {
        foreach (var command in Plain().Where(command => command[0] is not ('.' or '/' or '$' or '"')))
        {
            Assert.Equal(Read(Shown.Only(command)), Read(Shown.Only("/usr/bin/" + command)));
        }
    }

    [Fact]
    public void Random_words_are_read_without_an_exception()
    {
        var vocabulary = Plain().SelectMany(line => line.Split(' ')).Where(word => word.All(c => char.IsAsciiLetterOrDigit(c)
            || c is '-' or '=' or '.' or '/' or ':' or '@' or '+' or '{' or '}')).Distinct()
            .Concat(["--", "-", "$X", "\"$X\"", "--x=$Y", "-a$X", "''", "\\;", "{}", "x=1", "-c", ":::", "\"$@\""]).ToArray();
        Gen.Int[0, vocabulary.Length - 1].Select(i => vocabulary[i]).List[1, 12].Sample(words =>
        {
            foreach (var use in Shown.ReadAny(string.Join(' ', words)))
            {
                Assert.NotNull(Shown.Line(use));
                Assert.True(use.Operands.All(word => word.Span.Start >= 0 && word.Span.End <= use.Text.Length));
            }
        }, iter: 20_000);
        Gen.String[Gen.Char.AlphaNumeric, 0, 6].List[1, 8].Select(Gen.Int[0, AllNames().Length - 1].Select(i => AllNames()[i])).Sample(
            (words, name) => Assert.NotEmpty(Shown.Exec([name, .. words])), iter: 5_000);
    }

    [Fact]
    public void Every_specification_can_be_made_is_found_by_its_name_and_has_no_option_twice()
    {
        var specs = typeof(ToolCatalog).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)).Where(property =>
                property.PropertyType == typeof(ToolSpec))
            .Select(property => (ToolSpec)property.GetValue(null)!).ToList();
        Assert.True(specs.Count > 180, $"{specs.Count} tools");
        var missing = new List<string>();
        foreach (var spec in specs)
        {
            Assert.All(spec.Options.Names, name => Assert.False(name.AsSpan().IndexOfAny("?|=") >= 0 && name is not ("-?" or "-h?"),
                $"{spec.Name} {name}"));
            foreach (var verb in spec.Verbs)
            {
                Assert.All(verb.Options.Names, name => Assert.False(name.AsSpan().IndexOfAny("?|=") >= 0 && name != "-?",
                    $"{spec.Name} {verb.Names[0]} {name}"));
                Assert.All(verb.Names, name => Assert.Same(verb, spec.FindVerb(name)));
            }

            // Every option that an effect depends on is in the table.
            foreach (var (effect, verb) in spec.Effects.Select(effect => (effect, (VerbSpec?)null)).Concat(spec.Verbs.SelectMany(verb =>
                verb.Effects.Select(effect => (effect, (VerbSpec?)verb)))))
            {
                foreach (var name in effect.If.Concat(effect.Unless).Concat(effect.OptionValues).Concat(effect.AlsoIf))
                {
                    if (spec.Options.Find(name) is null && verb?.Options.Find(name) is null)
                    {
                        missing.Add($"{spec.Name} {verb?.Names[0]}: {effect.Kind} depends on {name}, which is in no table");
                    }
                }
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        foreach (var name in AllNames())
        {
            Assert.NotNull(ToolCatalog.Find(name));
        }
    }

    private static string[] AllNames() => ["apt-get", "npm", "pip", "sudo", "sh", "tar", "find", "xargs", "env", "git", "curl", "go",
        "dotnet", "powershell", "cmd", "make", "python", "conda", "mvn", "ar", "7z", "echo", "test", "parallel", "dd", "sed"];

    private static string Read(Invocation use) => Shown.Head(use) + " | " + string.Join(',', use.Effects.Select(effect => (effect.Kind,
        effect.Certainty)));
}
