using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

public sealed class SecurityRuleTests
{
    [Theory]
    // No USER: only where the base is known to run as root and the file says what runs.
    [InlineData("DK2001", "FROM [|docker.io/library/node:22|]\nENTRYPOINT [\"node\", \"x.js\"]\n")]
    [InlineData("DK2001", "FROM debian:12 AS base\nUSER app\nFROM base\nCMD [\"x\"]\n")]
    [InlineData("DK2001", "FROM debian:12 AS build\nCMD [\"x\"]\nFROM [|alpine:3|]\nCOPY --from=build /a /a\nCMD [\"a\"]\n")]
    [InlineData("DK2001", "FROM postgres:17\nCMD [\"postgres\"]\n")]
    [InlineData("DK2001", "FROM scratch\nCMD [\"/a\"]\n")]
    [InlineData("DK2001", "ARG B\nFROM $B\nCMD [\"/a\"]\n")]
    [InlineData("DK2001", "FROM debian:12\nRUN apt-get install -y gosu\nCMD [\"/a\"]\n")]
    [InlineData("DK2001", "FROM debian:12\nCMD [\"bash\"]\n")]
    [InlineData("DK2001", "FROM debian:12\nRUN useradd app\nCMD [\"/a\"]\n")]
    // Downloads that are run.
    [InlineData("DK2002", "FROM a:1\nRUN [|curl|] -sSL https://x.com/i | sudo -E bash -\n")]
    [InlineData("DK2002", "FROM a:1\nRUN <<EOF\n[|wget|] -qO- https://x.com/i | tee /i | sh -s -- -y\nEOF\n")]
    [InlineData("DK2002", "FROM a:1\nONBUILD RUN [|curl|] https://x.com/i | python3 -\n")]
    [InlineData("DK2002", "FROM a:1\nRUN eval \"$([|curl|] https://x.com/i)\" && . <([|curl|] https://x.com/j)\n")]
    [InlineData("DK2002", "FROM a:1\nRUN curl -o i https://x.com/i | sh; curl https://x.com/i | python3 -c 'x'; curl https://x.com | "
        + "grep sh\n")]
    [InlineData("DK2002", "FROM a:1\nSHELL [\"powershell\"]\nRUN curl https://x.com/i | sh\n")]
    [InlineData("DK2002", "FROM a:1\nRUN [\"sh\", \"-c\", \"[|curl|] https://x.com/i | sh\"]\n")]
    // Certificates.
    [InlineData("DK2003", "FROM a:1\nRUN curl [|-fsSLk|] https://x.com/a && curl -o k https://x.com/k && curl -k https://localhost/\n")]
    [InlineData("DK2003", "FROM a:1\nRUN git -c [|http.sslVerify=false|] clone https://x.com/a && yum install -y --setopt=tsflags=nodocs "
        + "[|--setopt=sslverify=0|] b\n")]
    [InlineData("DK2003", "FROM a:1\nRUN apt-get -o [|Acquire::https::Verify-Peer=false|] update && yarn config set [|strict-ssl|] false "
        + "&& python3 -m pip install [|--trusted-host=x.com|] a\n")]
    [InlineData("DK2003", "FROM a:1\nRUN echo curl -k && ssh -o [|StrictHostKeyChecking=no|] a@b && npm config set strict-ssl true\n")]
    [InlineData("DK2004", "FROM a:1\nENV A=1 [|GIT_SSL_NO_VERIFY=true|]\nARG [|npm_config_strict_ssl=false|]\nRUN "
        + "[|PYTHONHTTPSVERIFY=0|] python x\n")]
    [InlineData("DK2004", "FROM a:1\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 PIP_TRUSTED_HOST=\nARG GIT_SSL_NO_VERIFY\n")]
    [InlineData("DK2003", "FROM a:1\nRUN curl -k -o /a https://x.com/a && echo \"0123  /a\" | sha256sum -c -\n")]
    // Packages.
    [InlineData("DK2005", "FROM a:1\nRUN apt-get install [|--force-yes|] -y a && rpm -i [|--nosignature|] b.rpm && dnf install "
        + "[|--nogpgcheck|] c\n")]
    [InlineData("DK2005", "FROM a:1\nCOPY <<EOF /etc/apt/sources.list.d/a.list\ndeb [[|trusted=yes|]] https://x.com ./\nEOF\n")]
    [InlineData("DK2005", "FROM a:1\nRUN apt-get install -y --allow-downgrades a && echo --force-yes\n")]
    // Modes.
    [InlineData("DK2006", "FROM a:1\nRUN chmod [|0777|] /a && chmod -R [|o+w|] /b && chmod u=rw,g+w /c && mkdir -p -m [|777|] /d && "
        + "chmod 1777 /e && chmod a+rwxt /f\n")]
    [InlineData("DK2006", "FROM a:1 AS b\nRUN chmod 777 /a\nFROM a:1\nCOPY --from=b --chmod=[|0666|] /a /a\n")]
    [InlineData("DK2007", "FROM a:1\nARG P=22\nEXPOSE [|$P|] [|20-30|] 2200 22/udp\nONBUILD EXPOSE [|22/TCP|]\n")]
    [InlineData("DK2008", "FROM a:1\nVOLUME [\"/a\", [|\"/run/docker.sock\"|]]\n")]
    [InlineData("DK2009", "FROM a:1\nCOPY package.json [|.env|] [|.env.production|] .env.example /app/\nCOPY --from=x "
        + "[|/root/.aws/credentials|] /root/\nADD https://x.com/id_rsa /\n")]
    [InlineData("DK2009", "FROM a:1\nCOPY certs/ca.pem certs/server.crt id_rsa.pub apt.key /etc/\nCOPY [|tls/private.key|] "
        + "[|server-key.pem|] /etc/\nCOPY <<.env /x\nA=1\n.env\n")]
    [InlineData("DK2010", "FROM a:1\nARG PW\nRUN docker login -u a -p [|$PW|] && az login --service-principal [|--password=abc|] && aws "
        + "configure set aws_access_key_id [|AKIA|]\n")]
    [InlineData("DK2010", "FROM a:1\nRUN P=$(cat /run/secrets/p) && docker login -p $P x && curl -u \"a:$(cat /p)\" https://x.com && aws "
        + "configure set region eu && docker run -p 80:80 x\n")]
    [InlineData("DK2010", "FROM a:1\nRUN echo [|\"machine x login y password z\"|] > ~/.netrc && echo $(cat /t) > ~/.netrc\n")]
    [InlineData("DK2010", "FROM a:1\nRUN curl -u\nRUN docker login -p\nRUN aws configure set\nRUN npm config set //x.com/:_authToken\n")]
    [InlineData("DK2011", "FROM a:1\nLABEL k=\"[|glpat-Ab3dEf6hIj9kLm2nOp5q|]\"\nRUN echo AKIAIOSFODNN7EXAMPLE xAKIAQ3EGRZ7TPLMVW5XN "
        + "ghp_000000000000000000000000000000000000\n")]
    [InlineData("DK2011", "FROM a:1\nCOPY <<EOF /k\n[|-----BEGIN OPENSSH PRIVATE KEY-----|]\nEOF\nRUN grep -v BEGIN.*PRIVATE /k\n")]
    [InlineData("DK2011", "FROM a:1\nENV "
        + "T=[|eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U|]\n")]
    [InlineData("DK2012", "FROM a:1\nRUN chmod [|u+s|] /a && chmod [|4755|] /b && chmod g+s /c && chmod 2755 /d && chmod u+x /some\n")]
    [InlineData("DK2013", "FROM a:1\nRUN echo 'a ALL=(ALL) [|NOPASSWD|]: ALL' >> /etc/sudoers\n")]
    [InlineData("DK2014", "FROM a:1\nRUN curl -x http://proxy.x.com -o a [|http://x.com/a|] && curl http://db:80/ http://127.0.0.1/\nADD "
        + "[|http://x.com/v|] /\n")]
    [InlineData("DK2014", "FROM a:1\nRUN V=1; wget [|http://x.com/$V.tar|]; echo http://x.com\n")]
    [InlineData("DK2015", "FROM a:1\nRUN wget [|https://x.com/a.tgz|] && tar xf a.tgz && wget https://x.com/b.txt\nADD "
        + "https://x.com/r.git /r\n")]
    [InlineData("DK2016", "FROM a:1\nRUN --network=host [|--security=insecure|] true\nRUN --security=sandbox true\n")]
    [InlineData("DK2017", "FROM a:1\nARG P\nRUN echo [|\"root:$P\"|] | chpasswd && echo \"root:$(openssl rand -hex 9)\" | chpasswd && "
        + "usermod -p '*' root\n")]
    [InlineData("DK2018", "FROM a:1\nARG GH_TOKEN\nRUN git clone https://[|$GH_TOKEN|]@x.com && echo $GH_TOKEN\nENV TOKEN=1\nRUN echo "
        + "$TOKEN\n")]
    [InlineData("DK2019", "FROM [|library/debian:9-slim|] AS a\nFROM a\nFROM debian:12\nFROM [|python:3.13-buster|]\nFROM "
        + "[|alpine:3.1|]\nFROM alpine:3.22\nFROM x.com/debian:9\nFROM node:90\n")]
    [InlineData("DK2019", "FROM [|mcr.microsoft.com/dotnet/sdk:6.0-alpine|]\nFROM mcr.microsoft.com/dotnet/sdk:8.0\nFROM "
        + "[|java:8|]\nFROM debian\nFROM debian:latest\nARG V\n")]
    [InlineData("DK2020", "FROM a:1\nARG T\nRUN git clone [|https://a:b@x.com/r|] && git clone [|https://$T@x.com/r|] && git clone "
        + "https://git@x.com/r && git clone https://$(cat /t)@x.com/r\n")]
    [InlineData("DK2005", "FROM a:1\nRUN echo [|gpgcheck=0|] >> /etc/yum.conf && printf '[x]\\n[|gpgcheck=0|]\\n' > "
        + "/etc/yum.repos.d/x.repo && echo repo_gpgcheck=0 gpgcheck=1\nCOPY <<EOF /etc/yum.repos.d/y.repo\n[|gpgcheck=0|]\nEOF\n")]
    [InlineData("DK2009", "FROM a:1\nCOPY [|.ssh|] /root/.ssh\nCOPY [|certs/server.key|] [|secrets.pem|] /etc/\nCOPY app.key.pub .sshd "
        + "/etc/\n")]
    [InlineData("DK2009", "FROM a:1\nWORKDIR /app\nCOPY . .\nENV GOOGLE_APPLICATION_CREDENTIALS=[|/app/key.json|] "
        + "KUBECONFIG=/run/secrets/k NETRC=app/x\nFROM a:1\nENV GOOGLE_APPLICATION_CREDENTIALS=/app/key.json\nCOPY x /application\n")]
    [InlineData("DK2010", "FROM a:1\nRUN mysql -u root [|-pS3cretPw|] -e x && sshpass -p [|hunter2|] ssh a@b && mysqldump "
        + "[|--password=abc|] x && mysql -p < x\n")]
    [InlineData("DK2010", "FROM a:1\nRUN curl -H [|\"Authorization: Bearer abcdefghijklmnop\"|] https://x.com && curl -H "
        + "\"Authorization: Bearer $(cat /t)\" https://x.com && wget --header [|'Authorization: Basic YTpiY2RlZg=='|] https://x.com\n")]
    [InlineData("DK2010", "FROM a:1\nRUN export [|AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI7MDENG|] && [|DB_PASSWORD=hunter2|] make && export "
        + "PASSWORD_FILE=/run/x TOKEN=$(cat /t) API_TOKEN=example PASSWORD=\n")]
    [InlineData("DK2010", "FROM a:1\nRUN gcloud auth activate-service-account [|--key-file=key.json|]\nRUN --mount=type=secret,id=k "
        + "gcloud auth activate-service-account --key-file=/run/secrets/k\n")]
    [InlineData("DK2012", "FROM a:1 AS b\nCOPY --chmod=4755 x /x\nFROM a:1\nCOPY --from=b --chmod=[|4755|] /x /x\nADD --chmod=[|u+s|] y "
        + "/y\nCOPY --chmod=2755 d /d\n")]
    [InlineData("DK2014", "FROM a:1\nRUN git clone [|http://x.com/a.git|] && pip install -i [|http://x.com/simple|] b==1 && git clone "
        + "http://git:80/a && git remote add o http://x.com/a && echo http://x.com\n")]
    [InlineData("DK2020", "FROM a:1\nENV A=1 DATABASE_URL=[|postgres://u:pw123@db:5432/x|]\nARG B=[|\"amqp://a:s3cr3t@mq/\"|]\nENV "
        + "C=postgres://app:app@db/x D=redis://:secret@r E=https://git@x.com/a F=mailto:a:b@c G=://a:b@c\nARG P\nENV H=mysql://a:$P@db\n")]
    public void A_security_rule_reports_exactly_the_marked_places(string id, string marked) => MarkedCase.Check(id, marked);

    [Fact]
    public void A_download_over_https_that_is_run_weighs_less_than_one_over_http()
    {
        Assert.Equal(Severity.Info, Assert.Single(MarkedCase.Check("DK2002", "FROM a:1\nRUN [|curl|] https://x.com | sh\n")).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(MarkedCase.Check("DK2002", "FROM a:1\nRUN [|curl|] http://x.com | sh\n")).Severity);
    }

    [Fact]
    public void A_secret_file_in_a_stage_that_is_not_shipped_weighs_less()
    {
        var found = MarkedCase.Check("DK2009", "FROM a:1 AS b\nCOPY [|.npmrc|] /\nFROM a:1\nCOPY --from=b /x /x\n");
        Assert.Equal(Severity.Info, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("DK2003", "FROM a:1\nRUN curl \\\n    -k \\\n    https://x.com/a -o a\n",
        "FROM a:1\nRUN curl \\\n    \\\n    https://x.com/a -o a\n")]
    [InlineData("DK2005", "FROM a:1\nRUN apk add --allow-untrusted a\n", "FROM a:1\nRUN apk add a\n")]
    [InlineData("DK2014", "FROM a:1\nRUN wget \"http://x.com/a\"\n", "FROM a:1\nRUN wget \"https://x.com/a\"\n")]
    public void A_fix_takes_the_offence_away(string id, string text, string expected) => Assert.Equal(expected, MarkedCase.Fixed(id, text));

    [Fact]
    public void Without_a_day_nothing_is_old()
    {
        var rule = Rules.RuleCatalog.All.Single(rule => rule.Info.Id == "DK2019");
        Assert.Empty(new Linter([rule]).Lint(Text.SourceText.From("FROM debian:9\n")));
        Assert.Empty(new Linter([rule], new LintConfig { Settings = new LintSettings { Today = new DateOnly(2022, 6, 30) } })
            .Lint(Text.SourceText.From("FROM debian:9\n")));
        Assert.Single(new Linter([rule], new LintConfig { Settings = new LintSettings { Today = new DateOnly(2022, 7, 1) } })
            .Lint(Text.SourceText.From("FROM debian:9\n")));
    }

    [Fact]
    public void Every_line_of_the_end_of_life_data_is_well_formed_and_says_each_thing_once()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var line in File.ReadLines(Testing.RepositoryRoot.Combine("src", "Rules", "Data", "end-of-life.tsv"))
            .Where(line => line is not ['#', ..]))
        {
            var cells = line.Split('\t');
            Assert.Equal(3, cells.Length);
            foreach (var cycle in cells[2].Split(' '))
            {
                Assert.Matches("^[a-z0-9.]+=20[0-9]{2}-[01][0-9]-[0-3][0-9]$", cycle);
                Assert.All(cells[0].Split(' '), image =>
                    Assert.True(seen.Add((image, cycle.Split('=')[0])), $"{image} {cycle} is there twice"));
                Assert.True(DateOnly.TryParse(cycle.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture, out _), cycle);
            }
        }

        Assert.True(seen.Count > 300, $"only {seen.Count} entries");
    }
}
