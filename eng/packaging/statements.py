"""What is said of all files of a release: where they come from (an unsigned in-toto statement with SLSA provenance), and the recipes of
Homebrew and Scoop.

    statements.py FOLDER VERSION COMMIT SDK BASE-ADDRESS
"""
import hashlib, json, os, sys

folder, version, commit, sdk, base = sys.argv[1:6]
base = base.rstrip("/")
digests = {}
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    if os.path.isfile(path) and not name.endswith((".intoto.json", ".rb")) and name not in ("SHA256SUMS", "dockerlint.json", "sizes.md"):
        with open(path, "rb") as file:
            digests[name] = hashlib.sha256(file.read()).hexdigest()


def write(name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def dump(value):
    return json.dumps(value, indent=2) + "\n"


write("provenance.intoto.json", dump({
    "_type": "https://in-toto.io/Statement/v1",
    "subject": [{"name": name, "digest": {"sha256": digest}} for name, digest in digests.items()],
    "predicateType": "https://slsa.dev/provenance/v1",
    "predicate": {
        "buildDefinition": {
            "buildType": "urn:dockerlint:eng/release:1", "externalParameters": {"command": ["eng/release", version]},
            "internalParameters": {"sdk": sdk},
            "resolvedDependencies": [{"name": "source", "digest": {"gitCommit": commit}}]},
        "runDetails": {"builder": {"id": os.environ.get("DOCKERLINT_BUILDER", "urn:dockerlint:builder:local")}}}}))


def archive(rid):
    names = [name for name in digests if name.startswith(f"dockerlint-{version}-{rid}.") and name.endswith((".tar.xz", ".zip"))]
    return names[0] if names else None


def brew(rid):
    name = archive(rid)
    return f'      url "{base}/{name}"\n      sha256 "{digests[name]}"\n' if name else '      odie "Dockerlint has no build for this machine"\n'


write("dockerlint.rb", f'''# typed: strict
# frozen_string_literal: true

# Linter, formatter and build-cache analyzer for Dockerfiles.
class Dockerlint < Formula
  desc "Linter, formatter and build-cache analyzer for Dockerfiles"
  homepage "{base}"
  version "{version}"
  license "MIT"

  on_macos do
    on_arm do
{brew("osx-arm64")}    end
    on_intel do
{brew("osx-x64")}    end
  end

  on_linux do
    on_arm do
{brew("linux-arm64")}    end
    on_intel do
{brew("linux-x64")}    end
  end

  def install
    bin.install "dockerlint"
    man1.install "dockerlint.1" if File.exist?("dockerlint.1")
    bash_completion.install "completions/dockerlint.bash" => "dockerlint"
    zsh_completion.install "completions/_dockerlint"
    fish_completion.install "completions/dockerlint.fish"
  end

  test do
    (testpath/"Dockerfile").write "FROM alpine\\n"
    assert_match "DL3006", shell_output("#{{bin}}/dockerlint lint -f gnu Dockerfile", 1)
  end
end
''')
windows = archive("win-x64")
if windows:
    write("dockerlint.json", dump({
        "version": version, "description": "Linter, formatter and build-cache analyzer for Dockerfiles", "homepage": base, "license": "MIT",
        "architecture": {"64bit": {"url": f"{base}/{windows}", "hash": digests[windows]}},
        "extract_dir": f"dockerlint-{version}-win-x64", "bin": "dockerlint.exe"}))
