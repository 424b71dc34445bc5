using Dockerlint.Formatting;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Formatting;

/// <summary>The proof by itself: it has to find what a layout must not do, whoever made it.</summary>
public sealed class FormatProofTests
{
    [Theory]
    [InlineData("RUN a b", "RUN a  'b'")]
    [InlineData("RUN a b", "RUN ab")]
    [InlineData("RUN a && b", "RUN a || b")]
    [InlineData("RUN a; b", "RUN a & b")]
    [InlineData("RUN a 'b  c'", "RUN a 'b c'")]
    [InlineData("RUN a $(b  c)", "RUN a $(b c)")]
    [InlineData("RUN (a; b) > c", "RUN a; b > c")]
    [InlineData("RUN a | b && c", "RUN a | { b && c; }")]
    [InlineData("RUN if a; then b; fi; c", "RUN if a; then b; c; fi")]
    [InlineData("RUN a > b", "RUN a >> b")]
    [InlineData("RUN a 2> b", "RUN a 2 > b")]
    [InlineData("RUN a", "RUN [\"a\"]")]
    [InlineData("RUN a\nRUN b", "RUN a \\\nRUN b")]
    [InlineData("RUN a\nRUN b", "RUN b\nRUN a")]
    [InlineData("RUN --network=none a", "RUN a")]
    [InlineData("RUN --mount=target=/a --mount=target=/b a", "RUN --mount=target=/b --mount=target=/a a")]
    [InlineData("CMD a  b", "CMD a b")]
    [InlineData("CMD [\"a\", \"b\"]", "CMD [\"a b\"]")]
    [InlineData("ENV A=1 B=2", "ENV A=1 \"B=2\"")]
    [InlineData("ENV A b  c", "ENV A b c")]
    [InlineData("COPY a b c", "COPY b a c")]
    [InlineData("# x\nRUN a", "RUN a")]
    [InlineData("# x\n# y\nRUN a", "# y\n# x\nRUN a")]
    [InlineData("RUN a \\\n # x\n && b", "RUN a \\\n && b")]
    [InlineData("COPY <<E /a\nx\nE", "COPY <<E /a\n x\nE")]
    [InlineData("COPY <<E /a\nx\nE", "COPY <<'E' /a\nx\nE")]
    [InlineData("RUN <<E\na\nb\nE", "RUN <<E\na b\nE")]
    [InlineData("RUN <<E\na # x\nE", "RUN <<E\na\nE")]
    [InlineData("RUN python3 <<E\nif a:\n  b\nE", "RUN python3 <<E\nif a:\n    b\nE")]
    [InlineData("SHELL [\"pwsh\", \"-c\"]\nRUN a   b", "SHELL [\"pwsh\", \"-c\"]\nRUN a b")]
    [InlineData("HEALTHCHECK CMD a", "HEALTHCHECK NONE")]
    [InlineData("ONBUILD RUN a", "ONBUILD RUN b")]
    public void What_is_another_file_is_found(string before, string after) => Assert.NotEmpty(Differences(before, after));

    [Theory]
    [InlineData("run   a   &&   b", "RUN a \\\n    && b")]
    [InlineData("RUN a; \\\n  b;", "RUN a; b;")]
    [InlineData("RUN if a; then b; fi", "RUN if a; then \\\n        b; \\\n    fi")]
    [InlineData("RUN (a)", "RUN ( \\\n a \\\n )")]
    [InlineData("RUN <<E\na; b\nE", "RUN <<E\na\nb\nE")]
    [InlineData("COPY --chown=a --from=b c d", "COPY --from=b --chown=a c d")]
    [InlineData("CMD [ \"a\",\"b\" ]", "CMD [\"a\", \"b\"]")]
    [InlineData("ENV A=1   B=2", "ENV A=1 \\\n    B=2")]
    [InlineData("  # x\n\n\nRUN a", "# x\nRUN a")]
    [InlineData("FROM b as c", "FROM b AS c")]
    public void What_is_another_layout_is_none(string before, string after) => Assert.Empty(Differences(before, after));

    private static IReadOnlyList<(int? Instruction, string What)> Differences(string before, string after)
    {
        var (old, @new) = (Parse(before), Parse(after));
        return new FormatProof(old, @new, ShellsInForce.Of(old), FormatStyle.Default).Differences();
    }

    private static SyntaxTree Parse(string text) => DockerfileParser.Parse(SourceText.From("FROM a\n" + text + "\n"));
}
