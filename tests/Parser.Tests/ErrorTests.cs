using Dockerlint.Syntax;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("FORM alpine:3\nFROM a\n", "FORM", "unknown instruction `FORM`, did you mean `FROM`?")]
    [InlineData("FROM a\nRUN --mont=type=cache,target=/x ls\n", "--mont=type=cache,target=/x", "unknown flag --mont for RUN, did you mean --mount?")]
    [InlineData("FROM a\nRUN --mount=type=cahce,target=/x ls\n", "type=cahce,target=/x", "unsupported mount type cahce: expected bind, cache, tmpfs, secret or ssh")]
    [InlineData("FROM a b\n", "FROM a b", "FROM requires an image, or an image, AS and a stage name")]
    [InlineData("FROM a AS 1b\n", "1b", "invalid stage name 1b: it must start with a letter and hold only letters, digits, - _ and .")]
    [InlineData("FROM a\nENV x=${y\n", "${y", "unterminated variable: expected }")]
    [InlineData("FROM a\nENV x=${y:i}\n", "${y:i}", "unsupported modifier :i in substitution of y: expected one of :- :+ :? - + ? # ## % %% / //")]
    [InlineData("FROM a\nRUN <<EOF\nhi\nUSER me\n", "<<EOF", "unterminated heredoc: expected a line EOF")]
    [InlineData("FROM a\nHEALTHCHECK --interval=5 CMD x\n", "5", "flag --interval expects a duration such as 30s or 1m30s, not 5")]
    [InlineData("FROM a\nCOPY x\n", "COPY", "COPY requires at least two arguments: a source and a destination")]
    [InlineData("RUN ls\nFROM a\n", "RUN", "RUN stands before the first FROM: only ARG may")]
    [InlineData("# escape=x\nFROM a\n", "x", "invalid escape character 'x': it must be ` or \\")]
    [InlineData("FROM a\nRUN [\"a\", 1]\n", "RUN [\"a\", 1]", "a JSON array of arguments must hold strings only")]
    [InlineData("FROM a\nONBUILD FROM b\n", "FROM", "FROM is not allowed as an ONBUILD trigger")]
    public void An_error_has_an_exact_span_and_says_what_was_expected(string text, string at, string message)
    {
        var error = Assert.Single(TreeInvariants.ParseAndCheck(text).Errors);
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
    [InlineData("RUN <<EOF\necho hi\nEOF\nRUN ls\n", 2)]
    [InlineData("COPY <<-\\EOT /f\n$x\nEOT\n", 1)]
    [InlineData("RUN ls && \\\n  cat <<EOF >> f && \\\n  cat f\nbody\nEOF\nUSER me\n", 2)]
    [InlineData("ADD <<EOF /f\nRUN not an instruction\nEOF\n", 1)]
    [InlineData("RUN <<-EOF\n\techo\n\tEOF\nUSER me\n", 2)]
    [InlineData("RUN <<A cat >a && <<B cat >b\na\nA\nb\nB\nUSER me\n", 2)]
    [InlineData("HEALTHCHECK --interval=1m30s --timeout=500ms CMD x\nHEALTHCHECK none\n", 2)]
    [InlineData("EXPOSE 80/sctp 127.0.0.1:80:80\n", 1)]
    [InlineData("RUN --mount=type=cache,target=/x,sharing=$S --network=none --device=a ls\n", 1)]
    [InlineData("RUN a \\\n   \t\n  && b\n", 1)]
    [InlineData("LABEL a=\"x \\\"y\\\" z\"\n", 1)]
    [InlineData("RUN a \\ \t\n  && b", 1)]
    [InlineData("RUN a \\\r\n  && b\r\n", 1)]
    public void What_BuildKit_accepts_has_no_error(string text, int instructions)
    {
        var tree = TreeInvariants.ParseAndCheck("FROM a\n" + text);
        Assert.Empty(tree.Errors);
        Assert.Equal(instructions + 1, tree.Root.Instructions.Count);
    }

    [Fact]
    public void The_escape_directive_counts_in_any_case_and_behind_check()
    {
        var tree = TreeInvariants.ParseAndCheck("\uFEFF# check=skip=all\n# Escape=`\nFROM a\nRUN a `\n  b\nWORKDIR c:\\x\\\n");
        Assert.Equal('`', tree.Root.EscapeCharacter);
        Assert.Equal(3, tree.Root.Instructions.Count);
        Assert.Empty(tree.Errors);
    }
}
