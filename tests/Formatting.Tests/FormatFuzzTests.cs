using System.Globalization;
using System.Text;
using Dockerlint.Formatting;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Formatting;

/// <summary>
/// Real files, broken in every way a hand or a merge can break them. A sample by default; the variable DOCKERLINT_FORMAT_FILES asks for
/// more: the figure in the documentation is of 20,000. What fails is kept in artifacts/format-fuzz.
/// </summary>
public sealed class FormatFuzzTests
{
    private static readonly string[] s_pieces =
    [
        " ", "\t", "\n", " \\\n", "\\\n", "\r\n", " \\\n\n", " \\\n# c\n", "# c\n", "#", "'", "\"", "`", "\\", "$", "${A:-x y}",
        "$(echo a)", " && ", " || ", " | ", "; ", " & ", ";;",
        "(", ")", "{ ", "; }", " if a; then b; fi ", " for x in a b; do c; done ", " case a in b) c ;; esac ", "<<EOF\n", "EOF\n",
        " <<-'E'\n\tx\nE\n", "[", "]", "[\"a\", \"b\"]", "=",
        " > /dev/null 2>&1", " --mount=type=cache,target=/a ", "ONBUILD ", "RUN ", "ENV A=b C=d\n", "FROM scratch AS x\n", "# escape=`\n",
        "# dockerlint fmt: off\n", "# dockerlint fmt: on\n",
        "\u00A0", "\uFEFF", "\0", "é", "apt-get install -y a b c d e ", "SHELL [\"bash\", \"-c\"]\n", "HEALTHCHECK --interval=1s CMD x\n",
        "<", ">", "!", "*", "\f", "\v",
    ];

    [Fact]
    public void Broken_files_keep_their_meaning_too()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var texts = SharedCorpus.TrainFiles().Select(path => SourceText.FromBytes(File.ReadAllBytes(path), path).Text)
            .Where(text => text.Length < 6000).ToList();
        var files = int.TryParse(
            Environment.GetEnvironmentVariable("DOCKERLINT_FORMAT_FILES"), CultureInfo.InvariantCulture, out var given) ? given : 2000;
        var changed = 0;
        var failures = new List<string>();
        Parallel.For(0, files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index =>
        {
            var text = Mutate(texts, new Random(index));
            try
            {
                if (FormatCorpusTests.Check(SourceText.From(text), keepsKeys: index % 2 == 1, mayLeaveAlone: true))
                {
                    Interlocked.Increment(ref changed);
                }
            }
            catch (Exception exception)
            {
                lock (failures)
                {
                    Keep(index, text);
                    failures.Add($"{index}: {exception.Message}");
                }
            }
        });
        Assert.True(failures.Count == 0, $"{failures.Count} of {files}:\n{string.Join("\n=====\n", failures.Take(5))}");
        Assert.InRange(changed, files / 20, files);
    }

    private static void Keep(int index, string text)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "format-fuzz");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{index}.Dockerfile"), text);
    }

    private static string Mutate(List<string> texts, Random random)
    {
        var text = new StringBuilder(texts[random.Next(texts.Count)]);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var place = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 12), text.Length - place);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(place, length);
                    break;
                case 1 when length > 0:
                    text.Insert(random.Next(text.Length), text.ToString(place, length));
                    break;
                case 2:
                    var other = texts[random.Next(texts.Count)];
                    var lines = other.Split('\n');
                    text.Insert(LineStart(text, place), string.Join('\n', lines.Skip(random.Next(lines.Length)).Take(random.Next(1, 8)))
                        + "\n");
                    break;
                default:
                    text.Insert(random.Next(2) == 0 ? place : LineStart(text, place), s_pieces[random.Next(s_pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static int LineStart(StringBuilder text, int place)
    {
        while (place > 0 && text[place - 1] != '\n')
        {
            place--;
        }

        return place;
    }
}
