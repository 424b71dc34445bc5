"""What a Dockerfile says of the image it makes, without building anything."""
import json
import posixpath
import re

PROGRAMS = ["bash", "ca-certificates", "curl", "gcc", "git", "python", "python3", "tar", "unzip", "wget"]

# Programs by the packages that are named like something else.
PACKAGES = {
    "build-essential": ["gcc"], "build-base": ["gcc"], "g++": ["gcc"], "gcc-c++": ["gcc"], "git-core": ["git"], "python2": ["python"],
    "python3-minimal": ["python3"], "python3-dev": ["python3"], "python3-pip": ["python3"], "python3-setuptools": ["python3"], "python-dev": ["python"],
    "python-minimal": ["python"], "python2.7": [], "curl-minimal": ["curl"], "base-devel": ["gcc", "tar"], "py3-pip": ["python3"],
    "python-is-python3": ["python", "python3"], "py-pip": [], "ca-certificates-bundle": [],
}

# Packages that bring none of the programs with them. Of all others nobody knows without a package index, so what they might bring is unknown.
HARMLESS = set("""
apt-transport-https bzip2 dirmngr dumb-init fontconfig gettext-base gnupg gpg gosu gzip iproute2 iputils-ping less locales make musl-locales
musl-locales-lang nano ncurses ncurses-libs netbase openssl pax-utils patch pcre2 procps readline sed shadow sqlite-libs su-exec tini ttf-dejavu tzdata
xz xz-utils zlib zstd file findutils coreutils binutils jq pwgen passwd gpg-agent libc-dev musl-dev linux-headers libstdc++ libgcc openssh-client
openssh-client-default glibc-langpack-en java-cacerts p11-kit-trust fonts-dejavu-core zip psmisc inotify-tools libc6-dev pkg-config sq tzdata-legacy
autoconf dpkg re2c libcap libcap2-bin numactl gnupg2 adduser krb5-libs krb5-locales lttng-ust userspace-rcu icu-libs libintl socat bind-tools
mailcap media-types nss_wrapper libnss-wrapper
""".split())


def unknown():
    """An image of which nothing is known."""
    return dict(user=None, dir=None, shell=None, entry=None, cmd=None, ports=None, vols=None, env=None, onbuild=None, health=None,
                os=None, pm=None, sh=None, has=set(), lacks=set(), values={})


def scratch():
    """The empty image; the builder gives it a PATH."""
    return dict(user="", dir="/", shell=[], entry=[], cmd=[], ports=[], vols=[], env=["PATH"], onbuild=[], health=False,
                os=None, pm=None, sh=None, has=set(), lacks=set(), values={})


def copy(state):
    return {key: (value.copy() if isinstance(value, (list, set, dict)) else value) for key, value in state.items()}


def instructions(text):
    """Keyword and arguments of each instruction, continuations joined and heredocs behind the arguments."""
    escape = "\\"
    lines = text.replace("\r\n", "\n").split("\n")
    for line in lines:
        found = re.match(r"#\s*(\w+)\s*=\s*(\S)", line)
        if not found:
            break
        if found[1].lower() == "escape":
            escape = found[2]
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        at += 1
        if not line or line.startswith("#"):
            continue
        parts = []
        while True:
            if line.endswith(escape):
                parts.append(line[:-1])
            else:
                parts.append(line)
                break
            while at < len(lines) and (not lines[at].strip() or lines[at].strip().startswith("#")):
                at += 1
            if at >= len(lines):
                break
            line = lines[at].strip()
            at += 1
        whole = " ".join(parts).strip()
        keyword, _, rest = whole.partition(" ")
        keyword = keyword.upper()
        if keyword in ("RUN", "COPY", "ADD"):
            for mark in re.findall(r"<<-?['\"]?(\w+)['\"]?", rest):
                while at < len(lines) and lines[at].strip() != mark:
                    rest += "\n" + lines[at]
                    at += 1
                at += 1
        yield keyword, rest.strip()


def expand(text, values):
    """The text with its variables; None where one is not known."""
    missing = False

    def value(found):
        nonlocal missing
        name = found[1] or found[2]
        known = values.get(name, "")
        if found[3]:
            operator, word = found[3][:2], found[3][2:]
            if operator == ":-":
                return known if known else word
            if operator == ":+":
                return word if known else ""
            missing = True
            return ""
        if known is None or name not in values:
            missing = True
            return ""
        return known

    result = re.sub(r"\$(?:\{(\w+)(?:(?=\})|(?=:))|(\w+))((?::[-+][^}]*)?)\}?", lambda m: value([m[0], m[1], m[2], m[3]]), text)
    return None if missing else result


def words(text):
    """The words of a line, without their quotes."""
    return [re.sub(r"[\"']", "", word) for word in re.findall(r"(?:[^\s\"']|\"(?:\\.|[^\"])*\"|'[^']*')+", text)]


def pairs(text):
    """Name and value of ENV, ARG and LABEL in both their forms."""
    if not re.match(r"[^\s=]+=", text):
        name, _, value = text.partition(" ")
        yield name, value.strip()
        return
    for word in words(text):
        name, _, value = word.partition("=")
        yield name, value


def command(text, state):
    """The exec form of CMD or ENTRYPOINT."""
    if text.startswith("["):
        try:
            return json.loads(text)
        except ValueError:
            pass
    shell = state["shell"]
    if shell is None:
        return None
    return (shell or (["cmd", "/S", "/C"] if state["os"] == "windows" else ["/bin/sh", "-c"])) + [text]


def stages(text):
    """The stages as (name, base, values of arguments before FROM, instructions)."""
    found, globals_ = [], {"TARGETPLATFORM": "linux/amd64", "BUILDPLATFORM": "linux/amd64", "TARGETARCH": "amd64", "TARGETOS": "linux"}
    for keyword, rest in instructions(text):
        if keyword == "FROM":
            parts = [part for part in rest.split() if not part.startswith("--")]
            name = parts[2].lower() if len(parts) > 2 and parts[1].lower() == "as" else None
            found.append((name, expand(parts[0], globals_) if parts else None, dict(globals_), []))
        elif found:
            found[-1][3].append((keyword, rest))
        elif keyword == "ARG":
            for name, value in pairs(rest):
                globals_[name] = expand(value, globals_) if "=" in rest else globals_.get(name)
    return found


def evaluate(text, base_of, target=None, given=None):
    """The state of the last stage (or the one of a name); base_of gives the state of an image by its name or None."""
    states, last = {}, None
    for index, (name, base, globals_, steps) in enumerate(stages(text)):
        for key, value in (given or {}).items():
            if key in globals_:
                globals_[key] = value
        if base is None:
            state = unknown()
        elif base.lower() in states:
            state = copy(states[base.lower()])
        elif base == "scratch":
            state = scratch()
        else:
            found = base_of(base)
            state = copy(found) if found else unknown()
        triggers, state["onbuild"] = state["onbuild"], []
        run_stage(state, steps, globals_)
        if triggers is None:
            state["onbuild"] = state["onbuild"] or None
        states[str(index)] = state
        if name:
            states[name] = state
        last = state
        if target and name == target:
            break
    return last


def run_stage(state, steps, globals_):
    has_command = False
    values = dict(state["values"])
    if "PATH" not in values:
        values["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    for keyword, rest in steps:
        if keyword == "ARG":
            for name, value in pairs(rest):
                if name not in values or values[name] is None:
                    values[name] = expand(value, values) if "=" in rest else globals_.get(name)
        elif keyword == "ENV":
            for name, value in pairs(rest):
                values[name] = expand(value.replace("\\\\", "\\"), values)
                state["values"][name] = values[name]
                if state["env"] is not None and name not in state["env"]:
                    state["env"].append(name)
        elif keyword == "USER":
            state["user"] = expand(rest.strip("\"'"), values)
        elif keyword == "WORKDIR":
            path = expand(rest.strip("\"'").replace("\\\\", "\\"), values)
            if path is None:
                state["dir"] = None
            elif path.startswith("/") or re.match(r"\w:", path):
                state["dir"] = path.rstrip("/") or "/"
            else:
                state["dir"] = state["dir"] and posixpath.normpath(posixpath.join(state["dir"], path))
        elif keyword == "SHELL":
            try:
                state["shell"] = json.loads(rest)
            except ValueError:
                state["shell"] = None
        elif keyword == "ENTRYPOINT":
            state["entry"] = command(rest, state)
            if not has_command:
                state["cmd"] = []
        elif keyword == "CMD":
            state["cmd"] = command(rest, state)
            has_command = True
        elif keyword == "EXPOSE":
            for word in words(rest):
                port = expand(word, values)
                if port is None:
                    state["ports"] = None
                elif state["ports"] is not None:
                    for one in port.split():
                        one = one if "/" in one else one + "/tcp"
                        if one not in state["ports"]:
                            state["ports"].append(one)
        elif keyword == "VOLUME":
            try:
                listed = json.loads(rest) if rest.startswith("[") else words(rest)
            except ValueError:
                listed = words(rest)
            for word in listed:
                path = expand(word, values)
                if path is None:
                    state["vols"] = None
                elif state["vols"] is not None and path not in state["vols"]:
                    state["vols"].append(path)
        elif keyword == "HEALTHCHECK":
            state["health"] = rest.strip().upper() != "NONE"
        elif keyword == "ONBUILD":
            if state["onbuild"] is not None:
                state["onbuild"].append(rest.split()[0].upper())
        elif keyword == "RUN":
            run(state, rest, values)
        elif keyword in ("COPY", "ADD") and re.search(r"\s/\s*$", rest) and "--from" in rest:
            state["lacks"] = set()  # a whole file tree from elsewhere


INSTALL = re.compile(r"\b(?:(apt-get|apt|dnf|microdnf|tdnf|yum|zypper)\b[^;&|\n]*?\binstall\b|(apk)\b[^;&|\n]*?\badd\b|(pacman)\s+-S\w*)([^;&|\n)]*)")
REMOVE = re.compile(r"\b(?:(?:apt-get|apt|dnf|microdnf|yum|tdnf)\b[^;&|\n]*?\b(?:purge|remove|erase|autoremove)\b|apk\b[^;&|\n]*?\bdel\b)([^;&|\n)]*)")


# Commands that install what cannot be read here: scripts, other package managers, files of packages.
SCRIPT = re.compile(r"(?:^|[;&|(]|\bthen|\bdo)\s*(?:(?:bash|sh|source|\.)\s+[^-\s;&|]|\.{0,2}/[\w./-]*\.sh\b|/\w*scripts?/)|\|\s*(?:ba)?sh\b"
                    r"|\b(?:conda|mamba|micromamba)\b[^;&|]*\binstall|\binstall_packages\b|\bdpkg\s+-i|\brpm\s+-[iU]|install-deps|with-deps")


def run(state, script, values):
    """The packages that a RUN installs and removes, as far as they can be read."""
    local = dict(values)
    for name, value in re.findall(r"(?:^|[;\s])(\w+)=['\"]([^'\"$`]*)['\"]", script):
        local[name] = value
    # The official images mark what was there before (or nothing at all), and purge what came later and no library needs.
    mark, unmark = script.find("apt-mark showmanual"), script.rfind("apt-mark auto")
    is_marked = unmark >= 0 and re.search(r"purge\b[^;&|]*--auto-?remove|autoremove", script[unmark:])
    if is_marked and not 0 <= mark < unmark:
        state["has"] -= set(PROGRAMS) - {"bash", "tar"}
    if SCRIPT.search(script):
        state["lacks"].clear()
    removed = {word for found in REMOVE.findall(script) for word in words(" " + found)}
    is_open = not is_marked and any("$" in word for word in removed)
    for match in INSTALL.finditer(script):
        if is_marked and mark < match.start() < unmark:
            continue
        names, group, takes = [], None, None
        for word in words(match[4]):
            if takes:
                group, takes = (word if takes in ("-t", "--virtual") else group), None
            elif word in ("-t", "--virtual", "--repository", "-X", "--target-release", "--setopt", "-c", "--config"):
                takes = word
            elif word.startswith("--virtual="):
                group = word[10:]
            elif word.startswith("$"):
                value = expand(word, local)
                if value:
                    names += value.split()
                elif "scanelf" not in script:  # libraries only
                    names.append("?")
            elif word[0] not in "-<>":
                names.append(word)
        if not (match[2] and group in removed):
            for name in names:
                package(state, name, is_open)
            if match[1] in ("apt-get", "apt") and "--no-install-recommends" not in script:
                state["lacks"] -= {"ca-certificates", "gcc"}  # what libcurl and pip recommend
    for name in removed:
        for program in PACKAGES.get(name, [name]):
            state["has"].discard(program)


def package(state, name, is_uncertain):
    bare = re.split(r"[=<>~*@:]", name)[0]
    programs = PACKAGES.get(bare, [bare] if bare in PROGRAMS else None)
    if programs is None:
        if bare not in HARMLESS and not re.fullmatch(r"lib(?!apache)[\w.+-]*\d\w{0,3}", bare):  # libssl1.1, libicu72, libasound2t64
            state["lacks"].clear()  # whatever it depends on may be there now
        return
    for program in programs:
        state["lacks"].discard(program)
        if not is_uncertain:
            state["has"].add(program)
