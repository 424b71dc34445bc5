using System.Text;
using CsCheck;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class LosslessTests
{
    private static readonly string[] s_pieces =
    [
        "\\\n", "\\ \t\n", "`\n", "\n", "\r\n", "\r", "\t", "  ", "# c\n", "#", "FROM ", "RUN ", "COPY ", "ONBUILD ", "<<EOF", "<<-'E' ",
        "EOF\n", "\tEOF\n",
        "$", "${", "}", ":-", "\"", "'", "\\", "[", "]", ",", "\"a\"", "=", "--", "--mount=", "\0", "\uFEFF", "# escape=`\n",
        "# check=skip=all\n", "\u00e9",
        "ENV a=b c", "HEALTHCHECK CMD ", "SHELL [", "/", "//", "%", "AS x", "\u2028", "\udc80", "{", "x",
    ];

    [Fact]
    public void Every_corpus_file_prints_back_also_with_CRLF_and_truncated()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var files = SharedCorpus.TrainFiles();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var source = SourceText.FromBytes(bytes, file);
            Assert.Equal(bytes, source.ToBytes());
            TreeInvariants.ParseAndCheck(source);
            var crlf = TreeInvariants.ParseAndCheck(
                source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), file);
            Assert.Equal(Summary(TreeInvariants.ParseAndCheck(source)), Summary(crlf));
            TreeInvariants.ParseAndCheck(source.Text[..(source.Length / 2)], file);
            TreeInvariants.ParseAndCheck(source.Text[..(source.Length * 9 / 10)], file);
        }
    }

    [Fact]
    public void Every_file_of_BuildKits_parser_tests_prints_back()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var files = Directory.GetFiles(SharedCorpus.BuildKitParserData("."), "Dockerfile", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            TreeInvariants.ParseAndCheck(SourceText.FromBytes(File.ReadAllBytes(file), file));
        }
    }

    [Fact]
    public void A_hundred_thousand_random_texts_print_back()
    {
        Gen.OneOf(s_pieces).Array[0, 24].Sample(pieces => { TreeInvariants.ParseAndCheck(string.Concat(pieces)); }, iter: 100_000);
    }

    [Fact]
    public void Mutated_corpus_files_print_back()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var texts = SharedCorpus.TrainFiles().Where((_, index) => index % 12 == 0).Select(File.ReadAllText)
            .Where(text => text.Length < 6000).ToArray();
        Gen.Select(Gen.OneOf(texts), Gen.Int[0, 6000], Gen.Int[0, 40], Gen.OneOf(s_pieces)).Sample(
            (text, at, remove, insert) =>
            {
                var start = Math.Min(at, text.Length);
                var end = Math.Min(start + remove, text.Length);
                TreeInvariants.ParseAndCheck(string.Concat(text.AsSpan(0, start), insert, text.AsSpan(end)));
            },
            iter: 20_000);
    }

    [Fact]
    public void Random_bytes_come_back_from_source_text()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var source = SourceText.FromBytes(bytes, "x");
            TreeInvariants.ParseAndCheck(source);
            return source.ToBytes().AsSpan().SequenceEqual(bytes);
        }, iter: 20_000);
    }

    [Fact]
    public void Invalid_UTF8_is_kept_byte_for_byte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("FROM a\nENV x="), 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, (byte)'\n'];
        var source = SourceText.FromBytes(bytes, "x");
        Assert.True(source.HasInvalidUtf8);
        Assert.Equal(bytes, source.ToBytes());
    }

    [Theory]
    [InlineData("ENV a=")]
    [InlineData("FROM ")]
    public void Depth_bombs_become_errors(string start)
    {
        var bomb = new StringBuilder(start);
        for (var i = 0; i < 60_000 / 5; i++)
        {
            bomb.Append("${a:-");
        }

        var tree = TreeInvariants.ParseAndCheck("FROM a\n" + bomb + "\nRUN [" + new string('[', 30_000) + "\nUSER me\n");
        Assert.NotEmpty(tree.Errors);
        Assert.IsType<UserInstruction>(tree.Root.Instructions[^1]);
    }

    private static string Summary(SyntaxTree tree) =>
        string.Join('\n', tree.Root.Instructions.Select(instruction =>
            instruction.Name + " " + instruction.LogicalText.Replace("\r", "", StringComparison.Ordinal)))
        + string.Join('\n', tree.Errors.Select(error => error.Message));
}
