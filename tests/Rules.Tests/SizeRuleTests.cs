using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class SizeRuleTests
{
    [Theory]
    [InlineData("DK4001", "FROM rust:1.90\nRUN cargo build --release\nENTRYPOINT [\"./x\"]\n", "cargo")]
    [InlineData("DK4002", "FROM a:1\nRUN x\nFROM b:1\n", "FROM")]
    [InlineData("DK4003", "FROM a:1\nWORKDIR /tmp\nCOPY a/key.pem ./\nRUN use key.pem && rm -f key.pem\n", "key.pem")]
    [InlineData("DK4003", "FROM a:1\nRUN wget -q -O /tmp/x.zip https://example.com/x.zip\nRUN unzip /tmp/x.zip; rm /tmp/x.zip\n",
        "/tmp/x.zip")]
    [InlineData("DK4004", "FROM a:1\nCOPY . /app\nRUN useradd app && chown -R app:app /app\n", "chown")]
    [InlineData("DK4004", "FROM a:1\nCOPY run.sh /usr/bin/\nRUN ls && chmod 0755 /usr/bin/run.sh\n", "chmod")]
    [InlineData("DK4005", "FROM a:1\nRUN chmod -R g+w /opt\n", "chmod")]
    [InlineData("DK4006", "FROM a:1\nRUN apk add --virtual .deps gcc\nRUN make\nRUN apk del .deps\n", ".deps")]
    [InlineData("DK4007", "FROM scratch AS x\nFROM x AS y\nFROM a:1\nCOPY --from=Y /app /\n", "Y")]
    [InlineData("DK4008", "FROM a:1\nRUN /opt/conda/bin/conda install -y x\n", "/opt/conda/bin/conda")]
    [InlineData("DK4009", "FROM a:1\nRUN wget https://example.com/v1/x.deb && dpkg -i x.deb\n", "wget")]
    [InlineData("DK4010", "FROM a:1\nRUN yarn --frozen-lockfile\n", "yarn")]
    public void The_size_rules_point_at_the_very_word(string id, string text, string word)
    {
        var finding = Assert.Single(Lint(id, text));
        Assert.Equal(word, text.Substring(finding.Span.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("DK4001", "FROM golang:1.25\nRUN go build .\n")]
    [InlineData("DK4001", "FROM a:1\nRUN apt-get install -y gcc && make && apt-get purge -y --auto-remove\nCMD [\"/a\"]\n")]
    [InlineData("DK4001", "FROM golang:1.25 AS b\nRUN go build .\nFROM a:1\nCOPY --from=b /x /x\nCMD [\"/x\"]\n")]
    [InlineData("DK4002", "FROM a:1 AS test\nFROM b:1\n")]
    [InlineData("DK4002", "ARG N=0\nFROM a:1\nFROM b:1\nCOPY --from=$N /x /x\n")]
    [InlineData("DK4003", "FROM a:1 AS b\nCOPY x.zip /tmp/x.zip\nRUN unzip /tmp/x.zip && rm /tmp/x.zip\nFROM c:1\nCOPY --from=b /x /x\n")]
    [InlineData("DK4003", "FROM a:1\nCOPY x.zip /tmp/x.zip\nRUN rm /tmp/y.zip /tmp/*.tgz\n")]
    [InlineData("DK4004", "FROM a:1\nCOPY --chown=app a.sh /app/\nRUN chown app /app/a.sh\n")]
    [InlineData("DK4004", "FROM a:1\nCOPY dir /app/dir\nRUN chown app /app/dir\n")]
    [InlineData("DK4004", "FROM a:1\nCOPY a.sh /app/\nRUN chown -R app /app\n")]
    [InlineData("DK4005", "FROM a:1\nRUN mkdir /data && chown -R app /data\n")]
    [InlineData("DK4006", "FROM a:1\nRUN apt-get install -y curl && apt-get purge -y curl\n")]
    [InlineData("DK4007", "FROM scratch AS x\nFROM a:1\nCOPY --from=x / /\n")]
    [InlineData("DK4007", "ARG W=no\nFROM scratch AS x-no\nFROM x-${W} AS x\nFROM a:1\nCOPY --from=x /a /a\n")]
    [InlineData("DK4008", "FROM a:1\nRUN conda install -y x && rm -rf /opt/conda/pkgs\n")]
    [InlineData("DK4009", "FROM a:1\nRUN curl -o /srv/data.tar.gz https://example.com/data.tar.gz\n")]
    [InlineData("DK4010", "FROM a:1\nENV NODE_ENV=production\nRUN npm ci\n")]
    [InlineData("DK4010", "FROM a:1\nRUN npm ci && npm run build\n")]
    public void The_size_rules_keep_quiet_without_cause(string id, string text) => Assert.Empty(Lint(id, text));

    [Theory]
    [InlineData("FROM a:1\nCOPY x /srv/x\nRUN chown -R 1:1 /srv/x\nRUN ls\n", "FROM a:1\nCOPY --chown=1:1 x /srv/x\nRUN ls\n")]
    [InlineData("FROM a:1\nCOPY --link x.sh /\nENV A=b\nRUN chmod 700 /x.sh", "FROM a:1\nCOPY --chmod=700 --link x.sh /\nENV A=b\n")]
    public void A_change_after_a_copy_becomes_a_flag_of_the_copy(string before, string after) =>
        Assert.Equal(after, Assert.Single(Assert.Single(Lint("DK4004", before)).Fixes).Edits.Apply(before));

    [Theory]
    [InlineData("FROM a:1\nCOPY x /srv/x\nRUN useradd app\nRUN chown -R app /srv/x\n")]
    [InlineData("FROM a:1\nCOPY x /srv/x\nRUN ls && chown -R 1:1 /srv/x\n")]
    [InlineData("FROM a:1\nCOPY x /srv/x\nRUN chown -R 1:1 /srv/x \\\n\n# next\n")]
    public void A_change_that_does_more_or_needs_a_user_made_later_has_no_fix(string text) =>
        Assert.Empty(Assert.Single(Lint("DK4004", text)).Fixes);

    private static List<Diagnostic> Lint(string id, string text) =>
        [.. new Linter([RuleCatalog.All.Single(rule => rule.Info.Id == id)]).Lint(SourceText.From(text))
            .Where(finding => finding.RuleId == id)];
}
