#!/usr/bin/env python3
"""Records what an engine leaves of a build context for many .dockerignore files.

usage: record.py ROOT OUTPUT COMMAND...

ROOT is an empty folder for the context, written ROOT=INSIDE when the docker command sees it under another name. COMMAND is the
docker command. For each .dockerignore a context of always the same paths is built with `FROM scratch` and `COPY . /`, once with
BuildKit and once with the classic builder, and the paths of the exported image are written, one JSON object a line.
"""
import io
import json
import os
import random
import subprocess
import sys
import tarfile

FILES = r"""a.log b.log a.txt README.md readme.md .env .git/config .gitignore #a !b [x] [ab].c a*b a?b a.b axb abc ac b.c c.c a.b.c
d/a.log d/a.txt d/README.md d/keep d/e/a.log d/e/keep d/e/f/a.log d/e/f/keep d/.env d-x/a d.y/b D/a
foo/bar foo/p/bar foo/p/q/bar foobar/bar barfoo foo.d/bar src/main.go src/main_test.go src/pkg/x.go src/pkg/x_test.go
node_modules/m/index.js web/node_modules/m/index.js web/app.js docs/a.md docs/b/c.md docs/keep.md
with\x20space/a\x20b.txt with\x20space/c \u00fcber/\u00e4.txt tmp/1/x tmp/2/y tmp/10/z \back {a,b} ^c x$ (y) a+b ab aab""".split()
FILES = [name.encode().decode("unicode_escape") if "\\x20" in name or "\\u" in name else name for name in FILES]
EMPTY = ["empty", "d/empty", "tmp/empty/deep"]

SINGLE = r"""
*.log
**/*.log
*/*.log
*/*/*.log
d/*.log
d/**/*.log
d/**/a.log
**/a.log
/a.log
./a.log
d/../a.log
../a.log
/../d
a.log/
d
d/
/d
/d/
./d
d/*
d/**
d/**/
**/d
**/e
**/e/**
**/e/*
d/*/f
d/**/f
*
**
/
.
./
*/
**/
**/*
*/*
*/*/*
?
??
???
a?b
a?c
a.b
a.*
*.*
*.?
.*
**/.*
.env
**/.env
.git
.git/
.git/*
.git*
[ab].c
[!ab].c
[^ab].c
[a-c].c
[^a-b].c
[]
[
[x]
\[x\]
[[]x]
a\*b
a*b
a\?b
\#a
#a
 #a
!b
\!b
foo/**/bar
foo/**bar
foo**/bar
foo**
**foo
**foo/bar
foo*
foo/*
foo/*/bar
foo/p/**/bar
**/bar
**/foo/bar
**/foo/**
**/p/bar
**bar
bar
src/*_test.go
src/**/*_test.go
**/*_test.go
**/*.go
src/**/x*.go
node_modules
**/node_modules
**/node_modules/**
*/node_modules
node_modules/
docs/*.md
docs/**/*.md
README.md
readme.md
README*
**/README.md
*.md
with space
with space/
with space/a b.txt
with*
*space/c
"with space"
über
über/ä.txt
**/ä.txt
\u00fc*
tmp/?/x
tmp/??/z
tmp/[0-9]/*
tmp/[0-9]*
tmp/**/z
tmp/*/
\\back
\back
{a,b}
^c
[^c]
x$
(y)
a+b
a{1,2}b
aa?b
d//a.log
d/./a.log
d/e/../a.log
d/e/..
**/**/a.log
**/**
a.log 
d***
***
**/***
*/**/a.log
empty
d/empty
tmp/empty
**/empty
**/deep
D
d/E
""".strip("\n").split("\n")

COMBINED = [
    "*\n!a.log", "*\n!d", "*\n!d/", "*\n!d/a.log", "*\n!d/e/keep", "*\n!d/**", "*\n!**/keep", "*\n!*/keep", "**\n!a.txt", "**\n!d/keep", "**\n!**/keep",
    "d\n!d/keep", "d\n!d/e/keep", "d\n!d/e", "d\n!**/keep", "d\n!*/keep", "d\n!d/*", "d\n!d/**", "d/*\n!d/keep", "d/**\n!d/keep", "d/**\n!d/e/keep",
    "d/**\n!d/e", "d/*\n!d/e/keep", "d/*\n!d/e\nd/e/f", "d\n!d/e\nd/e/f", "d\n!d/e\nd/e/f\n!d/e/f/keep", "*.md\n!README.md", "!README.md\n*.md",
    "**/*.md\n!README.md", "**/*.md\n!docs/*.md", "**/*.md\n!docs\ndocs/b", "docs\n!docs/keep.md", "docs/\n!docs/keep.md", "docs/*\n!docs/keep.md",
    "**/docs\n!docs/keep.md", "*/keep\n!d/keep", "**/keep\n!**/keep", "src\n!src/pkg", "src\n!src/pkg/*.go", "src\n!src/**/x.go", "src/**\n!src/**/*.go\n**/*_test.go",
    "**/node_modules\n!web/node_modules", "node_modules\n!node_modules/m/index.js", "*\n!src/**\n!README.md", "*\n!src\nsrc/pkg", "*\n!/src\n!./docs/b",
    "*\n!src/*", "*\n!src/pkg/..", "**/*\n!src/main.go", "*/*\n!src/main.go", "*\n!.git", "*\n!.*", ".*\n!.env", "**/.*\n!.gitignore", "a*\n!ab*", "?.c\n!b.c",
    "[ab]*\n!a.*\na.b", "foo*\n!foo/bar", "foo\n!foo/**/bar", "foo/**\n!foo/*/bar", "**/bar\n!foo/bar", "**/bar\n!**/p/bar", "tmp\n!tmp/1", "tmp/*\n!tmp/1\ntmp/1/x",
    "tmp/**\n!tmp/empty", "tmp\n!tmp/empty/deep", "empty\n!empty", "d\n!d/empty", "with space\n!with space/c", "über\n!über/ä.txt", "# comment\n*.log", " # no comment\n*.log",
    "*.log\r\n*.txt\r\n", "\n\n*.log\n\n", "  *.log  \n\t*.txt\t", "\ufeff*.log", "*.txt\n\ufeff*.log", "!\u00fcber", "!*", "!**", "*\n!*", "**\n!**", "*\n!**",
    "*.log\n!a.log\n*.log", "d\n! d/keep", "d\n!  d/keep  ", "d\n!./d/keep", "d\n!/d/keep", "d\n!d//keep", "d\n!d/e/../keep", "./d\n!d/keep", "d/e\n!d/e/f/keep",
    "d/e/f\n!d/e/f/keep", "d\nd/e\n!d/e", "*\n!d\nd/*\n!d/e\nd/e/*\n!d/e/keep", "Dockerfile", "*\n!Dockerfile", ".dockerignore", "Dockerfile\n.dockerignore", "Dockerfile*\n.docker*",
    "**/Dockerfile\n**/.dockerignore",
]

PIECES = ["*", "**", "?", "d", "e", "f", "foo", "bar", "src", "pkg", "docs", "*.log", "*.md", "a*", "keep", "[a-d]", "[^a]*", "p", "node_modules", "*.go", "tmp", ".*"]


def random_rules(generator):
    lines = []
    for _ in range(generator.randint(1, 5)):
        pattern = "/".join(generator.choice(PIECES) for _ in range(generator.randint(1, 3)))
        pattern = generator.choice(["", "", "", "/", "./"]) + pattern + generator.choice(["", "", "", "/"])
        lines.append(("!" if generator.random() < 0.4 else "") + pattern)
    return "\n".join(lines)


def run(command, **options):
    return subprocess.run(command, capture_output=True, **options)


def buildkit(docker, context):
    result = run(docker + ["build", "-q", "--no-cache", "-o", "type=tar,dest=-", context])
    return unpack(result.stdout) if result.returncode == 0 else failure(result)


def classic(docker, context):
    result = run(docker + ["build", "-q", "--no-cache", context], env={**os.environ, "DOCKER_BUILDKIT": "0"})
    if result.returncode != 0:
        return failure(result)
    image = result.stdout.decode().split()[-1]
    saved = run(docker + ["save", image])
    run(docker + ["rmi", "-f", image])
    if b"empty export" in saved.stderr:
        return []
    with tarfile.open(fileobj=io.BytesIO(saved.stdout)) as archive:
        layers = json.load(archive.extractfile("manifest.json"))[0]["Layers"] or []
        return unpack(archive.extractfile(layers[-1]).read()) if layers else []


def unpack(archive):
    """The entries of a tar; an image without files gives nothing, or zeros alone."""
    return tarfile.open(fileobj=io.BytesIO(archive)) if archive.strip(b"\0") else []


def failure(result):
    return (result.stderr.decode().strip().split("\n") or [""])[-1]


def names(archive):
    if isinstance(archive, str):
        return {"error": archive}
    return sorted(entry.name.strip("/") for entry in archive if entry.name.strip("/") not in ("", "."))


def shorter(found, everything):
    """What is kept or what is dropped, whichever takes less room; an error as it is."""
    if isinstance(found, dict):
        return found
    dropped = sorted(set(everything) - set(found))
    return {"keeps": found} if len(found) < len(dropped) else {"drops": dropped}


def main():
    root, _, inside = sys.argv[1].partition("=")
    output, docker = sys.argv[2], sys.argv[3:]
    context = os.path.join(root, "context")
    for name in FILES:
        path = os.path.join(context, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").close()
    for name in EMPTY:
        os.makedirs(os.path.join(context, name), exist_ok=True)
    with open(os.path.join(context, "Dockerfile"), "w") as file:
        file.write("FROM scratch\nCOPY . /\n")
    generator = random.Random(20)
    cases = SINGLE + COMBINED + [random_rules(generator) for _ in range(int(os.environ.get("RANDOM_CASES", "120")))]
    files = sorted(FILES + ["Dockerfile", ".dockerignore"])
    parents = {"/".join(path.split("/")[:i]) for path in files + [name + "/x" for name in EMPTY] for i in range(1, path.count("/") + 1)}
    everything = sorted(set(files) | parents)
    with open(output, "w") as file:
        file.write(json.dumps({"files": files, "directories": sorted(parents)}, ensure_ascii=False) + "\n")
        for rules in dict.fromkeys(cases):
            with open(os.path.join(context, ".dockerignore"), "w", encoding="utf-8", newline="") as ignore:
                ignore.write(rules)
            where = os.path.join(inside or root, "context")
            line = {"rules": rules, "buildkit": shorter(names(buildkit(docker, where)), everything)}
            other = shorter(names(classic(docker, where)), everything)
            if other != line["buildkit"]:
                line["classic"] = other
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()


main()
