"""What a program has inside: a bill of materials (CycloneDX) and the licences, from what the restore of src/Cli has taken.

    inside.py ASSETS RID VERSION BINARY COMMIT --sbom FILE --licences FILE
"""
import argparse, base64, hashlib, json, os, re, sys, uuid
import xml.etree.ElementTree as xml

arguments = argparse.ArgumentParser()
for name in ("assets", "rid", "version", "binary", "commit", "--sbom", "--licences"):
    arguments.add_argument(name)
asked = arguments.parse_args()

with open(asked.assets, encoding="utf-8") as file:
    assets = json.load(file)
folders = list(assets["packageFolders"])
target = assets["targets"].get(f"net10.0/{asked.rid}") or assets["targets"]["net10.0"]

# Compilers and analyzers are no part of what they make; the runtime is, and is downloaded beside the packages.
BUILD_ONLY = re.compile(r"(?i)(^|\.)(ilcompiler|illink\.tasks)$")
packages = {tuple(key.split("/")) for key, entry in target.items() if entry["type"] == "package" and not BUILD_ONLY.search(key.split("/")[0])}
for framework in assets["project"]["frameworks"].values():
    for download in framework.get("downloadDependencies", []):
        wanted = "NETCore.App.Runtime" in download["name"] and download["name"].lower().endswith(asked.rid)
        if wanted:
            packages.add((download["name"], download["version"].strip("[]").split(",")[0]))
names = {name.lower() for name, _ in packages}
native = f"microsoft.netcore.app.runtime.nativeaot.{asked.rid}"
if native in names:
    packages = {package for package in packages if package[0].lower() != f"microsoft.netcore.app.runtime.{asked.rid}"}


def folder(name, version):
    for root in folders:
        path = os.path.join(root, name.lower(), version.lower())
        if os.path.isdir(path):
            return path
    sys.exit(f"{name} {version} was not restored")


def read(path):
    with open(path, encoding="utf-8-sig", errors="replace") as text:
        return text.read().replace("\r\n", "\n").strip()


def describe(name, version):
    path = folder(name, version)
    metadata = xml.parse(os.path.join(path, f"{name.lower()}.nuspec")).getroot()
    values = {element.tag.split("}")[-1]: element for element in metadata.iter()}
    licence = values.get("license")
    texts = [read(os.path.join(path, entry)) for entry in sorted(os.listdir(path))
             if re.match(r"(?i)(licen[cs]e|third-?party-?notices?|notice)(\.(txt|md))?$", entry)]
    with open(os.path.join(path, f"{name.lower()}.{version.lower()}.nupkg.sha512"), encoding="ascii") as file:
        checksum = base64.b64decode(file.read()).hex()
    expression = (licence.text or "").strip() if licence is not None and licence.get("type") == "expression" else None
    copyright = values["copyright"].text if "copyright" in values else None
    authors = values["authors"].text if "authors" in values else None
    return name, version, expression, copyright or f"by {authors}", texts, checksum


described = [describe(*package) for package in sorted(packages, key=lambda package: package[0].lower())]

if asked.sbom:
    with open(asked.binary, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    components = [{
        "type": "library", "bom-ref": f"pkg:nuget/{name}@{version}", "name": name, "version": version, "purl": f"pkg:nuget/{name}@{version}",
        "hashes": [{"alg": "SHA-512", "content": checksum}],
        "licenses": [{"expression": expression}] if expression else [{"license": {"name": "see THIRD-PARTY-NOTICES.txt"}}],
    } for name, version, expression, _, _, checksum in described]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        # The same program has the same number.
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"dockerlint:{asked.version}:{asked.rid}:{digest}")), "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": "dockerlint", "name": "dockerlint", "version": asked.version, "licenses": [{"license": {"id": "MIT"}}],
            "hashes": [{"alg": "SHA-256", "content": digest}],
            "properties": [{"name": "dockerlint:rid", "value": asked.rid}, {"name": "dockerlint:commit", "value": asked.commit}]}},
        "components": components,
        "dependencies": [{"ref": "dockerlint", "dependsOn": [component["bom-ref"] for component in components]}],
    }
    with open(asked.sbom, "w", encoding="utf-8", newline="\n") as file:
        json.dump(bill, file, indent=2, ensure_ascii=False)
        file.write("\n")

if asked.licences:
    with open(asked.licences, "w", encoding="utf-8", newline="\n") as file:
        file.write("Dockerlint contains the following packages, whole or in part.\n")
        printed = {}
        for name, version, expression, copyright, texts, _ in described:
            file.write(f"\n{'=' * 78}\n{name} {version}\nLicence: {expression or 'as below'}\nCopyright: {copyright}\n")
            for text in texts:
                if text in printed:
                    file.write(f"\n(The text is that of {printed[text]}.)\n")
                else:
                    printed[text] = name
                    file.write(f"\n{text}\n")
    missing = [name for name, _, expression, _, texts, _ in described if not expression and not texts]
    if missing:
        sys.exit(f"no licence is known of {', '.join(missing)}")
