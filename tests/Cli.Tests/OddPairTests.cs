using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Cli;

/// <summary>
/// Pairs of Dockerfiles that nobody would write: whatever they say, it is a result or bad input, and never a bug of ours.
/// </summary>
public sealed class OddPairTests
{
    private const int Pairs = 200;

    private static readonly string[] s_names =
        ["a", "b", "c", "scratch", "0", "1", "2", "9", "-1", "alpine", "A", "${X}", "$Y", "\"\"", "x:1", "''", "docker/dockerfile"];

    private static readonly string[] s_words =
        [".", "a.txt", "d", "d/*", "nowhere", "/", "..", "[]", "[\"\"]", "\"\"", "$X", "${X:-a.txt}", "*", "-", "é", "\\", "<<E"];

    [Fact]
    public void Plans_and_traces_take_whatever_two_files_say()
    {
        var context =
            ContextManifest.Create(
            [.. new[] { "a.txt", "d/f" }.Select(path =>
            new ContextEntry(path, ContextEntryKind.File) { Content = ContextContent.FromBytes("1"u8) })]);
        for (var seed = 0; seed < Pairs; seed++)
        {
            var (before, after) = Pair(seed);
            foreach (var builder in Enum.GetValues<Builder>())
            {
                BuildState State(string text) =>
                    new(DockerfileParser.Parse(SourceText.From(text, "Dockerfile")), context, new BuildSettings { Builder = builder });
                foreach (var text in new[] { before, after })
                {
                    var exception = Record.Exception(() => LayerPlan.Create(State(text)));
                    Assert.True(exception is null, $"seed {seed}, {builder}: {exception}\n{text}");
                }

                var failure = Record.Exception(() => InvalidationTrace.Between(State(before), State(after)));
                Assert.True(failure is null, $"seed {seed}, {builder}: {failure}\n{before}\n-----\n{after}");
            }
        }
    }

    [Fact]
    public void No_command_takes_them_for_a_bug_of_its_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the runs are started by a shell");
        using var workspace = new Workspace();
        for (var seed = 0; seed < Pairs; seed++)
        {
            var (before, after) = Pair(seed);
            workspace.Add($"{seed}/before/Dockerfile", before).Add($"{seed}/after/Dockerfile", after);
            foreach (var side in (string[])["before", "after"])
            {
                workspace.Add($"{seed}/{side}/a.txt", side).Add($"{seed}/{side}/d/f", "1");
            }
        }

        // Every pair is compared; of some each side is shown to the other commands that make a plan.
        var outcome = CommandLine.Shell(workspace.Folder, $$"""
            run() { timeout 120 $DOCKERLINT "$@" > out.$BASHPID 2>&1; c=$?; case $c in 0|1|2) echo "$c";; *) echo "exit code $c: $*"; cat out.$BASHPID;; esac; }
            export -f run
            seq 0 {{Pairs - 1}} | xargs -P 4 -I N bash -c 'run cache diff N/before N/after; if [ $((N % 10)) = 0 ]; then run cache explain N/after; run cache optimize N/after; run lint --fix --diff N/after; fi'
            """);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([], lines.Where(line => line is not ("0" or "1" or "2")));
        Assert.Equal(Pairs + (3 * Pairs / 10), lines.Length);
        Assert.True(lines.Count(line => line == "0") > Pairs / 10, "hardly any of the pairs can be built, so that little was tried");
    }

    private static (string Before, string After) Pair(int seed)
    {
        var random = new Random(seed);
        var lines = Lines(random, random.Next(4) == 0);
        var changed = lines.ToList();
        for (var n = random.Next(1, 4); n > 0 && changed.Count > 1; n--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(3))
            {
                case 0:
                    changed.RemoveAt(at);
                    break;
                case 1:
                    changed.Insert(at, Line(random, false));
                    break;
                default:
                    (changed[at], changed[0]) = (changed[0], changed[at]);
                    break;
            }
        }

        return (string.Join('\n', lines), string.Join('\n', changed) + (random.Next(2) == 0 ? "\n" : ""));
    }

    // Some are tame, so that they can be built.
    private static List<string> Lines(Random random, bool isTame)
    {
        var lines = new List<string>();
        for (var stage = random.Next(1, 5); stage > 0; stage--)
        {
            lines.Add(isTame ? $"FROM alpine:3 AS {"abc"[stage % 3]}{stage}" : From(random));
            for (var n = random.Next(0, 7); n > 0; n--)
            {
                lines.Add(Line(random, isTame));
            }
        }

        return lines;
    }

    private static string From(Random random) => random.Next(5) switch
    {
        0 => $"FROM {Name(random)}",
        1 => $"FROM --platform={Name(random)} {Name(random)} AS {Name(random)}",
        2 => $"ARG X={Word(random)}\nFROM ${{X}} AS {Name(random)}",
        _ => $"FROM {Name(random)} AS {Name(random)}",
    };

    private static string Line(Random random, bool isTame) => (isTame ? random.Next(6) : random.Next(26)) switch
    {
        0 => "RUN make",
        1 => "COPY a.txt /x",
        2 => "ENV A=1",
        3 => "WORKDIR /w",
        4 => "COPY . .",
        5 => "RUN []",
        6 => "RUN [\"\"]",
        7 => "RUN",
        8 => $"COPY --from={Name(random)} {Word(random)} {Word(random)}",
        9 => $"COPY --from={Name(random)} --chmod={Word(random)} --parents {Word(random)} /x/",
        10 => $"RUN --mount=type=bind,from={Name(random)},source={Word(random)},target=/m make",
        11 => $"RUN --mount=type=cache,from={Name(random)},target={Word(random)} --network={Word(random)} make",
        12 => "CMD []",
        13 => "ENTRYPOINT []",
        14 => "SHELL []",
        15 => $"VOLUME [{Word(random)}]",
        16 => $"ONBUILD {Line(random, false)}",
        17 => $"COPY [{Word(random)}, {Word(random)}]",
        18 => $"ADD {Word(random)} {Word(random)} {Word(random)}",
        19 => $"ARG {Word(random)}",
        20 => $"ENV {Word(random)} {Word(random)}",
        21 => $"COPY <<E <<F {Word(random)}\n{Word(random)}\nE\nF",
        22 => $"RUN <<E {Word(random)}\n{Word(random)}\nE",
        23 => $"COPY --exclude={Word(random)} --link {Word(random)} {Word(random)}",
        24 => From(random),
        _ => $"HEALTHCHECK {Word(random)} \\\n# comment",
    };

    private static string Name(Random random) => s_names[random.Next(s_names.Length)];

    private static string Word(Random random) => s_words[random.Next(s_words.Length)];
}
