using Dockerlint.Syntax;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("FORM alpine:3\nFROM a\n", "FORM", "unknown instruction `FORM`, did you mean `FROM`?")]
    [InlineData("FROM a\nRUN --mont=type=cache,target=/x ls\n", "--mont=type=cache,target=/x",
        "unknown flag --mont for RUN, did you mean --mount?")]
    [InlineData("FROM a\nRUN --mount=type=cahce,target=/x ls\n", "cahce",
        "unsupported mount type cahce: expected bind, cache, tmpfs, secret or ssh")]
    [InlineData("FROM a b\n", "FROM a b", "FROM requires an image, or an image, AS and a stage name")]
    [InlineData("FROM a AS 1b\n", "1b", "invalid stage name 1b: it must start with a letter and hold only letters, digits, - _ and .")]
    [InlineData("FROM a\nENV x=${y\n", "${y", "unterminated variable: expected }")]
    [InlineData("FROM a\nENV x=${y:i}\n", "${y:i}",
        "unsupported modifier :i in substitution of y: expected one of :- :+ :? - + ? # ## % %% / //")]
    [InlineData("FROM a\nRUN <<EOF\nhi\nUSER me\n", "<<EOF", "unterminated heredoc: expected a line EOF")]
    [InlineData("FROM a\nHEALTHCHECK --interval=5 CMD x\n", "5", "flag --interval expects a duration such as 30s or 1m30s, not 5")]
    [InlineData("FROM a\nCOPY x\n", "COPY", "COPY requires at least two arguments: a source and a destination")]
    [InlineData("RUN ls\nFROM a\n", "RUN", "RUN stands before the first FROM: only ARG may")]
    [InlineData("# escape=x\nFROM a\n", "x", "invalid escape character 'x': it must be ` or \\")]
    [InlineData("FROM a\nRUN [\"a\", 1]\n", "RUN [\"a\", 1]", "a JSON array of arguments must hold strings only")]
    [InlineData("FROM a\nONBUILD FROM b\n", "FROM", "FROM is not allowed as an ONBUILD trigger")]
    public void An_error_has_an_exact_span_and_says_what_was_expected(string text, string at, string message)
    {
        var error = Assert.Single(Verdict.Errors(TreeInvariants.ParseAndCheck(text)));
        Assert.Equal(message, error.Message);
        Assert.Equal(at, text.Substring(error.Span.Start, error.Span.Length));
    }

    [Fact]
    public void One_error_does_not_hide_the_next()
    {
        var tree = TreeInvariants.ParseAndCheck("FROM a\nRNU ls\nCOPY x\nRUN <<EOF\nhi\nUSER me\nWROKDIR /\n");
        Assert.Equal(4, tree.Errors.Count);
        Assert.Contains(tree.Root.Instructions, instruction => instruction is UserInstruction);
    }

    // Inputs on which other linters give up, all accepted by BuildKit.
    [Theory]
    [InlineData("RUN <<EOF\necho hi\nEOF\nRUN ls\n", "RUN RUN")]
    [InlineData("RUN <<EOF\necho hi\nEOF\n# why\nRUN ls\n", "RUN RUN")]
    [InlineData("COPY <<-\\EOT /f\n$x\nEOT\n", "COPY")]
    [InlineData("RUN ls && \\\n  cat <<EOF >> f && \\\n  cat f\nbody\nEOF\nUSER me\n", "RUN USER")]
    [InlineData("ADD <<EOF /f\nRUN not an instruction\nEOF\n", "ADD")]
    [InlineData("RUN <<-EOF\n\techo\n\tEOF\nUSER me\n", "RUN USER")]
    [InlineData("RUN <<A cat >a && <<B cat >b\na\nA\nb\nB\nUSER me\n", "RUN USER")]
    [InlineData("HEALTHCHECK --interval=1m30s --timeout=500ms CMD x\nHEALTHCHECK none\n", "HEALTHCHECK HEALTHCHECK")]
    [InlineData("HEALTHCHECK --start-interval=2s --start-period=1m --retries=3 CMD [\"x\"]\n", "HEALTHCHECK")]
    [InlineData("EXPOSE 80/sctp 127.0.0.1:80:80\n", "EXPOSE")]
    [InlineData("ARG S=locked\nRUN --mount=type=cache,target=/x,sharing=$S --network=none --device=a ls\n", "ARG RUN")]
    [InlineData("RUN a \\\n   \t\n  && b\n", "RUN")]
    [InlineData("ENV A=\"it's\"\nENV B it's\\'\n", "ENV ENV")]
    [InlineData("LABEL a=\"x \\\"y\\\" z\" b=\"… \\\"import x;\\\"\"\n", "LABEL")]
    [InlineData("RUN a \\ \t\n  && b", "RUN")]
    [InlineData("RUN a \\\r\n  && b\r\nUSER me\r\n", "RUN USER")]
    [InlineData("RUN echo $((1 << 2))\n2))\nUSER me\n", "RUN USER")]
    public void What_BuildKit_accepts_has_no_error(string text, string instructions)
    {
        var tree = TreeInvariants.ParseAndCheck("FROM a\n" + text);
        Assert.Empty(Verdict.Errors(tree));
        Assert.Equal("FROM " + instructions, string.Join(' ', tree.Root.Instructions.Select(instruction => instruction.Name)));
    }

    [Fact]
    public void The_escape_directive_counts_in_any_case_and_behind_check()
    {
        var tree = TreeInvariants.ParseAndCheck("\uFEFF# check=skip=all\n# Escape=`\nFROM a\nRUN a `\n  b\nWORKDIR c:\\x\\\n");
        Assert.Equal('`', tree.Root.EscapeCharacter);
        Assert.Equal(3, tree.Root.Instructions.Count);
        Assert.Empty(tree.Errors);
    }

    [Fact]
    public void A_byte_order_mark_and_a_missing_last_line_end_are_no_errors()
    {
        var tree = TreeInvariants.ParseAndCheck("\uFEFFFROM a\nRUN b");
        Assert.Empty(Verdict.Errors(tree));
        Assert.Equal(2, tree.Root.Instructions.Count);
    }

    // The engine reads the bytes as UTF-8 and rejects the first line.
    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public void A_file_in_another_encoding_has_one_error(string encoding, string name)
    {
        var text = string.Concat(Enumerable.Repeat("FROM a\nRUN b\n", 50));
        foreach (var withMark in new[] { true, false })
        {
            var codec = System.Text.Encoding.GetEncoding(encoding);
            byte[] bytes = [.. withMark ? codec.GetPreamble() : [], .. codec.GetBytes(text)];
            var tree = TreeInvariants.ParseAndCheck(Text.SourceText.FromBytes(bytes, "Dockerfile"));
            Assert.Contains(name, Assert.Single(Verdict.Errors(tree)).Message, StringComparison.Ordinal);
        }
    }
}
