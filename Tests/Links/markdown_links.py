#!/usr/bin/env python3
"""Resolves the links of a Hugo site's Markdown pages without relire, and compares with what relire says of them.

usage: markdown_links.py RELIRE SITE [--as-is]

Links from every page to every other, in many spellings, right and wrong, are added to a copy of the site, which Hugo
then builds; --as-is leaves the site as it is and takes its `public` for what Hugo built.

The links come from markdown-it-py, the addresses of the pages from `hugo list all`, the anchors from the `id`s of the
pages that Hugo generated. A link leads somewhere when its path names a page or file of the content, or when a browser
finds a file of the generated site at it. Needs the packages of requirements.txt.
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse

import markdown_it


class Page(html.parser.HTMLParser):
    """The anchors and the addresses of HTML, whole or in pieces."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = {name: value for name, value in attributes if value}
        self.anchors.update(value for name, value in values.items() if name == "id" or (tag, name) == ("a", "name"))
        self.links += [values[name] for name in ("href", "src") if name in values]


def supply(site):
    """A bare theme and empty shortcodes where the site lacks its own: they change no address."""
    for theme in re.findall(r"""(?m)^theme\s*[=:]\s*['"](.+)['"]""", (site / "hugo.toml").read_text("utf8")):
        layouts = site / "themes" / theme / "layouts"
        if not layouts.exists():
            layouts.mkdir(parents=True)
            (layouts / "all.html").write_text("<title>{{ .Title }}</title>{{ .Content }}")
    calls = re.findall(r"{{[<%]\s*(/?)\s*([\w-]+)", "".join(page.read_text("utf8") for page in site.glob("content/**/*.md")))
    for name in {name for _, name in calls} - {file.stem for file in site.glob("**/shortcodes/*.html")}:
        template = site / "layouts/shortcodes" / f"{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text("{{ .Inner }}" if ("/", name) in calls else "")


def hugo(site, *arguments):
    environment = os.environ | {"HUGO_ENABLEGITINFO": "false"}
    done = subprocess.run(["hugo", *arguments], cwd=site, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def addresses(site):
    """The address of each source page, as Hugo gives it."""
    output = hugo(site, "list", "all")
    rows = csv.DictReader(io.StringIO(output[output.index("path,"):]))
    return {row["path"]: urllib.parse.urlsplit(row["permalink"]) for row in rows}


def spellings(site, name, other, pages, anchors):
    """Ways to write a link from a page to another one, and ways to miss it."""
    file = os.path.relpath(site / other, (site / name).parent)
    path = pages[other].path
    relative = os.path.relpath(path, pages[name].path) + "/"
    ways = [
        file, "./" + file, file[:-3], file + "x", "/" + other.partition("/")[2], os.path.dirname(file) or ".", file + "#top", file + "#",
        path, path.rstrip("/"), path + "x/", path.upper(), path + "index.html", path + "?a=b", path + "#:~:text=a",
        pages[other].geturl(), "//" + pages[other].netloc + path, relative, relative.rstrip("/"), "../" + relative,
    ]
    for anchor in anchors:
        ways += [start + "#" + end for start in (file, path, relative) for end in (anchor, anchor.upper() + "x", anchor + "%20")]
    return ways


def add_links(site, pages):
    """The same ones on every run."""
    choice = random.Random(7)
    anchors = {}
    for name in pages:
        file = published(site, pages[name].path)
        anchors[name] = sorted(Page(file.read_text("utf8")).anchors) if file else []
    for name in sorted(pages):
        ways = [sign + anchor for anchor in anchors[name] for sign in ("#", "#x")]
        for other in sorted(pages):
            some = choice.sample(anchors[other], min(3, len(anchors[other])))
            ways += choice.sample(spellings(site, name, other, pages, some), 14)
        with open(site / name, "a", encoding="utf8") as file:
            file.write("\n\n" + "".join(f"- [lien {n}]({way.replace(' ', '%20')})\n" for n, way in enumerate(ways)))


def links(text):
    """The addresses in a Markdown page, raw HTML included; those of shortcodes left out."""
    body = re.sub(r"\A\s*---\n.*?^---[^\n]*\n", "", text, flags=re.S | re.M)
    found = []
    tokens = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").parse(body)
    for token in [inner for token in tokens for inner in [token, *(token.children or [])]]:
        found += [value for value in (token.attrGet("href"), token.attrGet("src")) if value]
        if token.type.startswith("html_"):
            found += Page(token.content).links
    return [link for link in found if "{{" not in urllib.parse.unquote(link)]


def published(site, path):
    """The generated file that a server finds for a path; None for none."""
    file = site / "public" / path.strip("/")
    candidates = [file / "index.html"] if path.endswith("/") else [file, file / "index.html"]
    return next((found for found in candidates if found.is_file()), None)


def linked_page(site, pages, source, path):
    """The source page that a path names: as Hugo's own links do, from the page or from the top of the content.

    In a site of several languages Hugo makes its links by itself, and looks for their pages whatever their case is.
    """
    top = next(root for root in [site / "content", *site.glob("content/*")]
               if source.is_relative_to(root) and (root / "_index.md").exists())
    start = top / path.lstrip("/") if path.startswith("/") else source.parent / path
    names = [start, start / "_index.md", start / "index.md", start.parent / (start.name + ".md")]
    key = (lambda name: str(name.resolve())) if top == site / "content" else (lambda name: str(name.resolve()).lower())
    known = {key(site / name): name for name in pages}
    return next((known[key(name)] for name in names if key(name) in known), None)


def verdict(site, pages, name, link):
    """None for a link that leads somewhere, or out of the site."""
    source, own, target = site / name, pages[name], urllib.parse.urlsplit(link)
    if target.scheme not in ("", "http", "https") or target.netloc not in ("", own.netloc):
        return None
    path = urllib.parse.unquote(target.path)
    page = name if not link.partition("#")[0] else None if target.netloc else linked_page(site, pages, source, path)
    seen = pages[page] if page else urllib.parse.urlsplit(urllib.parse.urljoin(own.geturl(), link))
    file = published(site, urllib.parse.unquote(seen.path))
    page = page or next((name for name, address in pages.items() if address.path.strip("/") == seen.path.strip("/")), None)
    if file is None:
        # A page that is known but not published: drafts may lead to each other.
        isFine = published(site, own.path) is None if page else (source.parent / path).is_file()
        return None if isFine else "missing-target"
    fragment = urllib.parse.unquote(target.fragment.partition(":~:")[0])
    # What shortcodes bring into a page is not for its Markdown to tell.
    if fragment in ("", "top") or file.suffix != ".html" or page and "{{" in (site / page).read_text("utf8"):
        return None
    return None if fragment in Page(file.read_text("utf8")).anchors else "missing-anchor"


def told(relire, site):
    """What relire reports in Markdown, as (page, address, rule). The generated pages are left to their own check."""
    done = subprocess.run(
        [relire, "check", "--format", "json", "--fail-on", "never", "content"], cwd=site, capture_output=True, text=True)
    found = set()
    for fault in json.loads(done.stdout)["diagnostics"]:
        family, _, rule = fault["rule"].partition("/")
        if family == "links" and rule in ("missing-target", "missing-anchor") and fault["path"].endswith(".md"):
            page, (start, end) = fault["path"], (fault["range"][edge]["offset"] for edge in ("start", "end"))
            found.add((page, urllib.parse.unquote((site / page).read_bytes()[start:end].decode()), rule))
    return found


def compare(relire, site, pages):
    expected, count = set(), 0
    for name in sorted(pages):
        for link in links((site / name).read_text("utf8")):
            count += 1
            fault = verdict(site, pages, name, link)
            if fault:
                expected.add((name, urllib.parse.unquote(link), fault))
    found = told(relire, site)
    print(f"{len(pages)} pages, {count} addresses: {len(expected)} faults here, {len(found)} by relire")
    for sign, faults in (("only here", expected - found), ("only relire", found - expected)):
        for fault in sorted(faults):
            print(f"{sign}: {fault[0]}: {fault[1]} ({fault[2]})")
    return expected == found


def main():
    relire, original = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder, "site").resolve()
        subprocess.run(["cp", "-r", original, site], check=True)
        supply(site)
        pages = addresses(site)
        if "--as-is" not in sys.argv:
            hugo(site, "--cleanDestinationDir")
            add_links(site, pages)
            hugo(site, "--cleanDestinationDir")
        sys.exit(not compare(relire, site, pages))


main()
