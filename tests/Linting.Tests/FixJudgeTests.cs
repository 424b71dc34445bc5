using Dockerlint.Linting;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

/// <summary>What no fix may do, however bold it is.</summary>
public sealed class FixJudgeTests
{
    private const string Base = "FROM a:1\n";

    [Theory]
    // The same error, or an error at the same place, was there before: one more is still one more.
    [InlineData("FROM a:1\nWORKDIR\nWORKDIR two\n", "WORKDIR two", "WORKDIR")]
    [InlineData("FROM a:1\nWORKDIR\nRUN two\n", "RUN two", "WORKDIR\nRUN two")]
    [InlineData("FROM a:1\nCOPY N w <<EOT\nEOT\n", "<<EOT", "<<EOT/")]
    [InlineData("FROM a:1\nWORKDIR\nRUN x\n", "WORKDIR\nRUN x", "WORKDIR\nENV\nRUN x")]
    public void An_error_is_never_added(string text, string word, string replacement)
    {
        var result = Run(text, new WordRule("T1", word, replacement) { Applicability = Applicability.Unsafe });
        Assert.Equal(text, result.Source.Text);
        Assert.Contains("DL1000", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a:1\n# why\nRUN two\n", "# why\nRUN two", "RUN due")]
    [InlineData("FROM a:1\n# why\nRUN two\n", "# why\nRUN two", "# WHY\nRUN due")]
    [InlineData("FROM a:1\nRUN one && \\\n # why\n two\n", "one && \\\n # why\n two", "one")]
    [InlineData("FROM a:1\nRUN one # why\n", "one # why", "uno")]
    [InlineData("FROM a:1\nRUN <<E\none # why\nE\n", "one # why", "uno")]
    [InlineData("FROM a:1\n# why\n# why\nRUN two\n", "# why\nRUN two", "RUN due")]
    [InlineData("# syntax=x/y\nFROM a:1\nRUN two\n", "# syntax=x/y\n", "")]
    // Swallowed by what stands before it.
    [InlineData("FROM a:1\nRUN two\n# why\nRUN x\n", "RUN two", "RUN <<E\ntwo\nE\nRUN <<E")]
    public void A_comment_is_never_lost(string text, string word, string replacement)
    {
        var result = Run(text, new WordRule("T1", word, replacement) { Applicability = Applicability.Unsafe });
        Assert.Equal(text, result.Source.Text);
        Assert.Single(result.Rejected);
    }

    [Fact]
    public void A_comment_may_move_along_with_what_it_speaks_of()
    {
        const string text = "FROM a:1\n# why\nRUN two\nRUN x\n";
        Assert.Equal("FROM a:1\nRUN x\n# why\nRUN due\n",
            Run(text, new WordRule("T1", "# why\nRUN two\nRUN x", "RUN x\n# why\nRUN due")).Source.Text);
    }

    [Theory]
    [InlineData("FROM a:1\n# why\nRUN one\n# how\nRUN x\n", "# why\nRUN one\n# how", "# how\nRUN one\n# why")]
    [InlineData("FROM a:1\n# why\nRUN one\n# how\nRUN x\n", "# why\nRUN one\n# how\nRUN x", "# how\nRUN one\n# why\nRUN x")]
    [InlineData("FROM a:1\nRUN one && \\\n # why\n two && \\\n # how\n x\n", "# why\n two && \\\n # how", "# how\n two && \\\n # why")]
    [InlineData("FROM a:1\nRUN <<E\none # why\nx # how\nE\n", "one # why\nx # how", "one # how\nx # why")]
    [InlineData("FROM a:1\n# why\n# how\nRUN one\n", "# why\n# how\nRUN one", "# how\n# why\nRUN one")]
    public void A_comment_is_not_taken_away_from_what_it_speaks_of(string text, string word, string replacement)
    {
        var result = Run(text, new WordRule("T1", word, replacement) { Applicability = Applicability.Unsafe });
        Assert.Equal(text, result.Source.Text);
        Assert.StartsWith("it would take the comment # ", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a:1\n# why\nRUN two\n# how\nRUN x\n", "# why\nRUN two\n# how\nRUN x", "# how\nRUN x\n# why\nRUN two")]
    [InlineData("FROM a:1\nRUN one && \\\n # why\n two && \\\n # how\n x\n", "# why\n two && \\\n # how\n x",
        "# how\n x && \\\n # why\n two")]
    [InlineData("FROM a:1\nRUN <<E\none # why\nx # how\nE\n", "one # why\nx # how", "x # how\none # why")]
    [InlineData("FROM a:1\n# why\n# how\nRUN two\n# x\nRUN x\n", "# why\n# how\nRUN two\n# x\nRUN x", "# x\nRUN x\n# why\n# how\nRUN two")]
    [InlineData("FROM a:1\n# why\nRUN two\n# how\nRUN x\n", "RUN two\n# how\nRUN x", "# how\nRUN two && x")]
    public void Comments_that_keep_their_order_or_move_along_are_no_reason_to_undo_a_fix(string text, string word, string replacement) =>
        Assert.Equal(
            text.Replace(word, replacement, StringComparison.Ordinal), Run(text, new WordRule("T1", word, replacement)).Source.Text);

    [Fact]
    public void A_fix_may_change_the_comment_that_it_says_it_changes_and_no_other()
    {
        Assert.Equal("FROM a:1\nRUN due\n",
            Run("FROM a:1\n# why\nRUN two\n", new WordRule("T1", "# why\nRUN two", "RUN due") { ChangesComments = true }).Source.Text);
        var result = Run("FROM a:1\nRUN two # other\n", new WordRule("T1", "two # other", "due") { ChangesComments = true });
        Assert.Equal("it would lose the comment # other", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void A_second_finding_is_not_hidden_by_one_that_says_the_same()
    {
        var result = Run(Base + "RUN bad\nRUN one\n", new WordRule("T1", "one", "bad"), new WordRule("T2", "bad", null));
        Assert.Equal(Base + "RUN bad\nRUN one\n", result.Source.Text);
        Assert.Equal("it would cause T2 (bad)", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void A_finding_that_only_moves_is_not_fixed()
    {
        var result = Run(Base + "RUN one\n", new WordRule("T1", "RUN one", "RUN zero\nRUN one"));
        Assert.Equal("T1 would still be found", Assert.Single(result.Rejected).Reason);
    }

    [Fact]
    public void Edits_outside_of_the_file_are_refused()
    {
        var result = Run(Base + "RUN one\n", new Beyond());
        Assert.Equal(Base + "RUN one\n", result.Source.Text);
        Assert.Equal("its edits lie outside of the file", Assert.Single(result.Rejected).Reason);
    }

    private static FixResult Run(string text, params Rule[] rules) =>
        new FixLoop(new Linter(rules), new FixSelection(Applicability.Unsafe)).Run(new LintInput(SourceText.From(text)));

    private sealed class Beyond : Rule
    {
        public override RuleInfo Info { get; } = new("T1", "t", Category.Style, Severity.Warning) { Since = "0.1", Doc = new("", "", []) };

        public override void Register(RuleHooks on) => on.File(static context => context.Report(
            new TextSpan(0, 1), "x", Fix.Of("replace", Applicability.Safe, new TextEdit(new TextSpan(context.Tree.Source.Length, 5), ""))));
    }
}
