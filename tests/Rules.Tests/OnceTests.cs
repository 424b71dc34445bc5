using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The default profile says a thing once: where findings of two rules overlap, they are about different things.</summary>
public sealed class OnceTests
{
    // Slips that more than one rule has to do with; each is a file of its own behind a FROM.
    private static readonly string[] s_slips =
    [
        "CMD ['a']", "ENTRYPOINT [\"a\" \"b\"]", "RUN ['a', 'b']", "RUN [\"a\", ]", "HEALTHCHECK CMD ['a']", "CMD [\"a b\"]",
        "CMD [\"a\", \"&&\", \"b\"]", "CMD [\"echo\", \"$A\"]",
        "WORKDIR ~", "WORKDIR ~/a\nWORKDIR b", "COPY a ~/b", "WORKDIR a", "WORKDIR $A", "COPY a b", "COPY a b c", "ADD a b",
        "COPY --from=nope a /b", "COPY --from=7 a /b", "COPY --from=Base a /b\nFROM a:1 AS base",
        "RUN --mount=from=later,target=/m ls\nFROM a:1 AS later",
        "FROM b:1 AS scratch", "FROM b:1 AS Context", "FROM b:1 AS x\nFROM b:1 AS X", "FROM later\nFROM b:1 AS later", "FROM $X",
        "ARG X\nFROM $X", "from b:1 As c",
        "EXPOSE 99999", "EXPOSE 80:80", "EXPOSE 80/TCP", "EXPOSE 22", "EXPOSE 0.0.0.0:80:80/UDP", "EXPOSE 80 80",
        "ENV A $A", "ENV A=$A", "ENV A=1 B=$A", "ENV PATH=/x", "ENV PATH /x", "ENV PASSWORD=x1y2", "ENV PASSWORD x1y2", "ARG API_TOKEN=abc",
        "ENV A=1 A=2", "LABEL a=1 a=2", "LABEL A=",
        "ENV A=b # c", "WORKDIR /a # b", "EXPOSE 80 # web", "COPY a /b/ # c", "USER app # not root", "VOLUME /a # b", "LABEL a=b # c",
        "LABEL a b # c",
        "USER root", "USER app", "USER 0", "RUN useradd -u 9999999999 a", "RUN useradd -l a\nUSER b", "RUN su - a",
        "RUN sudo apt install b", "USER root\nUSER root",
        "RUN curl http://a/b | sh", "RUN curl -k https://a/b | bash",
        "RUN wget --no-check-certificate http://a/b.tar.gz && tar xf b.tar.gz", "ADD http://a/b.tar.gz /c", "ADD https://a/b.zip c",
        "RUN curl https://u:p@a/b -o c", "ADD https://u:p@a.example/b /c", "RUN git clone https://u:p@a.example/b.git",
        "RUN git clone http://a.example/b.git", "ADD git://a/b.git c",
        "RUN apt-get update && apt-get upgrade -y", "RUN apt-get update\nRUN apt-get install -y b", "RUN apt install b",
        "RUN apt-get -y --force-yes install b", "RUN apt-get install -y --allow-unauthenticated b",
        "RUN yum install b", "RUN dnf upgrade", "RUN zypper dup", "RUN apk upgrade", "RUN apk add b", "RUN apk --update add b",
        "RUN pip install b", "RUN pip install -r requirements.txt b", "COPY . .\nRUN pip install -r requirements.txt",
        "COPY . .\nRUN npm install", "RUN npm install -g b", "RUN yarn install", "COPY . /a\nRUN go build ./...", "RUN gem install b",
        "RUN go install a.example/b@latest", "RUN conda install b",
        "RUN cd /a", "RUN cd /a\nRUN cd b && make", "RUN export A=b", "RUN A=b", "RUN service a start", "RUN nohup a &", "RUN a; b | c",
        "RUN ln -sf /bin/bash /bin/sh", "RUN <<EOF\na\nb\nEOF",
        "RUN chmod -R 777 /a", "RUN chmod 4755 /a", "RUN chmod 777 /etc/passwd", "COPY a /b\nRUN chown -R c /b",
        "COPY a /b\nRUN chmod 777 /b", "COPY a /b\nRUN rm /b",
        "COPY .git /a", "COPY id_rsa /root/.ssh/id_rsa", "COPY .env /a", "COPY a.tar.gz /b/\nRUN tar xf /b/a.tar.gz", "COPY / /",
        "COPY --from=0 / /", "ADD a.tar.gz /b",
        "VOLUME /a\nRUN touch /a/b", "VOLUME /a\nRUN chown b /a", "HEALTHCHECK CMD a\nHEALTHCHECK NONE", "CMD a\nCMD b",
        "ENTRYPOINT a\nCMD b", "ENTRYPOINT a\nENTRYPOINT b", "CMD a\nENTRYPOINT [\"b\"]",
        "MAINTAINER a", "ONBUILD FROM b", "ONBUILD ONBUILD RUN a", "STOPSIGNAL SIGKILL\nCMD a", "SHELL [\"bash\"]",
        "RUN echo p | passwd --stdin a", "RUN echo 'root:p' | chpasswd", "RUN echo 'a ALL=NOPASSWD: ALL' >> /etc/sudoers",
        "RUN rm -rf /var/lib/apt/lists/*", "RUN apt-get clean", "RUN wget a.example/b && curl a.example/c", "RUN echo \"$UNKNOWN\"",
        "ARG A\nCMD echo $A", "RUN a \\\n\n b", "RUN mkdir -p ~/a", "VOLUME ~/a",
        "HEALTHCHECK CMD true", "HEALTHCHECK CMD [\"sh\", \"-c\", \"a || true\"]", "WORKDIR /proc", "COPY --chmod=4777 a /b",
        "RUN pip install -i http://a.example/simple b", "RUN mysql -pabc1", "RUN export API_TOKEN=abc123d",
        "ENV URL=postgres://u:p4ss@db.example/x", "ENV DB_PASSWORD=postgres://u:p4ss@db.example/x",
        "RUN curl -H \"Authorization: Bearer abcdefghijklmnop\" https://a.example/b -o c", "RUN useradd -r app\nCMD [\"/a\"]",
        "COPY . /app/\nENV GOOGLE_APPLICATION_CREDENTIALS=/app/k.json", "STOPSIGNAL 99",
    ];

    // Pairs that may share a place, since mending one leaves the other.
    private static readonly Dictionary<string, string> s_different = new(StringComparer.Ordinal)
    {
        ["DK1001 DK4001"] = "when dependencies are fetched, and whether the compiler is shipped",
        ["DK1001 DL3042"] = "when packages are installed, and what pip leaves behind",
        ["DK1004 DL3009"] = "the cache of the update, and the lists it leaves behind",
        ["DK1004 DL3027"] = "the cache of the update, and the name of the program",
        ["DK2001 DK2019"] = "the user, and the age of the base",
        ["DK2001 DL3006"] = "the user, and the missing tag",
        ["DK2001 DL3007"] = "the user, and the moving tag",
        ["DK2002 DL3047"] = "what is done with the download, and how it is logged",
        ["DK2002 DL4001"] = "what is done with the download, and which program fetches it",
        ["DK2007 DL1000"] = "the port, and a protocol that the build rejects",
        ["DK2006 DK2012"] = "who may write, and with whose rights it runs",
        ["DK2010 DK6014"] = "the secret in the history, and the variable that is gone afterwards",
        ["DK2014 DK5007"] = "the open connection, and the branch that moves",
        ["DK2020 DK5007"] = "the credentials, and the branch that moves",
        ["DK4001 DL3008"] = "where the compiler is, and its version",
        ["DK4001 DL3018"] = "where the compiler is, and its version",
        ["DK4009 DL3047"] = "the archive that stays, and how its download is logged",
        ["DK5002 DL3060"] = "the versions, and what yarn leaves behind",
        ["DK6007 DL3025"] = "the CMD of the base that is lost, and the form of the ENTRYPOINT",
        ["DK6004 DK6008"] = "in exec form ENTRYPOINT uses the CMD, which then must not need a shell",
        ["DK6008 DL3025"] = "in exec form ENTRYPOINT uses the CMD, whose form then counts",
        ["DK6017 LegacyKeyValueFormat"] = "what PATH lacks, and how ENV is written",
        ["DK6022 DL3002"] = "a name that cannot be looked up, and that it is root",
        ["DK6026 LegacyKeyValueFormat"] = "without the comment ENV is still in the old form",
        ["DK6043 DL3016"] = "the dash, and the version of the package that it makes a name of",
        ["DL3009 DL3027"] = "the lists left behind, and the name of the program",
        ["DL3014 DL3015"] = "two options that are missing",
        ["DL3014 DL3027"] = "an option that is missing, and the name of the program",
        ["DL3015 DL3027"] = "an option that is missing, and the name of the program",
        ["DL3021 DL3045"] = "a folder without its slash, and where it is",
        ["DL3024 StageNameCasing"] = "a name taken twice, and its case",
        ["DL3030 DL3032"] = "an option that is missing, and what yum leaves behind",
        ["DL3034 DL3036"] = "an option that is missing, and what zypper leaves behind",
        ["DL3038 DL3040"] = "an option that is missing, and what dnf leaves behind",
        ["DL3047 DL4001"] = "how a download is logged, and which program fetches it",
        ["DL3063 StageNameCasing"] = "a reserved name, and its case",
        ["DL3064 LegacyKeyValueFormat"] = "the secret, and how ENV is written",
        ["ExposeInvalidFormat ExposeProtoCasing"] = "the host in front, and the case behind",
        ["LegacyKeyValueFormat UndefinedVar"] = "how ENV is written, and a variable in it",
    };

    private static readonly Linter s_linter = new(RuleCatalog.For(Profile.Default), MarkedCase.DefaultConfig);

    [Fact]
    public void Findings_of_two_rules_overlap_only_where_they_say_different_things()
    {
        var met = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in Sources())
        {
            Collect(source, met);
        }

        // A pair that no longer meets has no place in the list; some need the corpus to meet.
        // What is wrong with a script as a script is another thing than what it does to the image, and ShellCheck, whose codes those checks
        // have, tells several of them at one place as well.
        var same = met.Where(pair => !s_different.ContainsKey(pair.Key) && !pair.Key.Split(' ').Any(RuleSelector.IsShellCheck))
            .Select(pair => $"{pair.Key} | {pair.Value}").ToList();
        Assert.True(same.Count == 0, $"{same.Count} pairs of rules say something of one place:\n{string.Join('\n', same)}");
        if (SharedCorpus.Missing is null)
        {
            Assert.Equal([], s_different.Keys.Except(met.Keys));
        }
    }

    private static IEnumerable<SourceText> Sources() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Rules.Tests"), "*.Dockerfile", SearchOption.AllDirectories)
        .Select(file => SourceText.FromBytes(File.ReadAllBytes(file), Path.GetFileName(file)))
        .Concat(SharedCorpus.TrainFiles().Select(file => SourceText.FromBytes(File.ReadAllBytes(file), SharedCorpus.RelativePath(file))))
        .Concat(RuleCatalog.All.SelectMany(rule => rule.Info.Doc.Examples.SelectMany(example => new[] { example.Bad, example.Good })
                .Select(text => SourceText.From(text, rule.Info.Id))))
        .Concat(s_slips.SelectMany(slip =>
            new[] { "FROM debian:13\n", "FROM scratch\n", "FROM ubuntu\n" }.Select(from =>
            SourceText.From(from + slip + "\n", slip.ReplaceLineEndings(" / ")))));

    private static void Collect(SourceText source, SortedDictionary<string, string> met)
    {
        var found = s_linter.Lint(source);
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = i + 1; j < found.Count; j++)
            {
                var (a, b) = string.CompareOrdinal(found[i].RuleId, found[j].RuleId) <= 0 ? (found[i], found[j]) : (found[j], found[i]);
                if (a.RuleId != b.RuleId && Overlap(a.Span, b.Span))
                {
                    var text = $"{source.Path}:{source.Lines.GetLine(a.Span.Start)}: {a.Message} | {b.Message} | "
                        + $"{source.ToString(a.Span).ReplaceLineEndings(" ")} | {source.ToString(b.Span).ReplaceLineEndings(" ")}";
                    met.TryAdd($"{a.RuleId} {b.RuleId}", text);
                }
            }
        }
    }

    private static bool Overlap(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;
}
