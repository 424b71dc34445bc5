using Xunit;

namespace Dockerlint.Tests;

public sealed class ContextRuleTests
{
    private const string CopyAll = "FROM alpine:3.22\nCOPY . /srv/\n";

    [Theory]
    [InlineData("DK3001")]
    [InlineData("DK3002")]
    [InlineData("DK3003")]
    [InlineData("DK3004")]
    [InlineData("DK3006")]
    [InlineData("DK3007")]
    public void Without_a_context_nothing_is_said(string id) => MarkedCase.Check(id, CopyAll);

    [Theory]
    [InlineData("COPY . /srv/", ".: the whole context is copied, .git included: there is no .dockerignore file")]
    [InlineData("ADD [\"./\", \"/srv/\"]", "\"./\": the whole context is copied, .git included: there is no .dockerignore file")]
    [InlineData("COPY * /srv/", "*: the whole context is copied, .git included: there is no .dockerignore file")]
    [InlineData("COPY --from=x . /srv/", "")]
    [InlineData("ONBUILD COPY . /srv/", "")]
    [InlineData("COPY --exclude=.git . /srv/", "")]
    [InlineData("COPY src /srv/", "")]
    [InlineData("COPY <<EOF /srv/\nx\nEOF", "")]
    [InlineData("ADD https://example.com/ /srv/", "")]
    public void A_copy_of_everything_needs_a_dockerignore_file(string instruction, string expected) =>
        Assert.Equal(
            expected, ContextCase.Lint("DK3001", $"FROM alpine:3.22\n{instruction}\n", ContextCase.Of([".git/HEAD", "src/a"], null)));

    [Fact]
    public void A_dockerignore_file_may_be_empty() =>
        Assert.Equal("", ContextCase.Lint("DK3001", CopyAll, ContextCase.Of([".git/HEAD"], "")));

    [Theory]
    [InlineData("", "a/.git/HEAD a/x/node_modules/y", "a/.git and a/x/node_modules are copied too: .dockerignore does not leave them out")]
    [InlineData("**/node_modules\n**/.git", "a/.git/HEAD a/x/node_modules/y", "")]
    [InlineData("**/node_modules/*", "a/node_modules/y", "")]
    [InlineData("*\n!a/src", "a/node_modules/y a/src/i", "")]
    [InlineData("*\n!a", "a/node_modules/y a/src/i", "a/node_modules is copied too: .dockerignore does not leave it out")]
    [InlineData("", "a/bin/x.dll a/obj/y", "")]
    [InlineData("", "a/bin/x.dll a/obj/y a/a.csproj", "a/bin and a/obj are copied too: .dockerignore does not leave them out")]
    [InlineData("", "a/target/x a/Cargo.toml", "a/target is copied too: .dockerignore does not leave it out")]
    [InlineData("", "a/target/x a/pom.xml", "")]
    [InlineData("", "b/.git/HEAD a/x", "")]
    public void Clutter_is_what_comes_with_a_folder_and_is_not_left_out(string ignore, string files, string expected) =>
        Assert.Equal(expected.Length == 0 ? "" : $"a: {expected}",
            ContextCase.Lint("DK3002", "FROM alpine:3.22\nCOPY a /srv/\n", ContextCase.Of(files.Split(' '), ignore)));

    [Fact]
    public void A_folder_that_is_named_is_meant() =>
        Assert.Equal(
            "", ContextCase.Lint(
            "DK3002", "FROM alpine:3.22\nCOPY node_modules .git /srv/\n", ContextCase.Of(["node_modules/a/i.js", ".git/HEAD"], "")));

    [Theory]
    [InlineData("git describe --tags")]
    [InlineData("VERSION=$(git rev-parse HEAD) make")]
    public void Where_a_script_asks_git_the_folder_may_come_along(string script) =>
        Assert.Equal("", ContextCase.Lint("DK3002", $"{CopyAll}RUN {script}\n", ContextCase.Of([".git/HEAD"], "")));

    [Fact]
    public void A_folder_nobody_looked_into_counts_unless_its_content_is_left_out()
    {
        Assert.NotEqual("", ContextCase.Lint("DK3002", CopyAll, ContextCase.Of([".git/"], "", false, ".git")));
        Assert.Equal("", ContextCase.Lint("DK3002", CopyAll, ContextCase.Of([".git/"], ".git/*", false, ".git")));
    }

    [Theory]
    [InlineData(".env", ".: .env is copied too, and may hold secrets")]
    [InlineData(".env.example .env.sample .npmrc id_rsa.pub", "")]
    [InlineData("tests/fixtures/server-key.pem node_modules/x/id_rsa", "")]
    [InlineData("a/id_rsa b/id_rsa deploy/app.pfx .env", ".: .env, a/id_rsa, b/id_rsa and 1 more are copied too, and may hold secrets")]
    public void Secrets_are_found_in_what_is_copied(string files, string expected) =>
        Assert.Equal(expected, ContextCase.Lint("DK3003", CopyAll, ContextCase.Of(files.Split(' '), null)));

    [Theory]
    [InlineData("requirments.txt", "requirments.txt is not in the build context, but requirements.txt is")]
    [InlineData("Requirements.txt", "Requirements.txt is not in the build context, but requirements.txt is")]
    [InlineData("app/mian.py", "app/mian.py is not in the build context, but app/main.py is")]
    [InlineData("./app//main.py", "")]
    [InlineData("app", "")]
    [InlineData("../app", "")]
    [InlineData("dist", "")]
    [InlineData("config2.yml", "")]
    [InlineData("*.txtt", "")]
    [InlineData("$NAME.txt", "")]
    [InlineData("link/anything", "")]
    [InlineData("hidden/requirement.txt", "")]
    public void In_a_context_that_was_found_only_a_slip_of_the_pen_is_told(string path, string expected) => Assert.Equal(
        expected.Length == 0 ? "" : $"{path}: {expected}",
        ContextCase.Lint("DK3004", $"FROM alpine:3.22\nARG NAME=requirement\nCOPY {path} /srv/\n",
            ContextCase.Of(["requirements.txt", "config1.yml", "app/main.py", "link->../elsewhere", "hidden/"], null, false, "hidden")));

    [Fact]
    public void In_a_stated_context_every_missing_source_is_told()
    {
        var context = ContextCase.Of(["a.txt"], "left.txt", isStated: true);
        Assert.Equal("dist: dist is not in the build context",
            ContextCase.Lint("DK3004", "FROM alpine:3.22\nCOPY a.txt left.txt dist /srv/\n", context));
    }

    [Theory]
    [InlineData("*.key\n!src\n", "")]
    [InlineData("a\n!a/b\n", "")]
    [InlineData("a/b\n!a\n", ".: a/b in .dockerignore has no effect: !a comes behind it")]
    [InlineData(".env\n*.md\n!.env\n", ".: .env in .dockerignore has no effect: !.env comes behind it")]
    [InlineData("!a\n**\n!a\n", ".: !a in .dockerignore has no effect: ** comes behind it")]
    [InlineData("a\na\n*\n", "")]
    public void A_pattern_is_undone_by_one_behind_it_that_fits_as_much(string ignore, string expected) =>
        Assert.Equal(expected, ContextCase.Lint("DK3005", CopyAll, ContextCase.Of(["x"], ignore)));

    [Fact]
    public void A_pattern_may_fit_what_nobody_looked_into()
    {
        var context = ContextCase.Of(["a/x", "closed/"], "closed/in\nb\n*.md\n", false, "closed");
        Assert.Equal(".: b in .dockerignore fits nothing in the context", ContextCase.Lint("DK3006", CopyAll, context));
    }

    [Fact]
    public void A_large_context_is_measured_after_dockerignore()
    {
        Assert.Equal(".: the context has at least 700 MB, the limit is 500 MB; the largest file is b",
            ContextCase.Lint("DK3007", CopyAll, ContextCase.Of(["a:100000000", "b:600000000", "c:1"], null, false, "d")));
        Assert.Equal("", ContextCase.Lint("DK3007", CopyAll, ContextCase.Of(["a:100000000", "b:600000000"], "b")));
    }

    [Theory]
    [InlineData("*\n!keep.txt\n", "a.txt: a.txt is left out by the .dockerignore file")]
    [InlineData("*\n!a.txt\n", "")]
    [InlineData("*\n!d/x\n", "a.txt: a.txt is left out by the .dockerignore file")]
    public void With_exceptions_an_ignored_source_is_told_where_the_files_are_known(string ignore, string expected) =>
        Assert.Equal(
            expected, ContextCase.Lint(
            "CopyIgnoredFile", "FROM alpine:3.22\nCOPY a.txt /srv/\n", ContextCase.Of(["a.txt", "keep.txt", "d/x"], ignore)));

    [Fact]
    public void A_folder_of_which_an_exception_keeps_something_is_not_left_out() =>
        Assert.Equal(
            "", ContextCase.Lint("CopyIgnoredFile", "FROM alpine:3.22\nCOPY d /srv/\n", ContextCase.Of(["d/x", "d/y"], "*\n!d/x\n")));
}
