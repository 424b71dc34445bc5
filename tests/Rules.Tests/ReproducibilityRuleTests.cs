using Xunit;

namespace Dockerlint.Tests;

public sealed class ReproducibilityRuleTests
{
    [Theory]
    [InlineData("DK5001", "ARG V=12\nFROM [|debian:$V|] AS a\nFROM a\nFROM debian\nFROM scratch\n")]
    [InlineData("DK5002", "FROM a:1\nWORKDIR /x\nCOPY [\"package.json\", \"package-lock.json\", \"./\"]\nRUN <<EOF\nset -e\n[|npm "
        + "install|]\nnpm install -g yarn\nnpm install express\nEOF\n")]
    [InlineData("DK5002", "FROM a:1 AS deps\nCOPY yarn.lock ./\nFROM deps\nRUN [|yarn install --production|] && yarn --version && yarn "
        + "install --immutable && yarn build\n")]
    [InlineData("DK5002", "FROM a:1\nRUN --mount=type=bind,source=pnpm-lock.yaml,target=pnpm-lock.yaml [|pnpm i|]\nRUN pnpm i\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY Gemfile* ./\nRUN bundle install\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY Gemfile Gemfile.lock ./\nRUN bundle config set --local deployment true\nRUN bundle install\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY Gemfile Gemfile.lock ./\nRUN [|bundle install --jobs=4|]\n")]
    [InlineData("DK5002", "FROM a:1\nRUN npm install\nCOPY package-lock.json ./\nCOPY . .\nONBUILD RUN [|npm install|]\n")]
    [InlineData("DK5003", "FROM a:1\nCOPY . .\nRUN [|npm install|] && npm ci && dotnet restore && cargo install --path . && [|cargo "
        + "install x|]\n")]
    [InlineData("DK5004", "FROM a:1\nRUN [|composer update|] && composer install && go get ./... && [|go get -u x.com/a|] && [|bundle "
        + "update|] && bundle update --bundler && npm update -g npm\n")]
    [InlineData("DK5004", "FROM a:1\nRUN apt-get update && poetry install && [|poetry update|]\nRUN [\"[|npm\", \"update|]\"]\n")]
    [InlineData("DK5005", "FROM a:1\nRUN curl -o a [|https://github.com/o/r/archive/master/x.tgz|] && wget [|https://x.com/dl/latest|] "
        + "&& curl https://x.com/domain/latest-news\n")]
    [InlineData("DK5005", "FROM a:1\nRUN wget http://deb.x.com/debian/pool/main/a/a_1.deb && wget https://x.com/main/a && sha256sum -c "
        + "a.sum\n")]
    [InlineData("DK5006", "FROM a:1\nRUN apt-get update && [|apt-get -y dist-upgrade|] && apt-get upgrade -y curl && [|apk -U upgrade|] "
        + "&& dnf update -y curl && [|microdnf upgrade|]\n")]
    [InlineData("DK5007", "FROM a:1\nRUN [|git clone --depth=1 https://x.com/a.git|] && git clone -b v1.0 https://x.com/b.git\nARG R\n")]
    [InlineData("DK5007", "FROM a:1\nRUN git clone https://x.com/a.git /a\nRUN cd /a && git checkout abc\n")]
    [InlineData("DK5007", "FROM a:1\nARG REF\nRUN git clone --branch $REF https://x.com/a.git && git clone /src /dst && [|git -c a=b "
        + "clone --branch=develop git@x.com:a.git|]\n")]
    [InlineData("DK5008", "FROM a:1\nADD [|https://x.com/a.git|] [|git@x.com:a.git#master|] https://x.com/b.git#1.0 "
        + "https://x.com/b.git#main.zip /x/\n")]
    [InlineData("DK5008", "FROM a:1\nADD https://x.com/a.git?commit=abc /a\nADD [|https://x.com/a.git?ref=main|] /b\nADD --checksum=abc "
        + "https://x.com/a.git /c\nADD https://x.com/a.tgz /d\n")]
    [InlineData("DK5009", "FROM a:1\nRUN [|date -u > /t|] && date > /dev/null && X=$(date) && [|echo ${RANDOM}x >> /id|] && echo date > "
        + "/t && date --date=@1 > /t\n")]
    [InlineData("DK5005", "FROM a:1\nRUN wget [|https://x.com/latest.tar.gz|] && curl -O [|https://x.com/Tool-latest-Linux.sh|] && wget "
        + "https://x.com/main.py https://x.com/stable-1.2.tgz https://x.com/a-latest.asc https://x.com/a-13114758_latest.zip\nADD "
        + "[|https://github.com/a/b/archive/refs/heads/dev-3.zip|] [|https://x.com/b/archive/main.zip|] /x/\n")]
    [InlineData("DK5003", "FROM a:1\nCOPY . .\nRUN [|npm install --no-package-lock|] && [|yarn --no-lockfile|] && [|bun install|] && "
        + "[|pnpm i --no-lockfile|] && bun install --frozen-lockfile\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY package.json bun.lock ./\nRUN [|bun install|]\n")]
    public void A_reproducibility_rule_reports_exactly_the_marked_places(string id, string marked) => MarkedCase.Check(id, marked);

    [Theory]
    [InlineData("DK5002", "FROM a:1\nCOPY package-lock.json ./\nRUN x && \\\n    npm i --omit=dev\n",
        "FROM a:1\nCOPY package-lock.json ./\nRUN x && \\\n    npm ci --omit=dev\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY pnpm-lock.yaml ./\nRUN pnpm install\n",
        "FROM a:1\nCOPY pnpm-lock.yaml ./\nRUN pnpm install --frozen-lockfile\n")]
    public void A_fix_takes_the_offence_away(string id, string text, string expected) => Assert.Equal(expected, MarkedCase.Fixed(id, text));
}
