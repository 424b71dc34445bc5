using System.Collections.Immutable;
using CsCheck;
using Dockerlint.Semantics;

namespace Dockerlint.Tests;

/// <summary>Makes pairs of small builds: one, and the same after a few changes.</summary>
internal sealed partial class DraftGenerator(Builder builder)
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
        from files in Files
        from ignore in Any(
            "", "", "*.log\n", "docs\n!docs/readme.md\n", "**/*.md\nlogs\n", "src/*\n!src/x.c\n!src/y.c\n!src/deep\n", ".dockerignore\n")
        from arguments in Arguments
        from target in Gen.Frequency((4, s_small.Select(_ => (string?)null)), (1, Gen.Int[0, count - 1].Select(i => (string?)s_names[i])))
        from basis in Gen.Frequency((6, Gen.Const(BaseVariant.Plain)), (1, Gen.Enum<BaseVariant>()))
        select new BuildDraft([.. new[] { "ARG G=SALT-0", "ARG B=BASE" }, .. stages.SelectMany(lines => lines)])
        {
            Files = files,
            Ignore = ignore,
            Arguments = arguments,
            Target = target,
            Base = basis,
        };

    private static Gen<ImmutableSortedDictionary<string, DraftFile>> Files =>
        from numbers in s_small.Array[s_paths.Length + 1]
        from modes in Gen.Bool.Array[s_paths.Length]
        from link in Any("a.txt", "b.txt", "src/x.c", "/a.txt")
        from folder in Any("src", "docs", "./src/deep")
        select s_paths.Select((path, i) =>
            (path, file: DraftFile.Of($"SALT {numbers[i]}\n", modes[i] ? DraftFile.Executable : DraftFile.Plain)))
            .Append(("link", DraftFile.Link(link)))
            .Append(("folder", DraftFile.Link(folder)))
            .Append(("conf/link", DraftFile.Link("../" + link.TrimStart('/'))))
            .Append(("empty", DraftFile.Directory()))
            .Append(("t.tar", DraftFile.Archive($"SALT {numbers[^1]}\n")))
            .ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static Gen<ImmutableDictionary<string, string>> Arguments =>
        from hasArgument in Gen.Bool
        from argument in s_small
        from other in Gen.Frequency((8, Gen.Const("")), (1, Gen.Const("HTTP_PROXY")), (1, Gen.Const("C")), (1, Gen.Const("E")))
        select new[] { (hasArgument ? "A" : "", $"SALT-{argument}"), (other, "x") }.Where(pair => pair.Item1.Length > 0)
            .ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2);

    private static Gen<T> Any<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private Gen<ImmutableArray<string[]>> Stages(int count) => count == 0
        ? Gen.Const(ImmutableArray<string[]>.Empty)
        : from others in Stages(count - 1) from stage in Stage(count - 1) select others.Add(stage);

    // A stage has a folder of its own for others to take from; one from scratch has no shell and only takes files.
    private Gen<string[]> Stage(int index) =>
        from basis in Gen.Int[0, 6]
        from beginning in Any(
            $"RUN umask 0; mkdir -p /out/{index}; echo SALT {index} > /out/{index}/o; true",
            $"RUN mkdir -p /out/{index} && echo SALT {index} > /out/{index}/o",
            $"RUN mkdir -p /out/{index} && echo SALT {index} > /out/{index}/o && chmod 777 /out/{index}")
        from lines in Instruction(index).Array[1, 6]
        from copies in FileInstruction(index).Array[1, 4]
        select basis == 6 && index > 0
            ? (string[])[$"FROM scratch AS {s_names[index]}", "COPY a.txt " + $"/out/{index}/o", .. copies]
            :
            [
                basis switch
                {
                    0 or 1 when index > 0 => $"FROM {s_names[index - 1]} AS {s_names[index]}",
                    2 => $"FROM $B AS {s_names[index]}",
                    3 when IsBuildKit => $"FROM --platform=linux/amd64 BASE AS {s_names[index]}",
                    _ => $"FROM BASE AS {s_names[index]}",
                },
                beginning,
                .. lines,
            ];

    private Gen<Func<BuildDraft, BuildDraft>> Changes(BuildDraft draft)
    {
        // Instructions behind a stage's own RUN may come and go; a FROM and that RUN stay.
        var free = Enumerable.Range(0, draft.Lines.Length).Where(i => DraftChanges.IsFree(draft, i)).ToArray();
        Gen<Func<BuildDraft, BuildDraft>> Of<T>(Gen<T> gen, Func<BuildDraft, T, BuildDraft> apply) =>
            gen.Select<T, Func<BuildDraft, BuildDraft>>(value => current => apply(current, value));
        var path = Any(s_paths);
        var line = Any(free);
        var instruction =
            Any([.. Enumerable.Range(0, s_names.Length)
            .Where(i => draft.Lines.Any(text => text.EndsWith("AS " + s_names[i], StringComparison.Ordinal)))]);
        return Gen.Frequency(
            (6, Of(Gen.Select(path, s_small), (current, x) => current.Write(x.Item1, x.Item2 + 4))),
            (2, Of(Any("new.txt", "src/new.c", "docs/new.md", "src/deep/n.txt", "logs/n.log", "other/f"), (current, x) =>
                current.Write(x, 9))),
            (1, Of(Any("c.md", "src/y.c", "src/deep/z.txt", "logs/run.log", "docs/readme.md", "a.txt"), (current, x) =>
                current with { Files = current.Files.Remove(x) })),
            (1, Of(Gen.Select(path, Any(0b001_001_001, 0b000_010_000, 0b100_000_000_000)), (current, x) =>
                current.Chmod(x.Item1, x.Item2))),
            (1, Of(Gen.Select(path, Any("renamed.txt", "src/renamed.c", "moved/a.txt", "moved/src/x.c")), (current, x) =>
                current.Rename(x.Item1, x.Item2))),
            (1, Of(Gen.Select(path, path), (current, x) => current.SwapContents(x.Item1, x.Item2))),
            (2, Of(Any(("link", "b.txt"), ("link", "c.md"), ("folder", "conf"), ("folder", "src"), ("conf/link", "app.conf"),
                ("src/link", "x.c"), ("dangling", "nowhere"), ("a.txt", "b.txt")),
                (current, x) => current.Put(x.Item1, DraftFile.Link(x.Item2)))),
            (1, Of(Any("link", "new-folder", "empty/inner", "src/hollow", "docs/empty"), (current, x) =>
                current.Put(x, x == "link" ? DraftFile.Of("SALT 0\n") : DraftFile.Directory()))),
            (1, Of(Any("empty", "src/hollow"), (current, x) => current.Put(x, DraftFile.Directory(0b111_000_000)))),
            (1, Of(s_small, (current, x) => current.Put("t.tar", DraftFile.Archive($"SALT {x + 4}\n")))),
            (2, Of(s_small, (current, x) => current with { Arguments = current.Arguments.SetItem("A", $"SALT-{x + 4}") })),
            (1, Of(s_small, (current, x) => current with { Arguments = current.Arguments.SetItem("G", $"SALT-{x + 4}") })),
            (1, Of(Any("UNUSED", "HTTP_PROXY", "E", "C", "PATH"), (current, x) =>
                current with { Arguments = current.Arguments.SetItem(x, x == "PATH" ? "/bin" : "SALT-5") })),
            (1, Of(Gen.Bool, (current, _) => current with { Arguments = current.Arguments.Remove("A") })),
            (2, Of(Gen.Select(line, Instruction(0)), (current, x) => current.Replace(x.Item1, x.Item2))),
            (2, Of(Gen.Select(line, Instruction(0)), (current, x) => current.Insert(x.Item1, x.Item2))),
            (2, Of(Gen.Select(line, Any("# a comment", "", "LABEL added=1", "ENV ADDED=1", "ARG ADDED=1")), (current, x) =>
                current.Insert(x.Item1, x.Item2))),
            (3, Of(Gen.Select(line, Gen.Int[0, 8]), (current, x) => current.Rewrite(x.Item1, x.Item2))),
            (2, Of(line, (current, x) => current.Delete(x))),
            (1, Of(line, (current, x) => current.Swap(x))),
            (1, Of(instruction, (current, x) => current with { Target = s_names[x] })),
            (1, Of(Gen.Enum<BaseVariant>(), (current, x) => current with { Base = x })),
            (1, Of(Any("BASE", "one"), (current, x) => current with { Arguments = current.Arguments.SetItem("B", x) })),
            (1, Of(Gen.Bool, (current, _) => current with { Ending = "\r\n" })),
            (1, Of(Any("# escape=\\", "# check=skip=all", "#", "\ufeff# top"), (current, x) => current.Insert(0, x))),
            (1, Of(Any("", "*.log\n", "docs\n", "**/*.md\n", "new.txt\n", "src/deep\n", "**\n!Dockerfile\n!src\n!*.txt\n",
                "*\n!Dockerfile\n!a.txt\n!b.txt\n!src/*.c\n!conf\n"), (current, x) => current with { Ignore = x })));
    }
}
