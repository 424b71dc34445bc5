"""A wheel that carries the program, as a script that pip puts on PATH. The same input gives the same bytes.

    wheel.py TREE VERSION PLATFORM-TAG OUTPUT-FOLDER
"""
import base64, hashlib, os, sys, zipfile

tree, version, platform, folder = sys.argv[1:5]
tag = f"py3-none-{platform}"
program = "dockerlint.exe" if platform.startswith("win") else "dockerlint"
info = f"dockerlint-{version}.dist-info"


def read(name):
    with open(os.path.join(tree, name), "rb") as file:
        return file.read()


MAIN = '''"""Runs the program that this package carries: python -m dockerlint."""
import os
import subprocess
import sys
import sysconfig


def find():
    name = "dockerlint" + (sysconfig.get_config_var("EXE") or "")
    user = sysconfig.get_preferred_scheme("user")
    places = [sysconfig.get_path("scripts"), sysconfig.get_path("scripts", scheme=user)]
    for place in places:
        path = os.path.join(place, name)
        if os.path.isfile(path):
            return path
    sys.exit(f"the program is neither in {places[0]} nor in {places[1]}; install the package again")


if __name__ == "__main__":
    path = find()
    if sys.platform == "win32":
        sys.exit(subprocess.run([path, *sys.argv[1:]]).returncode)
    os.execv(path, [path, *sys.argv[1:]])
'''
METADATA = f'''Metadata-Version: 2.3
Name: dockerlint
Version: {version}
Summary: A linter, formatter and build-cache analyzer for Dockerfiles that reads them as BuildKit does
Author: The Dockerlint authors
License: MIT
License-File: LICENSE
License-File: THIRD-PARTY-NOTICES.txt
Keywords: docker,dockerfile,lint,linter,hadolint,buildkit
Requires-Python: >=3.8
Description-Content-Type: text/markdown

'''
# pip takes a tool for a hook of pre-commit from here, too.
files = {
    f"dockerlint-{version}.data/scripts/{program}": (read(program), 0o755),
    "dockerlint/__init__.py": (b"", 0o644),
    "dockerlint/__main__.py": (MAIN.encode(), 0o644),
    f"{info}/METADATA": (METADATA.encode() + b"Dockerlint finds what is wrong in Dockerfiles and fixes it.\n", 0o644),
    f"{info}/WHEEL": (f"Wheel-Version: 1.0\nGenerator: dockerlint\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(), 0o644),
    f"{info}/licenses/LICENSE": (read("LICENSE"), 0o644),
    f"{info}/licenses/THIRD-PARTY-NOTICES.txt": (read("THIRD-PARTY-NOTICES.txt"), 0o644),
}
record = "".join(f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
                 for name, (data, _) in files.items())
files[f"{info}/RECORD"] = (f"{record}{info}/RECORD,,\n".encode(), 0o644)

path = os.path.join(folder, f"dockerlint-{version}-{tag}.whl")
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for name, (data, mode) in files.items():
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.external_attr = (0o100000 | mode) << 16
        entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
        archive.writestr(entry, data)
print(path)
