using System.Text;

namespace Dockerlint.Testing;

/// <summary>Files of many equal parts, each of which makes a rule look at all the others if it is written carelessly.</summary>
public static class HostileFiles
{
    private const string Packages =
        "RUN apt-get update && apt-get install -y curl wget python3-pip && pip install x && wget http://a/b.tgz\n";

    /// <summary>What each makes, by name: the text of a file of so many parts.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int,
        string>>(StringComparer.Ordinal)
    {
        ["stages"] = parts => Join(parts, "", i => $"FROM debian AS s{i}\n{Packages}COPY a /b\nADD x.tar.gz y\nUSER app\n"),
        ["unnamed stages"] = parts => Join(parts, "", _ => "FROM debian\nCMD [\"a\"]\n"),
        ["a chain of stages"] = parts => Join(parts, "FROM debian AS s0\n", i => $"FROM s{i} AS s{i + 1}\n{Packages}COPY --from=s0 a b\n"),
        ["copies from the stage before"] = parts =>
            Join(parts, "FROM debian AS s0\n", i => $"FROM debian AS s{i + 1}\nCOPY --from=s{i} /a /b\n"),
        ["RUN after RUN"] = parts => Join(parts, "FROM debian\n", _ => Packages),
        ["RUNs that can be joined"] = parts => Join(parts, "FROM debian\n", i => $"RUN a{i}\n"),
        ["all instructions"] = parts =>
            Join(parts, "FROM debian\n", i =>
            $"{Packages}COPY a{i} /b/\nENV A{i}=1 P=$A{i}\nARG V{i}\nLABEL x{i}=y\nWORKDIR w\nUSER u{i}\nEXPOSE {i % 60000}\nVOLUME "
            + $"/v{i}\nCMD a\nENTRYPOINT [\"a\"]\nHEALTHCHECK CMD curl x\n"),
        ["copied, unpacked, changed, removed"] = parts =>
            Join(parts, "FROM debian\nWORKDIR /x\n", i =>
            $"COPY --chown=a:b a{i}.tar.gz d{i}/\nRUN tar xf d{i}/a{i}.tar.gz && chown -R a:b d{i} && rm d{i}/x\n"),
        ["volumes"] = parts => Join(parts, "FROM debian\n", i => $"VOLUME /v{i}\nRUN echo x > /v{i}/y && touch /v{i}/z\n"),
        ["users"] = parts => Join(parts, "FROM debian\n", i => $"RUN useradd -m u{i} && su u{i} -c x\nUSER u{i}\n"),
        ["users of scratch"] = parts => Join(parts, "FROM scratch\n", i => $"USER app{i}\nCMD a\n"),
        ["triggers"] = parts => Join(parts, "FROM debian\n", _ => "ONBUILD RUN apt-get update && apt-get install curl\nONBUILD COPY . "
            + "/app\n"),
        ["comments that suppress"] = parts => Join(parts, "FROM debian\n", i => $"# hadolint ignore=DL3008\nRUN apt-get install x{i}\n"),
        ["one RUN that installs"] = parts =>
            Join(parts, "FROM debian\nRUN true", i =>
            $" && yes | apt-get install a{i} && pip install x{i} && npm install && wget http://a/x{i}.tgz && curl -k http://b | sh"),
        ["one RUN that moves about"] = parts =>
            Join(parts, "FROM debian\nRUN true", i =>
            $" && cd /x{i} && xargs apt-get install < p{i} && cat q{i} && rm -rf x{i} && useradd u{i} && chmod 777 x{i}"),
        ["one heredoc"] = parts => Join(parts, "FROM debian\nRUN <<EOF\n", i => $"apt-get install -y a{i}; curl http://x/{i} | sh\n"),
        ["one pipeline"] = parts => Join(parts, "FROM debian\nRUN a", i => $" | b{i} -x"),
        ["one list of labels"] = parts => Join(parts, "FROM debian\nLABEL a=b", i => $" a{i}=\"b c\""),
        ["one COPY of many files"] = parts => Join(parts, "FROM debian\nCOPY", i => $" a{i}"),
        ["one COPY of one file many times"] = parts => Join(parts, "FROM debian\nCOPY", _ => " a"),
        ["a chain of stages and nothing else"] = parts => Join(parts, "FROM debian AS s0\n", i => $"FROM s{i} AS s{i + 1}\n"),
        ["clones"] = parts => Join(parts, "FROM debian\n", i => $"RUN git clone https://a/b{i} && make\n"),
        ["installs behind lock files"] = parts =>
            Join(parts, "FROM node\n", i => $"COPY package{i}.json package-lock.json ./\nRUN npm install\n"),
        ["RUNs that change the folder"] = parts => Join(parts, "FROM debian\n", i => $"RUN cd /x{i} && wget http://a/{i}\n"),
        ["stages from one with many triggers"] = parts =>
            Join(parts, Join(parts, "FROM debian AS s\n", i => $"ONBUILD ENV A{i}=x\n"), i => $"FROM s AS s{i}\n"),
        ["a chain of stages that are images, too"] = parts =>
            Join(parts, "FROM debian AS s0\n", i => $"FROM s{i} AS s{i + 1}\nENV A{i}=1\nFROM s{i} AS t{i}\nENV B{i}=1\n"),
        ["settings that follow each other"] = parts => Join(parts, "FROM debian\n", i => $"ENV A{i}=x\nARG B{i}=$A{i}\n"),
        ["a script that sets and reads"] = parts => Join(parts, "FROM debian\nRUN true", i => $" && x{i}=$(a \"$x{i}\" b) && echo $x{i}"),
        ["a script that sets one name again"] = parts => Join(parts, "FROM debian\nRUN true", _ => "; a=$b; cd $a; rm -rf \"$a/\""),
        ["one word of many parts"] = parts => Join(parts, "FROM debian\nRUN echo ", _ => "$a\"b\"'c'"),
        ["arithmetic of many names"] = parts => Join(parts, "FROM debian\nRUN echo $((1", i => $"+$x{i}+y{i}", "))"),
        ["many functions"] = parts => Join(parts, "FROM debian\nRUN true", i => $"; f{i}() {{ local x=$1; echo $x $y; }}"),
        ["many cases"] = parts => Join(parts, "FROM debian\nRUN case $x in", i => $" a{i}|b{i}) y{i}=1; echo $y{i} ;;", " esac"),
        ["one array"] = parts => Join(parts, "FROM debian\nSHELL [\"/bin/bash\", \"-c\"]\nRUN a=(", i => $" $x{i}", "); echo ${a[@]}"),
        ["many heredocs of a script"] = parts => Join(parts, "FROM debian\nRUN <<EOF\n", i => $"cat <<E{i}\n$x {i}\nE{i}\n", "EOF"),
        ["one list of mounts"] = parts => Join(parts, "FROM debian\nRUN", i => $" --mount=type=cache,target=/c{i}"),
    };

    private static string Join(int parts, string start, Func<int, string> part, string end = "")
    {
        var text = new StringBuilder(start);
        for (var i = 0; i < parts; i++)
        {
            text.Append(part(i));
        }

        return text.Append(end).Append('\n').ToString();
    }
}
