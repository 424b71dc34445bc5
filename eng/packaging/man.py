"""Makes the man page from what the program's own help says.

    man.py BINARY VERSION DATE > dockerlint.1
"""
import os, re, subprocess, sys

binary, version, date = sys.argv[1:4]
environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}


def ask(*words):
    return subprocess.run([binary, *words, "--help"], capture_output=True, text=True, check=True, env=environment).stdout.rstrip().split("\n")


def escape(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    return "\\&" + text if text.startswith((".",)) else text


def sections(lines):
    """The lines before the first heading, then each heading with its lines; a heading ends with a colon and has no indent."""
    found = [(None, [])]
    for line in lines:
        if re.fullmatch(r"\S.*:", line):
            found.append((line[:-1], []))
        else:
            found[-1][1].append(line)
    return found


def entries(lines):
    """Terms with their texts, from two columns or from a text below a term."""
    found = []
    for line in lines:
        if not line.strip():
            continue
        term = re.fullmatch(r" {2,6}(\S.*?)(?:\s{2,}(\S.*))?", line)
        if term and len(line) - len(line.lstrip()) <= 6 and not (found and line.startswith("      ") and not line.lstrip().startswith("-")):
            found.append([term[1], [term[2]] if term[2] else []])
        elif found:
            found[-1][1].append(line.strip())
    return found


def write(out, heading, lines):
    out.append(f".SS {escape(heading)}")
    if heading == "Usage":
        out += [".nf", *[escape(line.strip()) for line in lines if line.strip()], ".fi"]
        return
    for term, text in entries(lines):
        out += [".TP", f"\\fB{escape(term)}\\fR", escape(" ".join(text)) if text else "\\&"]


def paragraphs(out, lines):
    text = "\n".join(lines).strip()
    for paragraph in re.split(r"\n\s*\n", text):
        out += [".PP", escape(re.sub(r"\s+", " ", paragraph))] if paragraph else []


main = sections(ask())
out = [f'.TH DOCKERLINT 1 "{date}" "dockerlint {version}" "User Commands"', ".SH NAME",
       "dockerlint \\- linter, formatter and build\\-cache analyzer for Dockerfiles", ".SH SYNOPSIS", ".B dockerlint",
       "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] [\\fIPATH\\fR...]", ".SH DESCRIPTION"]
paragraphs(out, main[0][1])
commands = []
for heading, lines in main[1:]:
    if heading == "Usage":
        continue
    out.append(f".SH {escape(heading.upper())}")
    for term, text in entries(lines):
        out += [".TP", f"\\fB{escape(term)}\\fR", escape(" ".join(text)) if text else "\\&"]
    if heading == "Commands":
        commands = [term.split()[0] for term, _ in entries(lines)]


def describe(words):
    page = sections(ask(*words))
    out.append(f".SH DOCKERLINT {escape(' '.join(words).upper())}")
    paragraphs(out, page[0][1])
    for heading, lines in page[1:]:
        write(out, heading, lines)
    for heading, lines in page[1:]:
        if heading == "Commands":
            for term, _ in entries(lines):
                describe([*words, term.split()[0]])


for command in commands:
    describe([command])
out += [".SH EXIT STATUS", ".TP", "0", "Nothing was found that fails the run.", ".TP", "1", "There are findings.", ".TP", "2",
        "The command line, a configuration, a file or an output is wrong.", ".TP", "3", "A fault of the program itself."]
print("\n".join(out))
