using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The default verdicts of rules that look into scripts. What each case must report stands between the marks [| and |].</summary>
public sealed class ScriptRuleTests
{
    [Theory]
    // A program that does nothing useful in a build
    [InlineData("DL3001", "FROM a\nRUN [|ps|] aux && [|/usr/bin/top|] -b\n")]
    [InlineData("DL3001", "FROM a\nRUN daemon & sleep 1; kill $!\n")]
    [InlineData("DL3001", "FROM a\nRUN vim +PlugInstall +qall && [|vim|] x\n")]
    [InlineData("DL3001", "FROM a\nRUN service x start && createdb && [|service|] x stop\n")]
    [InlineData("DL3001", "FROM a\nONBUILD RUN [|shutdown|] now\n")]
    // A directory change that WORKDIR should do
    [InlineData("DL3003", "FROM a\nRUN git clone u /t/jo && (cd /t/jo && make install) && rm -rf /t/jo\n")]
    [InlineData("DL3003", "FROM a\nRUN cd x && make\nRUN cd /tmp/x && make\nRUN cd /src && make && rm -rf /src\nRUN cd /src || exit 1\n")]
    [InlineData("DL3003", "FROM a\nENV D=/srv\nRUN [|cd $D|] && make\n")]
    [InlineData("DL3003", "FROM a\nRUN cd /a && make && cd /b && make\nONBUILD RUN cd /a && make\n")]
    // sudo
    [InlineData("DL3004", "FROM a\nRUN x | [|sudo|] tee /y && apt-get install sudo\n")]
    // Versions of Debian packages
    [InlineData("DL3008", "FROM a\nENV P=\"python3=3.6.7-1\"\nRUN apt-get install -y $P\n")]
    [InlineData("DL3008", "FROM a\nRUN P=\"curl=7 git=2\"; apt-get install -y $P\n")]
    [InlineData("DL3008", "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN p=(curl=7 git=2); apt-get install -y \"${p[@]}\"\n")]
    [InlineData("DL3008", "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN p=(curl git=2); apt-get install -y [|\"${p[@]}\"|]\n")]
    [InlineData("DL3008", "FROM a\nRUN for p in a b; do apt-get install -y $p; done && apt-get install $(cat list)\n")]
    [InlineData("DL3008", "FROM a\nRUN apt-get -o Dpkg::Options::=--force-confold -c f -t bookworm install ./x.deb a/sid b=1 c-\n")]
    [InlineData("DL3008", "FROM a\nRUN env X=1 sudo -u root /usr/bin/apt-get -qq install [|curl|] git\nRUN apt install [|wget|]\n")]
    [InlineData("DL3008", "FROM a\nRUN echo 'deb http://snapshot.debian.org/archive/debian/20250101T000000Z bookworm main' > "
        + "/etc/apt/sources.list\nRUN apt-get install curl\n")]
    [InlineData("DL3008", "FROM a\nRUN <<EOF\nset -e\napt-get install -y [|curl|]\nEOF\n")]
    [InlineData("DL3008", "FROM a\nRUN [\"apt-get\", \"install\", \"[|curl|]\"]\nRUN xargs apt-get install -y < list\n")]
    [InlineData("DL3008", "FROM a\nONBUILD RUN apt-get install -y \\\n  [|curl|]\n")]
    // Package lists left in a layer
    [InlineData("DL3009", "FROM a\nRUN [|apt-get|] update && apt-get install x\nRUN apt-get update && rm -fr /var/lib/apt/lists\nRUN "
        + "apt-get update && rm -r -f /var/lib/apt/lists/*\n")]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && find /var/lib/apt/lists -type f -delete\nRUN apt-get update && apt-get "
        + "distclean\nRUN apt-get update && rm -rf /var/lib/apt\n")]
    [InlineData("DL3009", "FROM a\nRUN --mount=type=tmpfs,target=/var/lib/apt apt-get update\nRUN "
        + "--mount=type=cache,target=/var/lib/apt/lists/ apt-get update\n")]
    [InlineData("DL3009", "FROM debian AS image1\nRUN [|apt-get|] update\nFROM alpine AS image2\nRUN x\n")]
    [InlineData("DL3009", "FROM debian AS b\nRUN apt-get update\nFROM alpine\nCOPY --from=b /x /x\n")]
    [InlineData("DL3009", "FROM a\nONBUILD RUN [|apt-get|] update\nRUN rm -rf /tmp/x && [|apt|] update\n")]
    // Versions of Python packages
    [InlineData("DL3013", "FROM a\nARG P=x\nARG V=1\nRUN python -m pip install \"${P}==${V}\" && pip install .[dev]\n")]
    [InlineData("DL3013", "FROM a\nRUN pip install -r r.txt -c c.txt flask\nRUN pip3.12 install -r r.txt [|flask|]\nRUN pip install "
        + "--no-index -f /w flask\n")]
    [InlineData("DL3013", "FROM a\nRUN pip install git+https://github.com/a/b@v1 ./x https://e.com/x.zip 'a>=1' b.whl\nRUN pip install "
        + "[|git+https://user@github.com/a/b|]\n")]
    [InlineData("DL3013", "FROM a\nRUN uv pip install --system [|flask|] && uv sync && uv tool install [|ruff|] && pipx install "
        + "[|black|] && pipenv install x\n")]
    [InlineData("DL3013", "FROM a\nRUN pip install --timeout 60 --index-url u -e . --target /x --group dev 'a~=1'\nRUN /venv/bin/pip "
        + "--no-input install [|a|]\n")]
    // Questions that nobody answers
    [InlineData("DL3014", "FROM a\nRUN [|apt-get|] install x && apt-get -qqq install x && apt-get install -qy x && apt-get install $OPTS "
        + "x\n")]
    [InlineData("DL3014", "FROM a\nRUN yes | apt-get install x\nRUN apt-get -o APT::Get::Assume-Yes=true install x && apt-get -y=true "
        + "install x\n")]
    [InlineData("DL3014", "FROM a\nRUN [|apt-get|] dist-upgrade && apt-get upgrade -y && apt-get update\n")]
    [InlineData("DL3014", "FROM a AS b\nCOPY <<EOF /etc/apt/apt.conf.d/x\nAPT::Get::Assume-Yes \"true\";\nEOF\nFROM b\nRUN apt-get "
        + "install x\n")]
    [InlineData("DL3008", "FROM a\nRUN e=; d=$e$e$e; c=$d$d$d; b=($c $c x=1); apt-get install -y \"${b[@]}\" [|y|] $unknown\n")]
    // Recommended packages
    [InlineData("DL3015", "FROM a\nRUN apt-get install -o \"APT::Install-Recommends=0\" x && apt-get -oAPT::Install-Recommends=no "
        + "install x && [|apt-get|] install y\n")]
    [InlineData("DL3015", "FROM a AS b\nRUN apt-get install x\nFROM c\nCOPY --from=b /x /\n")]
    [InlineData("DL3015", "FROM a AS b\nRUN echo 'APT::Install-Recommends \"false\";' > /etc/apt/apt.conf.d/r\nFROM b\nRUN apt-get "
        + "install x\n")]
    // Versions of JavaScript packages
    [InlineData("DL3016", "FROM a\nRUN npm ci && npm install && npm i -g [|a|] @b/c@1 && npm install --prefix /x --omit dev d@1\n")]
    [InlineData("DL3016", "FROM a\nRUN yarn add [|a|] && yarn global add [|b|] c@2 && pnpm add -g [|d|] && bun add e@1 && yarn install "
        + "&& pnpm install\n")]
    [InlineData("DL3016", "FROM a\nRUN npm install [|a@latest|] user/repo#v1 git+https://h/x.git#v1 ./a ../b /c ~/d x.tgz --unsafe-perm "
        + "true\nRUN npm install [|user/repo|]\n")]
    // Alpine
    [InlineData("DL3018", "FROM a\nARG P=\"bash=5.0.0-r0\"\nRUN apk add --no-cache $P && apk add -t .deps --virtual .x -X http://r "
        + "--root /x a=1 b~2 'c>3' d.apk !e\n")]
    [InlineData("DL3018", "FROM a\nRUN apk --no-cache add [|curl|] && /sbin/apk add [|git|] && apk del x && apk add $UNKNOWN\n")]
    [InlineData("DL3019", "FROM a\nRUN [|apk|] -U add x\nRUN --mount=type=cache,target=/var/cache/apk apk add x\nRUN "
        + "--mount=type=cache,target=/etc/apk/cache apk add x\nRUN apk add x && rm -rf /var/cache/apk/*\n")]
    // apt
    [InlineData("DL3027", "FROM a\nRUN [|apt|] update && apt-get install x && echo apt && [|/usr/bin/apt|] list\n")]
    // Ruby
    [InlineData("DL3028", "FROM a\nRUN gem install -N [|rails|] && gem install --no-document rake:1 && gem i x --version=1 -- --with-y "
        + "&& gem install ./x.gem && gem install -g\n")]
    // yum, dnf
    [InlineData("DL3030", "FROM a\nRUN [|yum|] install x && yum -y install x && yum install --assumeyes x && yum --setopt=assumeyes=True "
        + "update\nRUN yum info x\n")]
    [InlineData("DL3032", "FROM a\nRUN yum clean all && [|yum|] install -y git-2.0\n")]
    [InlineData("DL3032", "FROM a\nRUN --mount=type=cache,target=/var/cache/yum yum install -y x-1\nRUN "
        + "--mount=type=cache,target=/var/cache yum install -y x-1\nRUN yum install -y x-1 && rm -rf /var/cache/yum\n")]
    [InlineData("DL3033", "FROM a\nRUN yum --enablerepo x install -y [|httpd|] a-1.2 'b-3*' c.rpm http://d/e.rpm @core f-$V /usr/bin/g "
        + "&& yum module install -y [|nodejs|]\n")]
    [InlineData("DL3038", "FROM a\nRUN [|dnf5|] install x && microdnf install x && dnf -qy install x && [|dnf|] group install x && dnf "
        + "module list\n")]
    [InlineData("DL3040", "FROM a\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y x-1\nRUN "
        + "--mount=type=cache,target=/var/cache/libdnf5 dnf install -y x-1\nRUN [|microdnf|] update\n")]
    [InlineData("DL3041", "FROM a\nRUN dnf install -y --setopt install_weak_deps=False [|gcc-c++|] x-1 && microdnf install [|curl|]\n")]
    // zypper
    [InlineData("DL3034", "FROM a\nRUN [|zypper|] in x && zypper --non-interactive in x && zypper in -y x && zypper refresh\n")]
    [InlineData("DL3035", "FROM a\nRUN zypper -n [|dup|] && zypper -n --releasever 15 [|dist-upgrade|]\n")]
    [InlineData("DL3036", "FROM a\nRUN zypper cc && [|zypper|] -n in x\nRUN zypper -n in x && zypper clean\nRUN "
        + "--mount=type=cache,target=/var/cache/zypp zypper -n in x\n")]
    [InlineData("DL3037", "FROM a\nRUN zypper -n in -r repo [|curl|] 'git>=2' x.rpm && zypper in -t pattern devel\n")]
    // pip cache
    [InlineData("DL3042", "FROM a\nRUN --mount=type=cache,target=/root/.cache/pip pip install x\nRUN "
        + "--mount=type=cache,target=/root/.cache pip install x\nRUN [|pip|] install x\n")]
    [InlineData("DL3042", "FROM a\nARG PIP_NO_CACHE_DIR=1\nRUN pip install x\nFROM a\nENV PIP_CACHE_DIR=/c\nRUN "
        + "--mount=type=cache,target=/c pip install x\n")]
    [InlineData("DL3042", "FROM a AS b\nRUN pip install x\nFROM a\nCOPY --from=b /x /x\nRUN PIP_NO_CACHE_DIR=1 pip install x\nRUN pip "
        + "install x && pip cache purge\nRUN uv pip install x && pipx install x\n")]
    // useradd
    [InlineData("DL3046", "FROM a\nRUN useradd [|--uid=123456|] x && useradd -u 99999 x && useradd -lu 123456 x && useradd -u $UID x && "
        + "useradd -m [|-u|] 123456 x\n")]
    // wget
    [InlineData("DL3047", "FROM a\nRUN [|wget|] u && wget -nv u && wget -qO- u && wget --progress=dot u && wget -o l u && [|wget|] -O "
        + "quiet u && wget $OPTS u && [|wget|] -nc u\n")]
    // Yarn
    [InlineData("DL3060", "FROM a\nRUN [|yarn|]\nRUN yarn install && yarn cache clean --all\nRUN "
        + "--mount=type=cache,target=/root/.cache/yarn yarn\nRUN yarn build && yarn --version\n")]
    [InlineData("DL3060", "FROM a AS image1\nRUN [|yarn|] install\nFROM b AS image2\nRUN x\n")]
    // Go
    [InlineData("DL3062", "FROM a\nRUN go run main.go && go run cmd/x && go install ./... && go get && go install [|a.b/c@master|] "
        + "d.e/f@v1 && go run -mod mod [|g.h/i@latest|] arg\n")]
    [InlineData("DL3062", "FROM a\nRUN go install [|a.b/c|]\nFROM a\nCOPY go.mod .\nRUN go install a.b/c && go get [|d.e/f|] && go "
        + "install $PKG\n")]
    // wget and curl
    [InlineData("DL4001", "FROM a\nRUN apt-get install -y curl\nRUN curl u\nRUN [|wget|] u\nRUN wget u\nFROM a\nRUN curl u && wget "
        + "u\nFROM a\nRUN apk add wget curl\nRUN wget u\n")]
    // /bin/sh
    [InlineData("DL4005", "FROM a\nRUN ln -sf /bin/bash [|/bin/sh|] && ln -s /bin/sh /x && ln -s /bin/sh.distrib /bin/sh && ln -sfv bash "
        + "[|/bin/sh|]\n")]
    // Pipes
    [InlineData("DL4006", "FROM alpine:3 AS a\nSHELL [\"/bin/ash\",\"-o\",\"pipefail\",\"-c\"]\nFROM a\nRUN curl u | sh\n")]
    [InlineData("DL4006", "FROM a\nRUN set -o pipefail; curl u | tar x\nRUN <<EOF\nset -euo pipefail\ncurl u | tar x\nEOF\nRUN curl u "
        + "[|||] tar x\n")]
    [InlineData("DL4006", "FROM a\nRUN <<EOF bash\nset -euo pipefail\ncurl u | tar x\nEOF\nRUN yq eval '.a | explode(.)' f\n")]
    [InlineData("DL4006", "FROM a\nRUN yes | x && a | true && a || b && echo x | cut -c1 | y && { echo a; echo b; } | tee f && x $(a | "
        + "b) && echo $(cat f) | sha256sum -c\n")]
    [InlineData("DL4006", "FROM a\nRUN X=$(curl u [|||] jq .x) && echo $X\nRUN if a | b; then c; fi; ! a | b; a | b || true\nONBUILD RUN "
        + "a | b\n")]
    [InlineData("DL4006", "FROM a\nSHELL [\"powershell\"]\nRUN a | b\n")]
    [InlineData("DL4006", "# escape=`\nFROM a\nRUN a `\n  [|||] b\n")]
    public void A_rule_reports_exactly_what_is_marked(string id, string marked)
    {
        var (text, spans) = Unmark(marked);
        var found = Lint(RuleCatalog.All, id, text).Select(finding => finding.Span)
            .Order(Comparer<TextSpan>.Create((a, b) => a.Start - b.Start));
        Assert.Equal(spans, found);
    }

    [Theory]
    [InlineData("DL3003", "FROM a\nRUN cd /src \\\n # why\n && make\n")]
    [InlineData("DL3014", "FROM a\nRUN apt-get in\\\nstall x\n")]
    [InlineData("DL3040", "FROM a\nRUN dnf install -y x-1; if a; then b; fi\n")]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install x || true\n", 1)]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install y\nRUN apt-get install x\n")]
    [InlineData("DL3059", "FROM a\nRUN a\n# why\nRUN b\n")]
    [InlineData("DL3059", "FROM a\nRUN a\nRUN b > c\n")]
    [InlineData("DL3059", "FROM a\nRUN [\"a\"]\nRUN b\n")]
    [InlineData("DL4005", "FROM a\nRUN ln -s bash /bin/sh && x\n")]
    [InlineData("DL3027", "FROM a\nRUN /usr/bin/apt list\n")]
    public void No_fix_is_offered_where_it_would_lose_or_change_something(string id, string text, int fixes = 0)
    {
        var finding = Assert.Single(Lint(RuleCatalog.All, id, text));
        Assert.Equal(fixes, finding.Fixes.Count);
    }

    [Theory]
    [InlineData("DL3009", "FROM a\nRUN apt-get update && apt-get install -y x\n",
        "FROM a\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n", Applicability.Safe)]
    [InlineData("DL3009", "FROM a\nRUN <<EOF\nset -e\napt-get update\napt-get install -y x\nEOF\n",
        "FROM a\nRUN <<EOF\nset -e\napt-get update\napt-get install -y x && rm -rf /var/lib/apt/lists/*\nEOF\n", Applicability.Safe)]
    [InlineData("DL3003", "FROM a\r\nRUN cd /x && \\\r\n  make\r\n", "FROM a\r\nWORKDIR /x\r\nRUN make\r\n", Applicability.Unsafe)]
    [InlineData("DL3059", "# escape=`\r\nFROM a\r\nRUN a\r\nRUN b\r\nRUN c\r\n", "# escape=`\r\nFROM a\r\nRUN a `\r\n && b\r\nRUN c\r\n",
        Applicability.Safe)]
    [InlineData("DL3019", "FROM a\nONBUILD RUN apk add x\n", "FROM a\nONBUILD RUN apk add --no-cache x\n", Applicability.Safe)]
    [InlineData("DL3042", "FROM a\nRUN python -m pip --quiet install x\n", "FROM a\nRUN python -m pip --quiet install --no-cache-dir x\n",
        Applicability.Safe)]
    [InlineData("DL3034", "FROM a\nRUN /usr/bin/zypper in x\n", "FROM a\nRUN /usr/bin/zypper -n in x\n", Applicability.Safe)]
    [InlineData("DL3047", "FROM a\nRUN wget u\n", "FROM a\nRUN wget --progress=dot:giga u\n", Applicability.Unsafe)]
    public void The_first_fix_of_the_first_finding_gives(string id, string text, string expected, Applicability applicability)
    {
        var fix = Lint(RuleCatalog.All, id, text)[0].Fixes[0];
        Assert.Equal(expected, fix.Edits.Apply(text));
        Assert.Equal(applicability, fix.Applicability);
    }

    [Fact]
    public void Lists_of_apt_can_go_by_cleaning_or_into_cache_mounts()
    {
        const string Text = "FROM a\nRUN apt-get update && apt-get install x\n";
        var fixes = Assert.Single(Lint(RuleCatalog.All, "DL3009", Text)).Fixes;
        Assert.Equal([Applicability.Safe, Applicability.Unsafe], fixes.Select(fix => fix.Applicability));
        Assert.All(fixes, fix => Assert.Empty(Lint(RuleCatalog.All, "DL3009", fix.Edits.Apply(Text))));
    }

    [Fact]
    public void Both_uses_are_shown_where_wget_and_curl_meet()
    {
        const string Text = "FROM a\nRUN apt-get install curl && curl u && wget u\n";
        var related = Assert.Single(Assert.Single(Lint(RuleCatalog.All, "DL4001", Text)).RelatedSpans);
        Assert.Equal(Text.IndexOf("curl u", StringComparison.Ordinal), related.Span.Start);
    }

    [Theory]
    // The text is bash whatever the shell, arrays are joined, and names are compared whole.
    [InlineData("DL3004", "FROM a\nSHELL [\"powershell\"]\nRUN sudo x\nRUN [\"sudo\", \"x\"]\nRUN /usr/bin/sudo x\nRUN env sudo x\nRUN "
        + "command sudo x\n", 3, 4, 7)]
    [InlineData("DL3004", "FROM a\nRUN x && \\\n  (if a; then b $(sudo x); fi)\nONBUILD RUN sudo x\nRUN sudo 'x\n", 2, 4)]
    [InlineData("DL3004", "FROM a\nRUN <<EOF\nsudo x\nEOF\n\nRUN sudo x <<EOF\ny\nEOF\n\nRUN cat <<EOF\nsudo x\nEOF\n", 2, 6)]
    [InlineData("DL3003", "FROM a\nRUN (cd /x && y)\nONBUILD RUN cd /x\n", 2)]
    // Any word of the list will do, and values of unlisted flags count as packages.
    [InlineData("DL3008", "FROM a\nRUN apt-get install -t sid x=1\nRUN apt-get install -a arm x=1\nRUN apt-get install $P\nRUN apt-get "
        + "install x=$V y/sid z.deb\n", 3, 4)]
    [InlineData("DL3009", "FROM debian AS image1\nRUN apt-get update\nFROM image1 AS b\nRUN apt-get update && rm -rf /x\nFROM c\nRUN "
        + "apt-get update && rm -fr /var/lib/apt/lists\n", 2, 6)]
    [InlineData("DL3013", "FROM a\nRUN pip install --upgrade pip\nRUN pip install -e .[x]\nRUN pip install .\nRUN pipx install x\nRUN uv "
        + "pip install x\nRUN pip install -r r x\nRUN pip install a/b\n", 2, 5)]
    [InlineData("DL3014", "FROM a\nRUN apt-get -qqq install x\nRUN apt-get -qq install x\nRUN apt-get install --quiet --quiet x\nRUN "
        + "apt-get -q=2 install x\nRUN apt install x\n", 2)]
    [InlineData("DL3015", "FROM a\nRUN apt-get install -o APT::Install-Recommends=false x\nRUN apt-get install -o "
        + "APT::Install-Recommends=0 x\n", 3)]
    [InlineData("DL3016", "FROM a\nRUN npm i x\nRUN npm install --prefix d x@1\nRUN npm install --registry d @a/b\nRUN npm install\nRUN "
        + "npm install x@latest\n", 3, 4)]
    [InlineData("DL3018", "FROM a\nRUN apk add -t .d x=1\nRUN apk add --root /x y=1\nRUN apk add $P\n", 3, 4)]
    [InlineData("DL3019", "FROM a\nRUN apk add x && rm -rf /var/cache/apk/*\nRUN --mount=type=cache,target=/var/cache/apk apk add x\n", 2)]
    [InlineData("DL3028", "FROM a\nRUN gem install -N rails\nRUN gem install x\nRUN gem install x.gem\nRUN gem install x:1 -- --y\n", 3, 4)]
    [InlineData("DL3032", "FROM a\nRUN yum clean all && yum install x\nRUN yum install x && rm -rf /y\nRUN yum install x\n", 2, 4)]
    [InlineData("DL3033", "FROM a\nARG V\nRUN yum install x-$V\nRUN yum install x-$W\nRUN yum install foo.rpm\nRUN yum install a-b.rpm "
        + "python3-3x\nRUN yum module install x:1\nRUN yum install a-b\n", 4, 5, 8)]
    [InlineData("DL3037", "FROM a\nRUN zypper in -r repo x=1\nRUN zypper in x=1\n", 2)]
    [InlineData("DL3038", "FROM a\nRUN dnf5 install x\nRUN microdnf install x\n", 3)]
    [InlineData("DL3040", "FROM a\nRUN --mount=type=cache,target=/var/cache/dnf dnf install x\nRUN "
        + "--mount=type=cache,target=/var/cache/libdnf5 dnf install x\nRUN microdnf install x && dnf clean all\n", 2, 4)]
    [InlineData("DL3042", "FROM a\nRUN PIP_NO_CACHE_DIR=1 pip install x\nRUN pip install x\nENV PIP_NO_CACHE_DIR=off\nRUN pip install "
        + "x\nENV PIP_NO_CACHE_DIR=on\nRUN pip install x\n", 3, 5)]
    [InlineData("DL3046", "FROM a\nRUN useradd --uid=123456 x\nRUN useradd -u ${UIDS} x\nRUN useradd -u 99999 x\n", 3)]
    [InlineData("DL3047", "FROM a\nRUN wget -O- u\nRUN wget -xqz u\nRUN wget -nv u\n", 2)]
    [InlineData("DL3059", "FROM a\nRUN a\n# c\nRUN b\nRUN c && d\nRUN e\nRUN --network=none f\nENV x=1\nRUN [ -f x ] && g\nRUN h\n", 4, 10)]
    [InlineData("DL3060", "FROM a\nRUN yarn install\nRUN yarn\nRUN yarn install && yarn cache clean\nRUN yarn cache clean && yarn "
        + "install\n", 2, 5)]
    [InlineData("DL3062", "FROM a\nRUN go run main.go\nRUN go install ./x\nRUN go install a@master\nRUN go get a@latest\nRUN go run a@v1 "
        + "&& go install b\n", 2, 5)]
    [InlineData("DL4001", "FROM a\nRUN curl u\nRUN wget u\nRUN curl u\nRUN x\nFROM b\nRUN wget u\n", 3, 4)]
    [InlineData("DL4005", "FROM a\nRUN ln -s /bin/sh /x\n", 2)]
    [InlineData("DL4006", "FROM a\nRUN a | b\nRUN set -o pipefail; a | b\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | "
        + "b\nSHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\nSHELL [\"pwsh\"]\nRUN a | b\nFROM a\nRUN a | b\n", 2, 3, 7, 11)]
    public void The_hadolint_profile_has_hadolints_verdicts_by_line(string id, string text, params int[] lines)
    {
        var source = SourceText.From(text);
        Assert.Equal(lines, Lint(RuleCatalog.For(Profile.Hadolint), id, text).Select(finding => source.Lines.GetLine(finding.Span.Start)));
    }

    [Theory]
    [InlineData("FROM a\n# hadolint ignore=DL3004\nRUN sudo x\nRUN sudo x\n", 4)]
    [InlineData("FROM a\n# hadolint ignore=DL3004\n\nRUN sudo x\n", 4)]
    [InlineData("FROM a\n# hadolint ignore=DL3004\n# hadolint ignore=DL3003\nRUN sudo x\n", 4)]
    [InlineData("FROM a\nRUN x && \\\n# hadolint ignore=DL3004\nsudo x\n", 2)]
    [InlineData("# hadolint stage ignore=DL3004\nFROM a\nRUN sudo x\nFROM b\nRUN sudo x\n", 5)]
    [InlineData("FROM a\nRUN sudo x\n# hadolint global ignore=DL3004\n")]
    [InlineData("FROM a\n# dockerlint ignore=DL3004\nRUN sudo x\n", 3)]
    public void In_the_hadolint_profile_comments_reach_as_far_as_with_hadolint(string text, params int[] lines)
    {
        var source = SourceText.From(text);
        var linter = new Linter(RuleCatalog.For(Profile.Hadolint), new LintConfig { Profile = Profile.Hadolint });
        Assert.Equal(lines, linter.Lint(source).Where(finding => finding.RuleId == "DL3004")
            .Select(finding => source.Lines.GetLine(finding.Span.Start)));
    }

    [Fact]
    public void A_stage_comment_covers_its_stage_in_the_default_profile()
    {
        const string Text = "FROM a\nRUN sudo x\n# dockerlint stage ignore=sudo-command -- legacy\n\nFROM b\nRUN sudo x\nRUN sudo "
            + "y\nFROM c\n";
        Assert.Equal(Text.IndexOf("sudo", StringComparison.Ordinal), Assert.Single(Lint(RuleCatalog.All, "DL3004", Text)).Span.Start);
    }

    private static IReadOnlyList<Diagnostic> Lint(IEnumerable<Rule> rules, string id, string text) =>
        new Linter(rules.Where(rule => rule.Info.Id == id)).Lint(SourceText.From(text))
            .Where(finding => finding.RuleId != Linter.SyntaxErrorId).ToList();

    private static (string Text, IReadOnlyList<TextSpan> Spans) Unmark(string marked)
    {
        var spans = new List<TextSpan>();
        var text = marked;
        for (var open = text.IndexOf("[|", StringComparison.Ordinal); open >= 0; open = text.IndexOf("[|", open, StringComparison.Ordinal))
        {
            // A marked pipe is written [|||]: the closing mark is the one behind at least one character.
            var close = text.IndexOf("|]", open + 3, StringComparison.Ordinal);
            spans.Add(TextSpan.FromBounds(open, close - 2));
            text = text[..open] + text[(open + 2)..close] + text[(close + 2)..];
        }

        return (text, spans);
    }
}
