using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>How much of what real Dockerfiles run is known; what is not known is listed in <c>artifacts/commands-corpus.txt</c>.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Most_commands_and_options_of_real_files_are_known()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var unknownNames = new Dictionary<string, int>();
        var unknownOptions = new Dictionary<string, int>();
        var unknownVerbs = new Dictionary<string, int>();
        int commands = 0, known = 0, options = 0, knownOptions = 0, verbs = 0, knownVerbs = 0;
        foreach (var use in Invocations().Where(use => use.Name is not null))
        {
            // Functions of the script and files of the image are no tools that anybody has a manual of.
            commands++;
            if (use.Tool is not { } tool)
            {
                Count(unknownNames, use.Name!);
                continue;
            }

            known++;
            foreach (var option in use.Options.Concat(use.Wrappers.SelectMany(wrapper => wrapper.Options)).Where(option =>
                !tool.TakesAnyOption && !option.Name.Contains(CommandWord.UnknownText) && !(tool.HasNumberOption
                && char.IsAsciiDigit(option.Name[1]))))
            {
                options++;
                knownOptions += option.Spec is null ? 0 : 1;
                if (option.Spec is null)
                {
                    Count(unknownOptions, $"{tool.Name} {use.VerbName} {option.Name}");
                }
            }

            if (use.VerbName is { } verb)
            {
                verbs++;
                knownVerbs += use.Verb is null ? 0 : 1;
                if (use.Verb is null)
                {
                    Count(unknownVerbs, $"{tool.Name} {verb}");
                }
            }
        }

        var report = $"commands {known}/{commands}, options {knownOptions}/{options}, verbs {knownVerbs}/{verbs}\n\n"
            + $"{Top(unknownNames)}\n\n{Top(unknownOptions)}\n\n{Top(unknownVerbs)}\n";
        File.WriteAllText(Path.Combine(RepositoryRoot.Path, "artifacts", "commands-corpus.txt"), report);
        Assert.True(known >= commands * 0.95 && knownOptions >= options * 0.98 && knownVerbs >= verbs * 0.97, report);
    }

    [Fact]
    public void Reading_the_commands_of_a_script_allocates_less_than_parsing_it()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var texts = SharedCorpus.TrainFiles().Take(400)
            .SelectMany(file => BuildModel.Create(DockerfileParser.Parse(SourceText.From(File.ReadAllText(file), file))).Scripts)
            .Select(script => script.Text).ToList();
        Measure(texts);
        var (parse, read, effects, times) = Measure(texts);
        var report = $"scripts {texts.Count}: parse {parse:N0} bytes, read {read:N0}, effects {effects:N0}; ms {times}";
        File.WriteAllText(Path.Combine(RepositoryRoot.Path, "artifacts", "commands-cost.txt"), report);
        Assert.True(read + effects < parse, report);
    }

    private static (long Parse, long Read, long Effects, string Times) Measure(List<MappedText> texts)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var start = GC.GetAllocatedBytesForCurrentThread();
        var trees = texts.Select(text => (text, ShellParser.Parse(text).Script!)).ToList();
        var (parsed, parseTime) = (GC.GetAllocatedBytesForCurrentThread(), clock.Elapsed.TotalMilliseconds);
        var uses = trees.Select(tree => ScriptReader.Read(tree.text, tree.Item2, WordValues.Literal)).ToList();
        var (read, readTime) = (GC.GetAllocatedBytesForCurrentThread(), clock.Elapsed.TotalMilliseconds);
        var count = uses.Sum(script => script.Sum(use => use.Effects.Length));
        var (done, doneTime) = (GC.GetAllocatedBytesForCurrentThread(), clock.Elapsed.TotalMilliseconds);
        Assert.True(count > 0);
        return (parsed - start, read - parsed, done - read,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{parseTime:F1} {readTime - parseTime:F1} {doneTime - readTime:F1}"));
    }

    private static IEnumerable<Invocation> Invocations()
    {
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var tree = DockerfileParser.Parse(SourceText.From(File.ReadAllText(file), file));
            foreach (var script in BuildModel.Create(tree).Scripts)
            {
                foreach (var use in ScriptReader.Read(script.Text, script.Script, WordValues.Literal))
                {
                    yield return use;
                }
            }
        }
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Top(Dictionary<string, int> counts) =>
        string.Join('\n', counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(150)
            .Select(pair => $"{pair.Value,5} {pair.Key}"));
}
