#!/bin/sh
# Makes a git repository to measure `dockerlint cache replay` on: a service in Python and Node with many files and commits.
# usage: make-history.sh FOLDER [COMMITS] [FILES]
set -eu
folder=$1 commits=${2:-2000} files=${3:-10000}
mkdir -p "$folder"
cd "$folder"
git init -q .
awk -v commits="$commits" -v files="$files" '
function blob(path, text) { printf "M 100644 inline %s\ndata %d\n%s\n", path, length(text), text }
function commit(i, subject) {
    printf "commit refs/heads/main\ncommitter test <test@example.org> %d +0000\ndata %d\n%s\n", 1700000000 + i * 3600, length(subject), subject
}
BEGIN {
    srand(7)
    commit(0, "first")
    blob("Dockerfile", "FROM node:24 AS web\nWORKDIR /web\nCOPY web/package.json ./\nRUN npm install\nCOPY web .\nRUN npm run build\n\nFROM python:3.13\nWORKDIR /app\nRUN apt-get update && apt-get install -y --no-install-recommends git\nCOPY . .\nRUN pip install -r requirements.txt\nCOPY --from=web /web/dist static\nCMD [\"python\", \"-m\", \"app\"]")
    blob(".dockerignore", ".git\ndocs\n**/*.md\n!README.md")
    blob("requirements.txt", "flask==3.0")
    blob("README.md", "first")
    blob("web/package.json", "{}")
    for (i = 0; i < files; i++) blob(name(i), "0")
    for (i = 1; i <= commits; i++) {
        commit(i, "change " i)
        kind = rand()
        if (kind < 0.20) blob("docs/page" int(rand() * 100) ".md", i)
        else if (kind < 0.24) blob("requirements.txt", "flask==3." i)
        else if (kind < 0.27) blob("web/package.json", "{\"version\": " i "}")
        else if (kind < 0.28) blob("README.md", i)
        else for (n = int(rand() * 6) + 1; n > 0; n--) blob(name(int(rand() * files)), i)
    }
}
function name(i) {
    return (i % 5 == 0 ? "web/src/" : "app/") "part" (i % 97) "/module" (i % 13) "/file" i (i % 5 == 0 ? ".ts" : ".py")
}' | git fast-import --quiet
git symbolic-ref HEAD refs/heads/main
