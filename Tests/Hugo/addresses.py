#!/usr/bin/env python3
"""Compares the addresses that relire computes with those that Hugo gives, and the pages that Hugo writes.

usage: addresses.py RELIRE-DEV SITE… [--update]

A site is a folder, or a file of files (txtar: a line `-- path --` before each), which then also holds Hugo's answers
in a last part, `-- hugo --`: the tests in Swift expect them without Hugo, `--update` writes them anew.

Hugo's `list all` tells the address of each page. Whether it is published, and which addresses only lead to others,
is seen in what Hugo writes. Templates and shortcodes play no part.
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

PART = re.compile(r"(?m)^-- (.+) --\n")


def unpack(archive, folder):
    """The files of a txtar archive, but for Hugo's answers."""
    _, *parts = PART.split(archive.read_text("utf8"))
    for name, text in zip(parts[::2], parts[1::2]):
        if name != "hugo":
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf8")


def supply(site):
    """A theme without templates, and no shortcodes: they change no address."""
    configuration = site / "hugo.toml"
    for theme in re.findall(r"""(?m)^theme\s*[=:]\s*['"](.+)['"]""", configuration.read_text("utf8")):
        (site / "themes" / theme).mkdir(parents=True, exist_ok=True)
        shutil.rmtree(site / "themes" / theme / "layouts", ignore_errors=True)
    for page in site.glob("content/**/*.md"):
        page.write_text(re.sub(r"{{[<%].*?[>%]}}", "", page.read_text("utf8"), flags=re.S), "utf8")


def hugo(site, *arguments):
    environment = os.environ | {"HUGO_ENABLEGITINFO": "false"}
    done = subprocess.run(["hugo", *arguments], cwd=site, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def listed(site, what):
    output = hugo(site, "list", what)
    return list(csv.DictReader(io.StringIO(output[output.index("path,"):])))


def answers(site):
    """What Hugo says: `page address published` for each source page, `alias address address` for each redirection."""
    # Each page says which file it was made of.
    (site / "probe").mkdir()
    (site / "probe/all.html").write_text("<title>{{ with .File }}{{ .Filename }}{{ end }}</title>")
    hugo(site, "--cleanDestinationDir", "--layoutDir", "probe")
    output = hugo(site, "config", "--format", "json")
    settings = json.loads(output[output.index("{"):])
    base = urllib.parse.urlsplit(settings["baseurl"]).path

    def below(address):
        path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        return "/" + path.removeprefix(base) if path else "-"

    def address(file):
        return re.sub(r"index\.html$", "", "/" + str(file.relative_to(public)))

    public = site / "public"
    written = {file: file.read_text("utf8") for file in public.glob("**/*.html")}
    published = {title[1]: file for file, text in written.items() if (title := re.search("<title>(/.+)</title>", text))}
    lines = []
    for row in listed(site, "all"):
        state = "published" if str(site / row["path"]) in published else "unpublished"
        published.pop(str(site / row["path"]), None)
        lines.append((row["path"], below(row["permalink"]), state))
    # What is written without being listed (`build.list`).
    lines += [(str(pathlib.Path(page).relative_to(site)), address(file), "published") for page, file in published.items()]
    # Hugo leads from the top to the main language, or from its folder to the top, by itself.
    own = {"/", *(f"/{code}/" for code in settings.get("languages", {}))}
    for file, text in written.items():
        if 'http-equiv="refresh"' in text and address(file) not in own:
            lines.append(("alias", address(file), below(re.search(r'canonical" href="([^"]+)"', text)[1])))
    return sorted(lines)


def computed(relire_dev, site):
    done = subprocess.run([relire_dev, "addresses", site], capture_output=True, text=True, check=True)
    lines = [tuple(line.split("\t")) for line in done.stdout.splitlines()]
    return sorted((a, b, c if a == "alias" or c == "published" else "unpublished") for a, b, c in lines)


def compare(name, expected, found):
    """Pages that Hugo does not list (headless) or gives no address are not published: theirs is not compared."""
    hugos = {line[0]: line for line in expected if line[0] != "alias"}
    ours = {line[0]: line for line in found if line[0] != "alias"}
    differences = []
    for path in sorted(hugos.keys() | ours.keys()):
        theirs, own = hugos.get(path), ours.get(path)
        if theirs is None and own[2] == "unpublished" or own and theirs and own[2] == theirs[2] and theirs[1] in ("-", own[1]):
            continue
        differences.append(f"{path}: Hugo {theirs and theirs[1:]}, relire {own and own[1:]}")
    aliases = [{line for line in lines if line[0] == "alias"} for lines in (expected, found)]
    differences += [f"only Hugo: {line}" for line in sorted(aliases[0] - aliases[1])]
    differences += [f"only relire: {line}" for line in sorted(aliases[1] - aliases[0])]
    print(f"{name}: {len(hugos)} pages, {len(aliases[0])} aliases, {len(differences)} differences")
    for difference in differences:
        print("  " + difference)
    return not differences


def main():
    names = [name for name in sys.argv[2:] if name != "--update"]
    relire_dev = pathlib.Path(sys.argv[1]).resolve()
    same = True
    for name in names:
        original = pathlib.Path(name).resolve()
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder, "site").resolve()
            if original.is_file():
                unpack(original, site)
            else:
                subprocess.run(["cp", "-r", original, site], check=True)
                supply(site)
            expected = answers(site)
            if original.is_file():
                text = original.read_text("utf8")
                start, mark, old = text.partition("-- hugo --\n")
                new = "".join("\t".join(line) + "\n" for line in expected)
                if "--update" in sys.argv:
                    original.write_text(start + "-- hugo --\n" + new, "utf8")
                elif old != new:
                    same = False
                    print(f"{name}: Hugo now answers otherwise; see --update")
            same = compare(name, expected, computed(relire_dev, site)) and same
    sys.exit(not same)


main()
