#!/usr/bin/env python3
"""Makes the table of base images from public Dockerfiles.

    read.py FOLDER [TABLE]

FOLDER holds git directories named OWNER+NAME (or with the git directory one level below): those that images.txt names, and those
that the official images come from. TABLE is src/Semantics/Images/base-images.tsv unless another is named. What cannot be read is
listed at the end; docs/base-images.md describes the table.
"""
import gzip
import json
import os
import re
import sys

import dockerfile
import tags
from gitstore import Store

HERE = os.path.dirname(os.path.abspath(__file__))
SINCE = "2019"  # tags that nobody has published since are left out
FACTS = ["os", "pm", "sh", "user", "dir", "shell", "entry", "cmd", "ports", "vols", "onbuild", "health"]


class Definition:
    """One Dockerfile of an image, for one tag."""

    def __init__(self, repository, commit, path, given=None):
        self.repository, self.commit, self.path, self.given, self.when = repository, commit, path, given, None


class Images:
    """All images, each with its definitions by family and version, oldest first."""

    def __init__(self, store):
        self.store = store
        self.definitions = {}
        self.overrides = {}
        self.aliases = {}
        self.missing = {}
        self.unread = set()
        self._states = {}

    def add(self, image, tag, definition):
        family, version = tags.family(tag)
        self.definitions.setdefault(image, {}).setdefault((family, version), []).append(definition)

    def official(self, name_of_repository, images):
        """Every tag that an official image ever had, with the Dockerfile of its last definition."""
        _, repository = self.store.find(name_of_repository)
        log = repository.run("log", "--reverse", "--first-parent", "--raw", "--no-abbrev", "--no-renames", "--format=%cs", "--diff-merges=first-parent", "HEAD", "--",
                             *("library/" + image for image in images))
        date = ""
        for line in log.split("\n"):
            if line and not line.startswith(":"):
                date = line
            elif line and date >= SINCE:
                meta, _, path = line.partition("\t")
                text = repository.object(meta.split()[3])
                if text:
                    self._library(path.removeprefix("library/"), text)

    def _library(self, image, text):
        blocks = re.split(r"\n\s*\n", re.sub(r"(?m)^#.*\n?", "", text))
        common, shared = {}, []
        for block in blocks:
            fields = {}
            key = None
            for line in block.split("\n"):
                if line[:1].isspace() and key:
                    fields[key] += " " + line.strip()
                elif ":" in line:
                    key, _, value = line.partition(":")
                    key = key.strip()
                    old = re.match(r"\s*(?:git|https)://github\.com/([^@\s]+)@(\S+)\s*(\S*)", value)
                    if old:
                        self._define(image, [key], old[1], old[2], old[3], "Dockerfile")
                    else:
                        fields[key] = value.strip()
            if "Tags" not in fields:
                common.update(fields)
                continue
            fields = {**common, **fields}
            architectures = fields.get("Architectures", "amd64").replace(",", " ").split()
            is_windows = any("windows" in item for item in architectures)
            arch = next((item for item in ("amd64", "windows-amd64") if item in architectures), None)
            if arch is None:
                continue
            get = lambda key, default="": fields.get(f"{arch}-{key}", fields.get(key, default))
            place = re.sub(r"^(https|git)://github\.com/|\.git$", "", get("GitRepo").strip()), get("GitCommit"), get("Directory", "."), get("File", "Dockerfile"), get("GitFetch")
            own = fields["Tags"].replace(",", " ").split()
            common_tags = fields.get("SharedTags", "").replace(",", " ").split()
            self._define(image, own, *place)
            shared.append((is_windows, common_tags, place))
        # On Windows hosts the same tag is another image; the one of Linux is meant.
        for is_windows, common_tags, place in sorted(shared, key=lambda item: not item[0]):
            linux = {tag for other, listed, _ in shared if not other for tag in listed}
            self._define(image, [tag for tag in common_tags if not (is_windows and tag in linux)], *place)

    def _define(self, image, listed, repository, commit, folder, file, branch=""):
        path = os.path.normpath(os.path.join(folder.strip("/") or ".", file))
        for tag in listed:
            # Some repositories throw their history away: the head of the branch is what is left then.
            if branch.startswith("refs/heads/"):
                self.add(image, tag, Definition(repository, branch, path))
            self.add(image, tag, Definition(repository, commit, path))

    def releases(self, image, repository, path, prefix="", variant=""):
        """The Dockerfile at every release of a repository, the tag of the image named by the version."""
        name, git = self.store.find(repository)
        if git is None:
            self.missing[image] = repository
            return
        prefix, variant = prefix.strip("-"), variant and "-" + variant
        for line in git.run("for-each-ref", "--sort=creatordate", "--format=%(refname:short)", "refs/tags").split():
            number = line.removeprefix(prefix)
            if line.startswith(prefix) and re.fullmatch(r"v?\d+(\.\d+)+", number) and git.object(f"{line}:{path}"):
                commit = git.run("rev-parse", line + "^{commit}").strip()
                for tag in (number, number.rpartition(".")[0], number.partition(".")[0], "latest"):
                    self.add(image, tag + variant, Definition(name, commit, path))

    def head(self, image, repository, path, listed, given):
        """A Dockerfile as it is now."""
        name, git = self.store.find(repository)
        if git is None or git.object("HEAD:" + path) is None:
            self.missing[image] = f"{repository} {path}"
            return
        commit = git.run("log", "-1", "--format=%H", "HEAD", "--", path).strip()
        for tag in listed:
            self.add(image, tag, Definition(name, commit, path, given))

    def tables(self, repository, path, prefix):
        """The tags that tables of a README list, each row with its Dockerfile; every version of the README counts."""
        name, git = self.store.find(repository)
        seen = set()
        for line in git.run("log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=%H", "HEAD", "--", path).split("\n"):
            if line and not line.startswith(":"):
                commit = line
            elif line.startswith(":"):
                for row in re.findall(r"(?m)^(?:\| )?([^|\n]+) \| \[Dockerfile\]\((?:\S+/blob/\w+/)?(src/[^)]+|[0-9][^)]+/Dockerfile)\)", git.object(line.split()[3]) or ""):
                    for tag in re.split(r"[,\s]+", row[0].replace("`", "").strip()):
                        file = row[1].split("blob/main/")[-1]
                        # The same tag is another image on Windows hosts; the one of Linux is meant.
                        is_windows = re.search("nanoserver|windowsservercore", file) and not re.search("nanoserver|windowsservercore", tag)
                        if "/arm" not in file and not is_windows and git.object(f"{commit}:{file}"):
                            self.add(prefix, tag, Definition(name, commit, file))
                            seen.add(tag)
        if not seen:
            self.missing[prefix] = f"{repository} {path}"

    def apko(self, prefix, repository, folder):
        """Images that are made of packages alone; what is in them is written down to the last package."""
        name, git = self.store.find(repository)
        for path in git.run("ls-tree", "-r", "--name-only", "HEAD", folder + "/").split():
            if path.endswith("/locked_config.json"):
                commit = git.run("log", "-1", "--format=%H", "HEAD", "--", path).strip()
                self.add(f"{prefix}/{path.split('/')[-2]}", "latest", Definition(name, commit, path))

    def state(self, image, family, version):
        """The facts for a family and version, and the definition they were read from."""
        image = self.aliases.get(image, image)
        known = self.definitions.get(image, {})
        if (family, version) not in known:
            lower = [other for name, other in known if name == family and other <= version]
            if not lower:
                state = self._override(image, family, version, dockerfile.unknown())
                return (state, None) if state["source"] else (None, None)
            version = max(lower)
        key = image, family, version
        if key not in self._states:
            self._states[key] = (None, None)  # a circle
            self._states[key] = self._read(image, family, version, known[family, version])
        return self._states[key]

    def _read(self, image, family, version, definitions):
        state, used = None, None
        for definition in reversed(definitions):
            name, git = self.store.find(definition.repository)
            text = git and git.object(f"{definition.commit}:{definition.path}")
            if text:
                used = Definition(name, definition.commit, definition.path)
                used.when = git.date(definition.commit)
                used.commit = git.run("rev-parse", definition.commit).strip() if definition.commit.startswith("refs/") else definition.commit
                if definition.path.endswith("/locked_config.json"):
                    state = packages(json.loads(text))
                elif definition.path.endswith(".json"):
                    state = self._config(git, definition)
                else:
                    given = dict(definition.given or {})
                    state = dockerfile.evaluate(text, self._base, given.pop("stage", None), given)
                break
            self.unread.add(definition.repository if git is None else name)
        if state is None:
            state, used = dockerfile.unknown(), None
        state = self._override(image, family, version, state)
        return (state, used) if used or state["source"] else (None, None)

    def _config(self, git, definition):
        """The configuration of an image that is published as an OCI layout."""
        folder = os.path.dirname(definition.path)
        blob = lambda digest: json.loads(git.object(f"{definition.commit}:{folder}/blobs/{digest.replace(':', '/')}") or "{}")
        index = json.loads(git.object(f"{definition.commit}:{definition.path}"))
        config = blob(blob(index["manifests"][0]["digest"]).get("config", {}).get("digest", ""))
        if not config:
            return None
        config = config.get("config", {})
        state = dockerfile.scratch()
        state.update(user=config.get("User", ""), dir=config.get("WorkingDir") or "/", entry=config.get("Entrypoint") or [], cmd=config.get("Cmd") or [],
                     env=[item.partition("=")[0] for item in config.get("Env", [])], ports=list(config.get("ExposedPorts", {})), vols=list(config.get("Volumes", {})),
                     onbuild=[item.split()[0] for item in config.get("OnBuild") or []])
        return state

    def _base(self, reference):
        name = re.sub(r"^(docker\.io/|ubuntu\.azurecr\.io/|mcr\.microsoft\.com/mirror/docker/)?(library/)?", "", reference.partition("@")[0])
        head, _, tag = name.rpartition(":") if ":" in name.rpartition("/")[2] else (name, "", "latest")
        name = re.sub(r"^(amd64|winamd64)/", "", head)
        return self.state(name, *tags.family(tag or "latest"))[0]

    def _override(self, image, family, version, state):
        state = dockerfile.copy(state)
        state.setdefault("source", None)
        for low, high, families, source, facts in self.overrides.get(image, []):
            if low <= version <= high and (families == ["*"] or (family or ".") in families):
                state["source"] = state["source"] or source
                for key, value in facts:
                    if key == "has":
                        state["has"] |= set(value.split())
                        state["lacks"] -= set(value.split())
                    elif key == "lacks":
                        state["lacks"] |= set(value.split()) - state["has"]
                    else:
                        state[key] = parse(key, value)
        return state


def packages(locked):
    """The state of an image that apko makes: of the public variant, or of the only one."""
    locks = locked["imageLocks"]
    name = next((key for key in locks if key.endswith("-public")), next(iter(locks), None))
    text = (locks.get(name) or {}).get("configs", {}).get("amd64")
    if not text:
        return None
    config = json.loads(text)["config"]
    names = {item.partition("=")[0] for item in config["contents"]["packages"]}
    state = dockerfile.scratch()
    state.update(os="wolfi", pm="apk" if "apk-tools" in names else "none", sh="ash" if "busybox" in names else "bash" if "bash-binsh" in names else "none",
                 user=config["accounts"].get("run-as", ""), dir=config.get("work-dir") or "/", vols=config.get("volumes") or [],
                 entry=(config.get("entrypoint", {}).get("command") or "").split(), cmd=(config.get("cmd") or "").split(),
                 env=["PATH", "SSL_CERT_FILE", *config.get("environment", {})])
    if config.get("entrypoint", {}).get("services") or config.get("entrypoint", {}).get("shell-fragment"):
        state["entry"] = None
    state["has"] = {program for program in dockerfile.PROGRAMS if program in names}
    state["has"] |= {"ca-certificates"} if "ca-certificates-bundle" in names else set()
    state["has"] |= {"python", "python3"} if any(re.match(r"python-3\.\d+(-base)?$", item) for item in names) else set()
    state["has"] |= {"tar", "unzip", "wget"} if "busybox" in names else set()
    state["lacks"] = set(dockerfile.PROGRAMS) - state["has"] - ({"python", "python3"} if any("python" in item for item in names) else set())
    return state


def parse(key, value):
    if value == "?":
        return None
    if key == "health":
        return value != "-"
    if key in ("entry", "cmd", "shell"):
        return [] if value == "-" else json.loads(value)
    if key in ("ports", "vols", "env", "onbuild"):
        return [] if value == "-" else value.split()
    return "" if value == "-" else value


def show(key, value):
    if value is None:
        return "?"
    if key == "health":
        return "yes" if value else "-"
    if not value:
        return "-"
    if key in ("entry", "cmd", "shell"):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return " ".join(item.replace(" ", "") for item in value) if isinstance(value, list) else value


def facts_of(state):
    """Key and text of every fact that is known."""
    facts = {key: show(key, state[key]) for key in FACTS}
    for words in (state["entry"], state["cmd"]):
        if words and os.path.basename(words[0]) in dockerfile.PROGRAMS:
            state["has"].add(os.path.basename(words[0]))
    facts["has"] = " ".join(sorted(state["has"])) or "?"
    facts["lacks"] = " ".join(sorted(state["lacks"] - state["has"])) or "?"
    return facts


def read_rows(path, images):
    """The rows that were written by hand."""
    names = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                names = line[1:-1].split(" ")
                continue
            columns = line.split("\t")
            if len(columns) < 4 or not columns[2]:
                sys.exit(f"{path}:{number}: a row is versions, families, source and facts")
            low, _, high = columns[0].partition("-")
            if "-" in columns[0]:
                first = tags.version(low) or (0, 0)
                span = (first if first[1] != tags.OPEN else (first[0], 0), tags.version(high) or tags.NEWEST)
            else:
                span = (tags.version(low) or tags.NEWEST,) * 2
            row = (*span, columns[1].split(" "), columns[2], [tuple(fact.split("=", 1)) for fact in columns[3:]])
            for name in names:
                images.overrides.setdefault(name, []).append(row)


def rows_of(images, image):
    """Rows of an image: facts, the spans of versions and families that they hold for, the variables all of them set, the newest definition."""
    by_family, rows = {}, {}
    for (family, version) in images.definitions[image]:
        by_family.setdefault(family, []).append(version)
    for family, versions in sorted(by_family.items()):
        run = None
        for version in sorted(versions):
            state, used = images.state(image, family, version)
            if state is None:
                run = None
                continue
            facts = tuple(facts_of(state).items())
            row = rows.setdefault(facts, dict(spans={}, env=None, source=None))
            if state["env"] is not None:
                row["env"] = state["env"] if row["env"] is None else [name for name in row["env"] if name in state["env"]]
            if row["source"] is None or (used and (isinstance(row["source"], str) or row["source"].when < used.when)):
                row["source"] = used or state["source"]
            if run and run[0] == facts:
                run[2] = version if version != tags.NEWEST else run[2]
            else:
                run = [facts, version, version]
                row["spans"].setdefault(family, []).append(run)
    return rows


def main():
    folder = sys.argv[1]
    table = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "..", "..", "src", "Semantics", "Images", "base-images.tsv")
    renamed, official, names, tasks = {}, [], {}, []
    with open(os.path.join(HERE, "images.txt"), encoding="utf-8") as file:
        for line in file:
            kind, *rest = line.split() or ["#"]
            if kind == "renamed":
                renamed[rest[0]] = rest[1]
            elif kind == "official":
                official += rest
            elif kind == "alias":
                names.setdefault(rest[1], []).append(rest[0])
            elif not kind.startswith("#"):
                tasks.append((kind, rest))
    images = Images(Store(folder, renamed))
    images.aliases = {other: name for name, others in names.items() for other in others}
    read_rows(os.path.join(HERE, "by-hand.tsv"), images)
    images.official("docker-library/official-images", official)
    for kind, rest in tasks:
        if kind == "releases":
            images.releases(*rest)
        elif kind == "head":
            images.head(rest[0], rest[1], rest[2], rest[3].split(","), dict(item.split("=", 1) for item in rest[4:]))
        elif kind == "apko":
            images.apko(*rest)
        elif kind == "tables":
            images.tables(rest[0], rest[1], rest[2])
        else:
            sys.exit(f"images.txt: unknown word {kind}")
    write(images, names, table)


def write(images, names, table):
    sources, lines, count = {}, [], 0
    for image in sorted(set(images.definitions) | {name for name in images.overrides}, key=lambda name: ("/" in name, name)):
        if image in images.aliases:
            continue
        rows = rows_of(images, image) if image in images.definitions else {}
        if not rows:
            for low, high, families, source, _ in images.overrides.get(image, []):
                for family in families:
                    state, _ = images.state(image, family.replace(".", ""), high)
                    row = rows.setdefault(tuple(facts_of(state).items()), dict(spans={}, env=state["env"], source=source))
                    row["spans"].setdefault(family.replace(".", ""), []).append((None, low, high))
        if not rows:
            images.missing.setdefault(image, "nothing")
            continue
        values = {}
        for facts, row in rows.items():
            row["facts"] = dict(facts, env=" ".join(row["env"]) or "-" if row["env"] is not None else "?")
            for key, value in row["facts"].items():
                values.setdefault(key, []).append(value)
        shared = {key: max(set(listed), key=listed.count) for key, listed in values.items()}
        lines.append(f"[{' '.join([image, *names.get(image, [])])}]")
        lines.append("\t".join(["^", "", *(f"{key}={value}" for key, value in shared.items() if value != "?")]))
        written = []
        for row in rows.values():
            spans = {}
            for family, runs in row["spans"].items():
                for _, low, high in runs:
                    spans.setdefault((low, high), []).append(family or ".")
            text = "; ".join(" ".join([span(low, high), *sorted(families)]) for (low, high), families in sorted(spans.items()))
            source = row["source"]
            if not isinstance(source, str):
                key = source.repository, source.commit[:12], source.when
                source = f"{sources.setdefault(key, len(sources))}:{source.path}"
            written.append((min(spans), "\t".join([text, source, *(f"{key}={value}" for key, value in row["facts"].items() if value != shared[key])])))
        lines += [text for _, text in sorted(written)]
        count += 1
    head = ["# Made by eng/base-images/read.py from public Dockerfiles; docs/base-images.md describes it."]
    head += [f"@{number}\t{repository}\t{commit}\t{date}" for (repository, commit, date), number in sources.items()]
    text = ("\n".join(head + lines) + "\n").encode()
    with open(table, "wb") as file:
        file.write(text)
    with open(table + ".gz", "wb") as file:
        file.write(gzip.compress(text, 9, mtime=0))
    print(f"{count} images, {len(text)} bytes, {os.path.getsize(table + '.gz')} packed")
    for image, reason in sorted(images.missing.items()):
        print(f"nothing read: {image}: {reason}", file=sys.stderr)


def span(low, high):
    return "-" if (low, high) == ((0, 0), tags.NEWEST) else tags.show(low) if low == high else f"{tags.show(low)}-{tags.show(high)}"


main()
