#!/usr/bin/env python3
"""Measures a language server over a session of 1,000 edits in a file of 145 lines, and its memory with 200 files open.

    run.py dockerlint lsp
    run.py docker-langserver --stdio
"""
import json
import os
import queue
import random
import subprocess
import sys
import threading
import time


def text():
    """A file of 145 lines as people write them."""
    parts = ["# syntax=docker/dockerfile:1\nARG NODE_VERSION=20\nARG PYTHON=3.12\n\n"]
    for stage in range(6):
        before = f"COPY --from=stage{stage - 1} /srv/app{stage - 1} /opt/app{stage - 1}\n" if stage else ""
        parts.append(
            f"FROM debian:12 AS stage{stage}\nARG NODE_VERSION\nENV APP_HOME=/srv/app{stage} \\\n    PATH=/srv/bin:$PATH\nWORKDIR $APP_HOME\n"
            "RUN apt-get update && apt-get install -y --no-install-recommends \\\n    curl \\\n    git \\\n    ca-certificates \\\n"
            "    && rm -rf /var/lib/apt/lists/*\n"
            f'RUN --mount=type=cache,target=/root/.cache/pip pip install "flask==2.{stage}" requests\n'
            f'COPY package{stage}.json ./\nRUN if [ -n "$NODE_VERSION" ]; then \\\n      echo "node $NODE_VERSION"; \\\n    fi\n'
            f"{before}COPY . .\nRUN make -j4 build && make test\n\n")
    parts.append("FROM gcr.io/distroless/base AS final\nCOPY --from=stage5 /srv/app5 /app\nUSER 1000\nEXPOSE 8080\n"
                 'HEALTHCHECK CMD ["/app/check"]\nENTRYPOINT ["/app/main"]\n')
    lines = "".join(parts).split("\n")
    while len(lines) < 146:
        lines.insert(-1, f'LABEL org.example.n{len(lines)}="value {len(lines)}"')
    return "\n".join(lines[:146])


def edits(lines):
    """Words typed at the ends of lines, a character at a time; most are taken away again."""
    chance, found = random.Random(7), []
    while len(found) < 1000:
        line = chance.randrange(len(lines) - 1)
        word = chance.choice([" && apt-get install -y wget", " # note", " --flag=value", " $APP_HOME/x", ' "quoted text"'])
        start = len(lines[line])
        for i, character in enumerate(word):
            place = {"line": line, "character": start + i}
            found.append({"range": {"start": place, "end": place}, "text": character})
        if chance.random() < 0.6:
            for i in reversed(range(len(word))):
                found.append({"range": {"start": {"line": line, "character": start + i},
                                        "end": {"line": line, "character": start + i + 1}}, "text": ""})
        else:
            lines[line] += word
    return found[:1000]


class Client:
    def __init__(self, command):
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.told = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        stream = self.server.stdout
        while True:
            length = None
            while (line := stream.readline()).strip():
                if line.lower().startswith(b"content-length"):
                    length = int(line.split(b":")[1])
            if length is None:
                return
            self.told.put((time.perf_counter(), json.loads(stream.read(length))))

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def wait(self, fits):
        while True:
            at, message = self.told.get(timeout=60)
            if fits(message):
                return at

    def findings(self, uri, version):
        return self.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
                         and m["params"].get("version", version) == version)

    def open(self, uri, content):
        start = time.perf_counter()
        self.send(method="textDocument/didOpen",
                  params={"textDocument": {"uri": uri, "languageId": "dockerfile", "version": 1, "text": content}})
        return (self.findings(uri, 1) - start) * 1000

    def processor(self):
        fields = open(f"/proc/{self.server.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self):
        return next(int(line.split()[1]) for line in open(f"/proc/{self.server.pid}/status") if line.startswith("VmRSS")) / 1024


def main():
    client, content = Client(sys.argv[1:]), text()
    start = time.perf_counter()
    client.send(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
    print(f"start to initialized: {(client.wait(lambda m: m.get('id') == 1) - start) * 1000:.1f} ms")
    client.send(method="initialized", params={})
    opened = [client.open(f"file:///nowhere/{i}/Dockerfile", content) for i in range(11)]
    print(f"open to findings: first {opened[0]:.1f} ms, then median {sorted(opened[1:])[5]:.2f} ms")
    uri, times = "file:///nowhere/0/Dockerfile", []
    before = client.processor()
    for number, edit in enumerate(edits(content.split("\n"))):
        start = time.perf_counter()
        client.send(method="textDocument/didChange",
                    params={"textDocument": {"uri": uri, "version": number + 2}, "contentChanges": [edit]})
        times.append((client.findings(uri, number + 2) - start) * 1000)
    print(f"processor time an edit: {(client.processor() - before) / len(times):.2f} ms")
    times.sort()
    print("keystroke to findings: " + ", ".join(f"{name} {times[min(len(times) - 1, int(len(times) * share))]:.2f} ms"
                                                for name, share in (("median", .5), ("95 %", .95), ("99 %", .99), ("most", 1))))
    for i in range(200):
        client.open(f"file:///nowhere/more/{i}/Dockerfile", content)
    time.sleep(8)
    print(f"memory with 211 files open: {client.memory():.0f} MB")
    client.send(id=2, method="shutdown")
    client.wait(lambda m: m.get("id") == 2)
    client.send(method="exit")


main()
