"""Reads files out of bare git directories without checking anything out."""
import os
import subprocess


class Repository:
    """One git directory; objects are read through a single `git cat-file --batch`."""

    def __init__(self, path):
        self.path = path
        self._batch = None
        self._cache = {}
        self._dates = {}

    def run(self, *arguments):
        return subprocess.run(["git", "-C", self.path, *arguments], capture_output=True, text=True, errors="replace", check=False).stdout

    def object(self, name):
        """The text of a blob named by id or by commit:path; None where there is none."""
        if name in self._cache:
            return self._cache[name]
        if self._batch is None:
            self._batch = subprocess.Popen(["git", "-C", self.path, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._batch.stdin.write(name.encode() + b"\n")
        self._batch.stdin.flush()
        header = self._batch.stdout.readline().split()
        text = None
        if len(header) == 3 and header[2].isdigit():
            data = self._batch.stdout.read(int(header[2]) + 1)[:-1]
            if header[1] == b"blob":
                text = data.decode("utf-8", "replace")
                # A link to another file of the same folder.
                if len(text) < 200 and "\n" not in text and text.startswith("../"):
                    commit, _, path = name.partition(":")
                    text = self.object(commit + ":" + os.path.normpath(os.path.join(os.path.dirname(path), text)))
        self._cache[name] = text
        return text

    def has(self, commit):
        return self.date(commit) is not None

    def date(self, commit):
        if commit not in self._dates:
            self._dates[commit] = self.run("log", "-1", "--format=%cs", commit, "--").strip() or None
        return self._dates[commit]


class Store:
    """A folder of git directories, each in OWNER+NAME or one level below."""

    def __init__(self, folder, renamed):
        self._known = {}
        for name in sorted(os.listdir(folder)):
            if "+" in name:
                for path in (os.path.join(folder, name), os.path.join(folder, name, "repo"), os.path.join(folder, name, ".git")):
                    if os.path.exists(os.path.join(path, "HEAD")):
                        self._known[name.replace("+", "/", 1).lower()] = (name.replace("+", "/", 1), Repository(path))
                        break
        self._renamed = {old.lower(): new for old, new in renamed.items()}

    def find(self, name):
        """The repository of OWNER/NAME under the name it has today, with that name; (None, None) where it is not in the folder."""
        name = name.lower().removesuffix(".git").strip("/")
        return self._known.get(self._renamed.get(name, name).lower(), (None, None))
