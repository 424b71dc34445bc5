"""A zip archive of a folder with the same bytes for the same files.

    archive.py FOLDER FILE.zip
"""
import os, sys, zipfile

folder, path = sys.argv[1:3]
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            source = os.path.join(root, file)
            entry = zipfile.ZipInfo(os.path.relpath(source, os.path.dirname(folder)), (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (0o100755 if os.access(source, os.X_OK) else 0o100644) << 16
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            with open(source, "rb") as data:
                archive.writestr(entry, data.read())
