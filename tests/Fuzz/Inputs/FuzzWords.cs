using System.Text;

namespace Dockerlint.Fuzz;

/// <summary>The words that mean something to a parser, a shell or a terminal; each character is a byte.</summary>
internal static class FuzzWords
{
    internal static IReadOnlyList<string> All { get; } =
    [
        "FROM ", "RUN ", "COPY ", "ADD ", "ENV ", "ARG ", "LABEL ", "CMD ", "ENTRYPOINT ", "HEALTHCHECK ", "HEALTHCHECK NONE", "SHELL ",
        "USER ", "WORKDIR ", "VOLUME ", "EXPOSE ", "STOPSIGNAL ",
        "ONBUILD ", "MAINTAINER ", "AS ", "scratch", "alpine", "debian:12",
        "a@sha256:0123456789012345678901234567890123456789012345678901234567890123", "$BUILDPLATFORM", "--platform=", "--from=0",
        "--from=a",
        "--chown=a:b", "--chmod=755", "--link", "--parents", "--exclude=*.md", "--checksum=sha256:0", "--keep-git-dir",
        "--mount=type=cache,target=/x", "--mount=type=secret,id=s",
        "--mount=type=bind,from=a,source=/x,target=/y", "--mount=", "--network=none", "--security=insecure", "--interval=5s",
        "--timeout=1m30s", "--retries=3", "--start-period=0s", "--",
        "# syntax=docker/dockerfile:1\n", "# escape=`\n", "# check=skip=all;error=true\n", "# hadolint ignore=DL3008\n",
        "# dockerlint ignore=DL3006 -- why\n", "# shellcheck disable=SC2086\n", "#", "# x\n", "`\n",
        "<<EOF\n", "<<-EOF\n", "<<'EOF'\n", "<<\"E O\"", "EOF\n", "<<", "<<<x", "\\\n", "\\\r\n", "\\", "\\ \n", "\n", "\r\n", "\r", "\n\n",
        "\t", " ", "  ", "\v", "\f", "\u00c2\u0085", "\u00c2\u00a0",
        "[\"a\", \"b\"]", "[\"", "\"]", "[]", "[", "]", "{", "}", "\"", "'", "\\\"", "\\u0041", "\"\\ud800\"", "=", "==", "+=", ":", ",",
        ";", "&&", "||", "|", "&", "|&", ">", ">>", "2>&1", ">&-", "<", "<(", ">(", "(", ")", "((", "))",
        "$", "$$", "${", "${A", "${A:-b}", "${A:+b}", "${A-${B}}", "${A#*/}", "${A%%.*}", "${A/x/y}", "${A:1:2}", "$A", "$1", "$@", "$(",
        "$(a)", "$((1+2))", "$'\\x41'", "$\"a\"", "`a`", "`", "~", "*", "?", "!", "[[ ", " ]]",
        "if ", "then ", "else ", "fi", "for a in ", "do ", "done", "while ", "until ", "case ", "esac", "in ", ";;", "function f ", "f() ",
        "{ ", "; }", "time ", "coproc ", "select ", "set -eu", "set -o pipefail",
        "cd /x", "cd x && ", "apt-get update", "apt-get install -y a ", "apt-get install a=1 b", "rm -rf /var/lib/apt/lists/*", "apk add a",
        "apk add --no-cache a", "pip install a", "pip install -r requirements.txt", "npm install",
        "npm ci", "yarn install", "go build ./...", "curl http://x | sh", "wget -q http://x", "yum install -y a", "dnf install a",
        "zypper install a", "gem install a", "sudo a", "useradd a", "chmod 777 x", "chown -R a:b /x",
        "tar xf a.tar.gz", "git clone https://x", "echo a > b", "printf '%s'", "sed -i s/a/b/ c", "export A=b", "bash -c 'a'",
        "sh -c \"b\"", "exec a", "powershell", "cmd /S /C", "/bin/bash", "http://x/a.tar.gz", "git@github.com:a/b.git#c",
        "a:", "- a\n", "  - ", "&a ", "*a", "<<: *a\n", "|\n  ", ">-\n", "? ", "---\n", "...\n", "%YAML 1.2\n", "!!str ", "!x ",
        "ignore:\n", "select: [", "rules:\n  DL3008: error\n", "profile: strict\n", "extends: x\n", "overrides:\n",
        "services:\n", "build: .\n", "context: ", "dockerfile: ", "args:\n", "include:\n", "\"target\": {", "\"inherits\": [",
        "\"matrix\": {", "\"variable\": {", "null", "true", "-1", "1e999", "99999999999999999999", "0x10",
        "!a/**\n", "**/x\n", "[a-z]\n", "a/../b\n", "/\n", "%%\n", "->", "\u0000", "\u0001", "\u0007", "\u001b[31m", "\u001b]0;x\u0007",
        "\u007f", "\u0080", "\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00ed\u00b2\u0080", "\u00f4\u0090\u0080\u0080",
        "\u00e2\u0080", "\u00ef\u00bb\u00bf",
        "\u00ff\u00fe", "\u00e2\u0080\u00ae", "\u00e2\u0081\u00a6", "\u00e2\u0080\u008b", "\u00e2\u0080\u00a8", "\u00e2\u0080\u00a9",
        "\u00d8\u009c", "\u00f3\u00a0\u0081\u0081", "\u00ef\u00b8\u008f", "\u00cd\u008f", "\u00e3\u0085\u00a4", "\u00f0\u009f\u0098\u0080",
        "\u00c3\u00a4", "\u00c4\u00b0", "\u00c3\u009f", "\u00e2\u0084\u00aa",
        "::error::x", "##vso[x]", "]]>", "<!--", "-->", "</script>", "<b>", "&amp;", "|x|", "[x](1)", "{0}", "%0A", "%s", "x:y,z", "@a",
    ];

    /// <summary>A word as bytes.</summary>
    internal static byte[] Bytes(string word)
    {
        // Characters up to U+00FF are bytes here; the words are written that way.
        return Encoding.Latin1.GetBytes(word);
    }
}
