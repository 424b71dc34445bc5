using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>Dockerfiles by their grammar, most of them such as an engine takes.</summary>
internal sealed class DockerfileMaker(FuzzRandom random)
{
    private static readonly string[] s_images =
        ["alpine", "debian:12", "scratch", "a", "b", "ubuntu:latest", "x/y:1@sha256:"
        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "$A", "node:${V:-20}",
        "mcr.microsoft.com/windows/nanoserver:1"];
    private static readonly string[] s_paths = [".", "/", "a", "/app/", "./src", "package.json", "package*.json", "requirements.txt ",
        "a.tar.gz", "https://x/y.tgz", "\"a b\"", "$A/b", "/x/*", "../c", "~"];
    private static readonly string[] s_commands =
    [
        "apt-get update", "apt-get install -y curl", "apt-get install --no-install-recommends -y a=1 b", "rm -rf /var/lib/apt/lists/*",
        "apk add --no-cache bash", "apk add git", "yum install -y x", "pip install -r requirements.txt",
        "pip install --no-cache-dir a==1", "npm ci", "npm install", "yarn", "go build -o /x ./...", "cargo build", "make", "cd /src",
        "cd a", "curl -fsSL https://x | sh", "wget -O- http://x > y", "useradd -m u", "chown -R a:b /app",
        "chmod 777 /x", "echo $A", "echo \"$A\" >> /etc/x", "sudo x", "tar xzf a.tar.gz", "ln -s a b", "export X=1", "rm $A", "cp -r $B c",
        "test -f x", "set -e", "sed -i 's/a/b/' c", "git clone https://x/y", "mvn package", "true", ":",
    ];
    private static readonly string[] s_words = ["a", "B", "PATH=/x:$PATH", "8080", "80/tcp", "root", "1000:1000", "x y", "\"a\"", "'b c'",
        "$A", "${B:-c}", "a\\ b", "SIGTERM", "text", "k=v", "\"k\"=\"v w\"", ""];

    internal byte[] Make()
    {
        var text = new StringBuilder(
            random.Below(6) == 0 ? random.Pick(["# syntax=docker/dockerfile:1\n", "# escape=`\n", "\uFEFF", "# c\n", "ARG A=1\n"]) : "");
        for (var stages = 1 + random.Below(random.Below(4) == 0 ? 4 : 2); stages > 0; stages--)
        {
            text.Append(Case("FROM")).Append(' ').Append(random.Below(8) == 0 ? "--platform=$BUILDPLATFORM " : "")
                .Append(random.Pick(s_images))
                .Append(random.Below(2) == 0 ? $" AS {random.Pick(["a", "b", "c", "Build"])}" : "").Append('\n');
            for (var lines = random.Below(6); lines > 0; lines--)
            {
                text.Append(random.Below(12) == 0
                    ? random.Pick(["# hadolint ignore=DL3008\n", "\n", "# comment\n", "# dockerlint ignore=all -- x\n", "  "]) : "")
                    .Append(Instruction()).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(random.Below(10) == 0 ? text.Replace("\n", "\r\n").ToString() : text.ToString());
    }

    private string Instruction() => random.Below(20) switch
    {
        < 6 => $"{Case("RUN")} {Mount()}{Script()}",
        6 => $"{Case("RUN")} <<EOF\n{random.Pick(s_commands)}\n{random.Pick(s_commands)}\nEOF",
        7 or 8 => $"{Case("COPY")} "
        + $"{random.Pick(["", "", "--from=a ", "--from=0 ", "--chown=a:b ", "--link ", "--chmod=644 "])}{random.Pick(s_paths)} "
        + $"{random.Pick(s_paths)}",
        9 => $"COPY <<A /x\n{Word()}\nA",
        10 => $"{Case("ADD")} {random.Pick(s_paths)} {random.Pick(s_paths)}",
        11 => $"{Case("ENV")} {Word()}{random.Pick(["=", " "])}{Word()}",
        12 => $"{Case("ARG")} {random.Pick(["A", "B=c", "V=\"1 2\"", "A=$B", "TARGETPLATFORM"])}",
        13 => $"{Case("WORKDIR")} {random.Pick(s_paths)}",
        14 => $"{Case("USER")} {Word()}",
        15 => $"{random.Pick(["CMD", "ENTRYPOINT"])} {random.Pick(["[\"a\", \"b\"]", "a b", "[\"sh\", \"-c\", \"x\"]", "exec a", "[]"])}",
        16 => $"{Case("LABEL")} {Word()}={Word()} {Word()}={Word()}",
        17 => $"{Case("EXPOSE")} {Word()} {Word()}",
        18 => $"ONBUILD {random.Pick(["RUN x", "COPY . .", "FROM a", "ONBUILD RUN y", "USER z"])}",
        _ => random.Pick(["HEALTHCHECK CMD curl -f http://x || exit 1", "HEALTHCHECK NONE", "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", "
            + "\"-c\"]", "STOPSIGNAL 9", "VOLUME /a /b", "VOLUME [\"/a\"]", "MAINTAINER x <a@b>", "NONSENSE x", "SHELL [\"powershell\"]"]),
    };

    private string Mount() => random.Below(8) == 0
        ? random.Pick(
            ["--mount=type=cache,target=/root/.cache ", "--mount=type=bind,target=/x ", "--mount=type=secret,id=a ", "--network=none ",
            "--mount=type=bind,from=a,source=/x,target=/y "])
        : "";

    private string Script()
    {
        var script = new StringBuilder(random.Pick(s_commands));
        for (var more = random.Below(4); more > 0; more--)
        {
            script.Append(random.Pick([" && ", " && \\\n    ", "; ", " | ", " || ", " \\\n  && ", " \\\n# c\n  && ", " &\\\n& "]))
                .Append(random.Pick(s_commands));
        }

        return random.Below(10) switch
        {
            0 => $"if {Word()}; then {script}; fi",
            1 => $"for i in {Word()}; do {script}; done",
            2 => $"( {script} )",
            3 => $"bash -c \"{script}\"",
            _ => script.ToString(),
        };
    }

    private string Word() => random.Pick(s_words);

    private string Case(string keyword) => random.Below(12) == 0
        ? (random.Below(2) == 0 ? keyword.ToLowerInvariant() : keyword[..1] + keyword[1..].ToLowerInvariant()) : keyword;
}
