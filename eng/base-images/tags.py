"""Takes tags apart as TagFamily.cs does: a family and a version, an open part of which is the newest."""
import re

OPEN = 2147483647
DEBIAN = dict(wheezy=7, jessie=8, stretch=9, buster=10, bullseye=11, bookworm=12, trixie=13, forky=14)
UBUNTU = dict(precise=(12, 4), trusty=(14, 4), xenial=(16, 4), bionic=(18, 4), focal=(20, 4), jammy=(22, 4), noble=(24, 4), resolute=(26, 4))
NEWEST = (OPEN, OPEN)
PLATFORMS = {"amd64", "arm64", "arm64v8", "arm32v7", "arm32v6", "arm"}


def version(text):
    found = re.match(r"([0-9]+)(\.([0-9]+)?)?", text)
    if not found or int(found[1]) >= 10_000_000:  # nothing, or a day such as 20240612
        return None
    minor = found[3]
    return int(found[1]), int(minor) if minor and int(minor) < OPEN else OPEN


def family(tag):
    words, number, release, glued = [], None, None, None
    for part in re.split("[-_]", tag.lower()):
        digits = part[1:] if part.startswith("v") else part
        if digits[:1].isdigit():
            number = number or version(digits)
        elif part in DEBIAN:
            release = release or (DEBIAN[part], OPEN)
            words.append("%d")
        elif part in UBUNTU:
            release = release or UBUNTU[part]
            words.append("%u")
        elif part != "latest" and part not in PLATFORMS:
            word = part.rstrip("0123456789.")
            if word not in ("", "rc", "alpha", "beta", "b", "ea", "preview"):
                glued = glued or version(part[len(word):])
                words.append(word)
    return "-".join(words), number or release or glued or NEWEST


def show(pair):
    return "latest" if pair == NEWEST else str(pair[0]) if pair[1] == OPEN else f"{pair[0]}.{pair[1]}"
