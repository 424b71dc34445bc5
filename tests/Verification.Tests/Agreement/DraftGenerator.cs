using System.Collections.Immutable;
using CsCheck;
using Dockerlint.Semantics;

namespace Dockerlint.Tests;

/// <summary>Makes pairs of small builds: one, and the same after a few changes.</summary>
internal sealed class DraftGenerator(Builder builder)
{
    private static readonly string[] s_paths =
        ["a.txt", "b.txt", "c.md", "src/x.c", "src/y.c", "src/deep/z.txt", "conf/app.conf", "docs/readme.md", "logs/run.log"];

    private static readonly string[] s_names = ["one", "two", "three", "four"];

    private static readonly Gen<int> s_small = Gen.Int[0, 3];

    private bool IsBuildKit => builder == Builder.BuildKit;

    internal Gen<(BuildDraft Before, BuildDraft After)> Pairs =>
        from draft in Drafts
        from changes in Changes(draft).Array[1, 2]
        select (draft, changes.Aggregate(draft, (current, change) => change(current)));

    private Gen<BuildDraft> Drafts =>
        from count in Gen.Int[1, 3]
        from stages in Stages(count)
        from numbers in s_small.Array[s_paths.Length]
        from modes in Gen.Bool.Array[s_paths.Length]
        from ignore in Any("", "", "*.log\n", "docs\n!docs/readme.md\n", "**/*.md\nlogs\n", "src/*\n!src/x.c\n!src/y.c\n!src/deep\n")
        from hasArgument in Gen.Bool
        from argument in s_small
        select new BuildDraft([.. Enumerable.Repeat("ARG G=SALT-0", 1), .. stages.SelectMany(lines => lines)])
        {
            Files = s_paths.Select((path, i) => (path, (Text: $"SALT {numbers[i]}\n", Mode: modes[i] ? 0b111_101_101 : 0b110_100_100)))
                .ToImmutableSortedDictionary(pair => pair.path, pair => pair.Item2, StringComparer.Ordinal),
            Ignore = ignore,
            Arguments = hasArgument ? ImmutableDictionary<string, string>.Empty.Add("A", $"SALT-{argument}") : ImmutableDictionary<string, string>.Empty,
        };

    private static Gen<T> Any<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private Gen<ImmutableArray<string[]>> Stages(int count) => count == 0
        ? Gen.Const(ImmutableArray<string[]>.Empty)
        : from others in Stages(count - 1) from stage in Stage(count - 1) select others.Add(stage);

    private Gen<string[]> Stage(int index) =>
        from basis in Gen.Int[0, 3]
        from lines in Instruction(index).Array[1, 6]
        select (string[])
        [
            $"FROM {(index > 0 && basis == 0 ? s_names[index - 1] : "BASE")} AS {s_names[index]}",
            $"RUN umask 0; mkdir -p /out/{index}; echo SALT {index} > /out/{index}/o; true",
            .. lines,
        ];

    private Gen<string> Instruction(int index)
    {
        var common = new List<Gen<string>>
        {
            s_small.Select(n => $"RUN echo SALT {n} > /run{n} || true"),
            s_small.Select(n => $"RUN cat /etc/salt > /tmp/v{n}; echo $A $E"),
            s_small.Select(n => $"RUN [\"/bin/sh\", \"-c\", \"echo SALT {n}\"]"),
            Any("COPY a.txt /x/", "COPY a.txt b.txt /x/", "COPY src /s", "COPY src/ /s/", "COPY *.txt /t/", "COPY src/*.c /c/", "COPY . /all/",
                "COPY conf/app.conf /etc/app.conf", "COPY --chown=1000:1000 src/x.c /own/", "ADD b.txt /b", "ADD src/deep /deep/", "COPY [\"src/y.c\", \"/j\"]",
                "COPY docs /d", "COPY s?c/x.c /q/"),
            s_small.Select(n => $"ARG A=SALT-{n}"),
            Gen.Const("ARG G"),
            s_small.Select(n => $"ENV E=SALT-{n}"),
            Any("ENV E=$A", "ENV F=${E:-none}-$G", "COPY a.txt /n-$A", "LABEL l=$E"),
            Any("WORKDIR /w", "WORKDIR sub", "WORKDIR /", "WORKDIR /w/$E"),
            Any("USER app", "USER 0", "USER root"),
            s_small.Select(n => $"LABEL n={n}"),
            Any("EXPOSE 80", "CMD [\"sh\"]", "ENTRYPOINT [\"sh\"]", "STOPSIGNAL SIGINT", "VOLUME /data", "HEALTHCHECK NONE", "SHELL [\"/bin/sh\", \"-ec\"]"),
        };
        if (index > 0)
        {
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} /out/{from} /from/"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={from} /out/{from}/o /o{from}"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} /etc/salt /etc/passwd /e/"));
        }

        if (IsBuildKit)
        {
            common.Add(s_small.Select(n => $"RUN --mount=type=cache,target=/cache echo SALT {n}"));
            common.Add(s_small.Select(n => $"RUN --mount=type=bind,source=src,target=/m ls /m && echo SALT {n}"));
            common.Add(s_small.Select(n => $"RUN --mount=type=tmpfs,target=/tt echo SALT {n}"));
            common.Add(s_small.Select(n => $"RUN <<EOF\necho SALT\necho {n} > /h{n}\ntrue\nEOF"));
            common.Add(s_small.Select(n => $"COPY <<EOF /heredoc\nSALT {n} $E\nEOF"));
            common.Add(s_small.Select(n => $"COPY <<'EOF' a.txt /hd/\nSALT {n} $E\nEOF"));
            common.Add(Any("COPY --chmod=755 a.txt /ch/", "COPY --link a.txt /l/", "COPY --link src /ls/", "COPY --exclude=*.txt . /ex/"));
            if (index > 0)
            {
                common.Add(Gen.Int[0, index - 1].Select(from => $"RUN --mount=from={s_names[from]},source=/out,target=/m ls /m"));
                common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --link --from={s_names[from]} /out/{from} /lf/"));
            }
        }

        return Gen.OneOf([.. common]);
    }

    private Gen<Func<BuildDraft, BuildDraft>> Changes(BuildDraft draft)
    {
        // Instructions behind a stage's own RUN may come and go; a FROM and that RUN stay.
        var free = Enumerable.Range(0, draft.Lines.Length)
            .Where(i => i > 0 && !draft.Lines[i].StartsWith("FROM ", StringComparison.Ordinal) && !draft.Lines[i].StartsWith("RUN umask", StringComparison.Ordinal)).ToArray();
        Gen<Func<BuildDraft, BuildDraft>> Of<T>(Gen<T> gen, Func<BuildDraft, T, BuildDraft> apply) =>
            gen.Select<T, Func<BuildDraft, BuildDraft>>(value => current => apply(current, value));
        var path = Any(s_paths);
        var line = Any(free);
        return Gen.Frequency(
            (6, Of(Gen.Select(path, s_small), (current, x) => current.Write(x.Item1, x.Item2 + 4))),
            (2, Of(Any("new.txt", "src/new.c", "docs/new.md", "src/deep/n.txt", "logs/n.log", "other/f"), (current, x) => current.Write(x, 9))),
            (1, Of(Any("c.md", "src/y.c", "src/deep/z.txt", "logs/run.log", "docs/readme.md"), (current, x) => current with { Files = current.Files.Remove(x) })),
            (1, Of(path, (current, x) => current.Chmod(x))),
            (2, Of(s_small, (current, x) => current with { Arguments = current.Arguments.SetItem("A", $"SALT-{x + 4}") })),
            (1, Of(s_small, (current, x) => current with { Arguments = current.Arguments.SetItem("G", $"SALT-{x + 4}") })),
            (1, Of(s_small, (current, x) => current with { Arguments = current.Arguments.SetItem("UNUSED", $"SALT-{x + 4}") })),
            (2, Of(Gen.Select(line, Instruction(0)), (current, x) => current.Replace(x.Item1, x.Item2))),
            (2, Of(Gen.Select(line, Instruction(0)), (current, x) => current.Insert(x.Item1, x.Item2))),
            (2, Of(Gen.Select(line, Any("# a comment", "", "LABEL added=1", "ENV ADDED=1", "ARG ADDED=1")), (current, x) => current.Insert(x.Item1, x.Item2))),
            (2, Of(line, (current, x) => current.Delete(x))),
            (1, Of(line, (current, x) => current.Swap(x))),
            (1, Of(Any("", "*.log\n", "docs\n", "**/*.md\n", "new.txt\n", "src/deep\n"), (current, x) => current with { Ignore = x })));
    }
}
