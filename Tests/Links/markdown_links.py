#!/usr/bin/env python3
"""Resolves the links of a Hugo site's Markdown pages without relire, and compares with what relire says of them.

usage: markdown_links.py RELIRE SITE [--all]

The links come from markdown-it-py, the addresses of the pages from `hugo list all`, the anchors from the `id`s of the
pages that Hugo generated (SITE/public). A link leads somewhere when its path is a file beside the page, or when a
browser finds a file of the generated site at it. Needs the packages of requirements.txt.
"""

import csv
import html.parser
import io
import json
import os
import pathlib
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
    """An empty theme and empty shortcodes where the site lacks its own: they change no address."""
    for theme in re.findall(r"""(?m)^theme\s*[=:]\s*['"](.+)['"]""", (site / "hugo.toml").read_text("utf8")):
        (site / "themes" / theme).mkdir(parents=True, exist_ok=True)
    calls = re.findall(r"{{[<%]\s*(/?)\s*([\w-]+)", "".join(page.read_text("utf8") for page in site.glob("content/**/*.md")))
    for name in {name for _, name in calls} - {file.stem for file in site.glob("**/shortcodes/*.html")}:
        template = site / "layouts/shortcodes" / f"{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text("{{ .Inner }}" if ("/", name) in calls else "")


def addresses(site):
    """The address of each source page, as Hugo gives it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "site")
        subprocess.run(["cp", "-r", site, copy], check=True)
        supply(copy)
        environment = os.environ | {"HUGO_ENABLEGITINFO": "false"}
        done = subprocess.run(["hugo", "list", "all"], cwd=copy, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    rows = csv.DictReader(io.StringIO(done.stdout[done.stdout.index("path,"):]))
    return {row["path"]: urllib.parse.urlsplit(row["permalink"]) for row in rows}


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


def verdict(site, source, own, link):
    """None for a link that leads somewhere, or out of the site."""
    target = urllib.parse.urlsplit(link)
    if target.scheme not in ("", "http", "https") or target.netloc not in ("", own.netloc):
        return None
    path = urllib.parse.unquote(target.path)
    beside = (source.parent / path).resolve() if path else source
    file = published(site, own.path) if not path else published(
        site, urllib.parse.unquote(urllib.parse.urlsplit(urllib.parse.urljoin(own.geturl(), link)).path))
    if path and not path.startswith("/") and beside.exists() and beside.is_relative_to(site):
        known = {(site / name).resolve(): address for name, address in addresses_of[site].items()}
        page = next((known[name] for name in (beside, beside / "_index.md", beside / "index.md") if name in known), None)
        if page is None:
            return None
        file = published(site, page.path)
    if file is None:
        return "missing-target"
    fragment = urllib.parse.unquote(target.fragment)
    if not fragment or fragment == "top" or file.suffix != ".html":
        return None
    return None if fragment in Page(file.read_text("utf8")).anchors else "missing-anchor"


def told(relire, site):
    """What relire reports in Markdown, as (page, address, rule)."""
    done = subprocess.run(
        [relire, "check", "--format", "json", "--fail-on", "never", "."], cwd=site, capture_output=True, text=True)
    found = set()
    for fault in json.loads(done.stdout)["diagnostics"]:
        family, _, rule = fault["rule"].partition("/")
        if family == "links" and rule in ("missing-target", "missing-anchor") and fault["path"].endswith(".md"):
            page, (start, end) = fault["path"], (fault["range"][edge]["offset"] for edge in ("start", "end"))
            found.add((page, (site / page).read_bytes()[start:end].decode(), rule))
    return found


addresses_of = {}


def main():
    relire, site = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    pages = addresses_of[site] = addresses(site)
    expected, count = set(), 0
    for name, own in sorted(pages.items()):
        source = site / name
        for link in links(source.read_text("utf8")):
            count += 1
            fault = verdict(site, source, own, link)
            if fault:
                expected.add((name, link, fault))
    found = told(relire, site)
    print(f"{len(pages)} pages, {count} addresses: {len(expected)} faults here, {len(found)} by relire")
    for sign, faults in (("only here", expected - found), ("only relire", found - expected)):
        for fault in sorted(faults):
            print(f"{sign}: {fault[0]}: {fault[1]} ({fault[2]})")
    if "--all" in sys.argv:
        for fault in sorted(expected & found):
            print(f"both: {fault[0]}: {fault[1]} ({fault[2]})")
    sys.exit(expected != found)


main()
