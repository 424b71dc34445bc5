using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on security, reproducibility, correctness and size find a command however it is run.</summary>
public sealed class WrappedOffenceTests
{
    [Theory]
    [InlineData("nice -n 10 curl [|-k|] -o /a https://x.com/a")]
    [InlineData("timeout -s KILL 30 curl [|-k|] https://x.com/a")]
    [InlineData("env -u X curl [|-k|] https://x.com/a")]
    [InlineData("sudo -p x curl [|-k|] https://x.com/a")]
    [InlineData("echo https://x.com/a | xargs curl [|-k|]")]
    [InlineData("/usr/bin/curl [|-k|] https://x.com/a")]
    [InlineData("sh -c 'curl [|-k|] https://x.com/a'")]
    [InlineData("bash -lc \"curl [|-k|] https://x.com/a\"")]
    [InlineData("[\"curl\", \"[|-k|]\", \"https://x.com/a\"]")]
    [InlineData("[\"sh\", \"-c\", \"curl [|-k|] https://x.com/a\"]")]
    [InlineData("pip3.12 install [|--trusted-host|] x.com a")]
    [InlineData("find . -name x -exec wget [|--no-check-certificate|] https://x.com/a ;")]
    [InlineData("wget [|--check-certificate=off|] https://x.com/a")]
    [InlineData("git -C /src -c [|http.sslVerify=no|] fetch")]
    [InlineData("git config --global [|http.https://x.com/.sslVerify|] false")]
    [InlineData("dnf5 install -y [|--setopt=main.sslverify=0|] a")]
    [InlineData("bun x && npm install [|--strict-ssl=false|]")]
    [InlineData("composer config --global [|disable-tls|] true")]
    [InlineData("apk add [|--no-check-certificate|] a")]
    [InlineData("uv pip install [|--allow-insecure-host|] x.com a")]
    [InlineData("podman pull [|--tls-verify=false|] x.com/a")]
    [InlineData("conda config --set [|ssl_verify|] false")]
    [InlineData("zypper --gpg-auto-import-keys refresh; aria2c --check-certificate=true https://x.com/a; curl $OPTIONS https://x.com")]
    public void A_check_of_certificates_that_is_off_is_found(string command) => MarkedCase.Check("DK2003", $"FROM a:1\nRUN {command}\n");

    [Theory]
    // What is told to the wrapper, and the words of a script in a word.
    [InlineData("DK2002", "sudo sh -c '[|curl|] https://x.com/i | bash'")]
    [InlineData("DK2002", "sh -c '[|curl|] https://x.com/i' | timeout 9 sh")]
    [InlineData("DK2002", "bash <<< \"$([|curl|] https://x.com/i)\"")]
    [InlineData("DK2002", "[|aria2c|] -o - https://x.com/i | sh; curl https://x.com/i | sh ./reader")]
    [InlineData("DK2004", "env [|GIT_SSL_NO_VERIFY=1|] git clone https://x.com/a && sudo [|PYTHONHTTPSVERIFY=0|] python x")]
    [InlineData("DK2004", "sh -c '[|NODE_TLS_REJECT_UNAUTHORIZED=0|] node x; export [|PIP_TRUSTED_HOST=x|]'")]
    [InlineData("DK2005", "sudo apt-get install -y [|--allow-unauthenticated|] a && tdnf install [|--nogpgcheck|] b && sh -c 'rpm -i "
        + "[|--nodigest|] c'")]
    [InlineData("DK2005", "[\"apt-get\", \"-o\", \"[|APT::Get::AllowUnauthenticated=true|]\", \"install\", \"a\"]")]
    [InlineData("DK2005", "dnf install -y [|--setopt=x.gpgcheck=0|] a && zypper --gpg-auto-import-keys ref && apt-get -o "
        + "APT::Get::AllowUnauthenticated=false update")]
    [InlineData("DK2006", "sudo chmod -R [|777|] /a && install -d -m [|0777|] /b && find /c -type f -exec chmod [|a+w|] {} + && chmod "
        + "--reference=/a 777")]
    [InlineData("DK2006", "[\"chmod\", \"[|777|]\", \"/a\"]")]
    [InlineData("DK2010", "sshpass -p [|hunter2|] ssh a@b && sudo docker login --username a --password [|abc|] x.com && mysql --user "
        + "root [|-pabcdef|]")]
    [InlineData("DK2010", "sh -c 'az login -u a -p [|hunter2|]' && env [|DB_PASSWORD=hunter2|] make && npm config set "
        + "//x.com/:_authToken [|abc|]")]
    [InlineData("DK2010", "poetry config http-basic.x user [|hunter2|] && composer config http-basic.x.com user [|hunter2|] && docker "
        + "run -p 80:80 x && curl -u user https://x.com")]
    [InlineData("DK2012", "sudo chmod [|u+s|] /a && install -m [|4755|] a /b && sh -c 'chmod [|4755|] /c'")]
    [InlineData("DK2014", "timeout 9 wget [|http://x.com/a|]; sh -c 'curl -O [|http://x.com/b|]'; sudo git -C /a pull "
        + "[|http://x.com/c|]; git remote add o http://x.com/c")]
    [InlineData("DK2014", "pip install --proxy http://proxy.x.com a; apt-key adv --keyserver-options http-proxy=http://x.com --recv-keys "
        + "A")]
    [InlineData("DK2015", "sudo wget [|https://x.com/a.tgz|] && sudo tar -C / -xf a.tgz; wget [|https://x.com/b.sh|]; sh b.sh; wget x")]
    [InlineData("DK2015", "curl -fsSL [|https://x.com/a.tgz|] | sudo tar -xz -C /opt; curl https://x.com/b | wc -l")]
    [InlineData("DK2017", "echo [|root:abc|] | sudo chpasswd; chpasswd <<< [|root:abc|]; sudo useradd [|--password=abc|] app")]
    [InlineData("DK2017", "sh -c 'echo [|root:abc|] | chpasswd'; sh -c \"echo root:$(cat /p) | chpasswd\"")]
    [InlineData("DK2020", "sh -c \"git clone [|https://a:b@x.com/r|]\"")]
    [InlineData("DK5004", "sudo [|composer update|]; sh -c '[|npm up|]'; timeout 9 [|go get -u ./...|]; [|bun update|]; composer update "
        + "--dry-run; npm update -g; cargo add x")]
    [InlineData("DK5004", "[\"[|poetry\", \"update|]\"]")]
    [InlineData("DK5006", "sudo [|apt-get -y dist-upgrade|]; [|dnf5 upgrade -y|]; [|tdnf -y update|]; dnf update -y --security; dnf "
        + "update curl; apt-get upgrade $P; [|pacman -Syu --noconfirm|]")]
    [InlineData("DK5007", "sudo [|git clone https://x.com/a|]; sh -c '[|git clone -b main https://x.com/b|]'; git clone -b $B "
        + "https://x.com/c")]
    [InlineData("DK6016", "cd /data && touch [|f|]")]
    [InlineData("DK6016", "sudo mkdir -p [|/data/a|]")]
    [InlineData("DK6016", "sh -c 'echo x > [|/data/f|]'")]
    [InlineData("DK6016", "tar -xf /a.tar -C [|/data/b|]")]
    [InlineData("DK6016", "cp /data/f /elsewhere")]
    public void A_command_is_found_behind_what_runs_it(string id, string command) =>
        MarkedCase.Check(id, $"FROM a:1\nVOLUME /data\nRUN {command}\n");

    [Theory]
    [InlineData("DK4003", "FROM a:1\nCOPY x.deb /tmp/\nRUN cd /tmp && sudo rm -f -- [|x.deb|]\n")]
    [InlineData("DK4003", "FROM a:1\nCOPY x.deb /tmp/\nRUN [\"rm\", \"[|/tmp/x.deb|]\"]\n")]
    [InlineData("DK4003", "FROM a:1\nCOPY x.deb /tmp/\nRUN mv /tmp/x.deb /opt/\n")]
    [InlineData("DK4004", "FROM a:1\nCOPY app /srv/app\nRUN sudo [|chown|] -R a:a /srv/app\n")]
    [InlineData("DK4004", "FROM a:1\nCOPY app /srv/app\nRUN sh -c 'cd /srv && [|chown|] -R a:a app'\n")]
    [InlineData("DK4001", "FROM a:1\nRUN sudo apt-get install -y -t sid [|gcc|]\nRUN sh -c 'sudo make'\nCMD [\"/a\"]\n")]
    [InlineData("DK4001", "FROM a:1\nRUN apt-get install -y gcc && make && sudo apt-get purge -y $TOOLS\nCMD [\"/a\"]\n")]
    [InlineData("DK4001", "FROM a:1\nRUN apt-get install -y /tmp/gcc.deb\nRUN make\nCMD [\"/a\"]\n")]
    [InlineData("DK4001", "FROM golang:1.25\nRUN sudo -E [|go|] build -o /app .\nCMD [\"/app\"]\n")]
    [InlineData("DK4010", "FROM a:1\nRUN env CI=1 [|npm|] ci\nCMD [\"/a\"]\n")]
    [InlineData("DK4010", "FROM a:1\nRUN timeout 600 [|npm|] ci && sh -c '[|uv|] sync'\nCMD [\"/a\"]\n")]
    [InlineData("DK4010", "FROM a:1\nRUN npm ci --omit dev && env NODE_ENV=production npm install && npm ci $OPTIONS && npm install "
        + "-g\nCMD [\"/a\"]\n")]
    [InlineData("DK4010", "FROM a:1\nRUN npm ci && sudo npm run-script build\nCMD [\"/a\"]\n")]
    [InlineData("DK4005", "FROM a:1\nRUN sudo [|chown|] -R a /usr/lib\n")]
    [InlineData("DK4005", "FROM a:1\nRUN sudo -E tar -xf /a.tar -C /x && chown -R a /x\n")]
    [InlineData("DK4006", "FROM a:1\nRUN sudo apt-get install -y gcc\nRUN /usr/bin/apt-get purge -y [|gcc|]\n")]
    [InlineData("DK4006", "FROM a:1\nRUN sh -c 'tdnf install -y gcc-1.2-3'\nRUN [\"tdnf\", \"remove\", \"-y\", \"[|gcc|]\"]\n")]
    [InlineData("DK4006", "FROM a:1\nRUN apt-get install -y $P\nRUN sudo apt-get purge -y $P gcc\n")]
    [InlineData("DK4006", "FROM a:1\nARG P=gcc\nRUN apt-get install -y -t sid $P\nRUN sudo apt-get purge -y [|$P|]\n")]
    [InlineData("DK4006", "FROM a:1\nRUN apk add -X sid -t .deps gcc ./x.apk\nRUN apk del sid ./x.apk [|.deps|]\n")]
    [InlineData("DK4008", "FROM a:1\nRUN sudo -u app [|/opt/conda/bin/mamba|] install -y a\n")]
    [InlineData("DK4008", "FROM a:1\nRUN conda install -y a && sh -c 'conda clean -afy'\n")]
    [InlineData("DK4009", "FROM a:1\nRUN sudo [|wget|] -q https://x.com/a.tgz && timeout 60 tar -xf a.tgz\n")]
    [InlineData("DK4009", "FROM a:1\nRUN wget -P /opt https://x.com/a.tgz && tar -xf /opt/a.tgz && sh -c 'rm /opt/a.tgz'\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY package-lock.json package.json ./\nRUN env CI=1 [|npm install|]\n")]
    [InlineData("DK5002", "FROM a:1\nWORKDIR /app\nCOPY package-lock.json package.json client/\nRUN sh -c '[|npm --prefix client "
        + "install|]'\n")]
    [InlineData("DK5002", "FROM a:1\nCOPY pnpm-lock.yaml ./\nRUN env CI=1 pnpm install && npm install $X && npm install -g && npm "
        + "install a\n")]
    [InlineData("DK5003", "FROM a:1\nRUN sudo -u app [|cargo install a|] && cargo install --path . && cargo install --locked b && cargo "
        + "install $C\n")]
    [InlineData("DK6005", "FROM a:1\nRUN sudo [|useradd|] -m -s /bin/bash app\nCMD [\"/app\"]\n")]
    [InlineData("DK6005", "FROM a:1\nRUN [|adduser|] -h /x -s /bin/sh -D app\nCMD [\"/app\"]\n")]
    [InlineData("DK6005", "FROM a:1\nRUN adduser staff docker && useradd -r x && useradd --shell=/sbin/nologin y && useradd $OPTIONS "
        + "z\nCMD [\"/app\"]\n")]
    [InlineData("DK6011", "FROM a:1\nRUN <<EOF\nset -o errexit\nmake\nmake install\nEOF\n")]
    [InlineData("DK6024", "FROM a:1\nRUN [\"timeout\", \"5\", \"perl\", \"-e\", \"print $ENV\"]\nCMD [\"serve\", [|\"$PORT\"|]]\n")]
    public void A_file_is_judged_by_what_its_commands_do(string id, string marked) => MarkedCase.Check(id, marked);

    [Theory]
    [InlineData("DK2003", "RUN sh -c 'curl -k https://x.com/a'", "RUN sh -c 'curl https://x.com/a'")]
    [InlineData("DK2003", "RUN [\"curl\", \"-k\", \"https://x.com/a\"]", "RUN [\"curl\", \"https://x.com/a\"]")]
    [InlineData("DK2003", "RUN [\"sh\", \"-c\", \"curl -k https://x.com/a\"]", "RUN [\"sh\", \"-c\", \"curl https://x.com/a\"]")]
    [InlineData("DK2003", "RUN bash <<EOF\ncurl -k https://x.com/a\nEOF", "RUN bash <<EOF\ncurl https://x.com/a\nEOF")]
    [InlineData("DK2003", "ARG O=-k\nRUN curl $O https://x.com/a", "ARG O=-k\nRUN curl $O https://x.com/a")]
    [InlineData("DK2003", "RUN env -S 'curl -k' https://x.com/a", "RUN env -S 'curl -k' https://x.com/a")]
    [InlineData("DK2005", "RUN [\"apt-get\", \"install\", \"--force-yes\", \"a\"]", "RUN [\"apt-get\", \"install\", \"-y\", \"a\"]")]
    [InlineData("DK2014", "RUN sh -c \"wget http://x.com/a\"", "RUN sh -c \"wget https://x.com/a\"")]
    [InlineData("DK5003", "RUN [\"cargo\", \"install\", \"a\"]", "RUN [\"cargo\", \"install\", \"--locked\", \"a\"]")]
    [InlineData("DK5003", "RUN sudo sh -c 'cargo +nightly install a'", "RUN sudo sh -c 'cargo +nightly install --locked a'")]
    [InlineData("DK5002", "COPY package-lock.json ./\nRUN [\"npm\", \"i\"]", "COPY package-lock.json ./\nRUN [\"npm\", \"ci\"]")]
    [InlineData("DK5002", "COPY package-lock.json ./\nRUN timeout 600 npm install", "COPY package-lock.json ./\nRUN timeout 600 npm ci")]
    public void A_fix_stays_right_where_the_command_stands(string id, string text, string expected)
    {
        var source = $"FROM a:1\n{text}\n";
        var diagnostic = Assert.Single(MarkedSource.Lint(id, source));
        var made = diagnostic.Fixes is [var fix] ? fix.Edits.Apply(source) : source;
        Assert.Equal($"FROM a:1\n{expected}\n", made);
    }
}
