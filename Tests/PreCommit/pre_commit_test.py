#!/usr/bin/env python3
"""Commits through the real pre-commit, with this repository as the source of its hooks.

usage: pre_commit_test.py PRE_COMMIT [REPOSITORY]

pre-commit builds relire by itself, which takes a few minutes. `make pre-commit-test` sets it up.
Prints the transcript; its last line is the outcome.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

FAULTY = "---\ntitle: Les abris\n---\n\n**Objectifs\u00a0:** trouver un abri.\n\nOù dormir : dans un abri !\n"
RIGHT = "---\ntitle: Les abris\n---\n\n**Objectifs\u00a0:** trouver un abri.\n\nOù dormir\u00a0: dans un abri\u202f!\n"
problems = []


class Site:
    """A repository whose commits pass through the hooks of `ids`."""

    def __init__(self, folder, pre_commit, source, ids):
        self.folder = folder
        self.page = folder / "content" / "mes abris.md"
        self.environment = {
            **os.environ, "PRE_COMMIT_HOME": str(folder.parent / "cache"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "Essai", "GIT_AUTHOR_EMAIL": "essai@example.org", "GIT_COMMITTER_NAME": "Essai",
            "GIT_COMMITTER_EMAIL": "essai@example.org"}
        self.page.parent.mkdir(parents=True)
        revision = subprocess.check_output(["git", "-C", source, "rev-parse", "HEAD"], text=True).strip()
        hooks = "".join(f"  - id: {hook}\n" for hook in ids)
        (folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks:\n{hooks}")
        self.run("git init --quiet --initial-branch=main")
        self.run("git add .pre-commit-config.yaml")
        self.run("git commit --quiet --no-verify -m Départ")
        self.run(f"'{pre_commit}' install")
        started = time.monotonic()
        self.run(f"'{pre_commit}' install-hooks")
        print(f"# installed in {time.monotonic() - started:.0f} s\n")

    def run(self, command, expected=0):
        print(f"$ {command}")
        started = time.monotonic()
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=self.environment, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT)
        self.seconds = time.monotonic() - started
        print(done.stdout)
        if (done.returncode != 0) != (expected != 0):
            problems.append(f"{command}: exit code {done.returncode}")
        return done.stdout

    def write(self, text):
        self.page.write_text(text, encoding="utf8", newline="")

    def advised(self, output, word):
        """The command that the output tells to type."""
        lines = [line.strip() for line in output.splitlines() if line.startswith("    ") and word in line]
        if not lines:
            problems.append(f"no advice with “{word}”")
        return lines[0] if lines else "true"

    def expect(self, text):
        if self.page.read_text(encoding="utf8") != text:
            problems.append(f"the page is {self.page.read_text(encoding='utf8')!r}")
        left = self.run("git status --porcelain")
        if left:
            problems.append(f"not committed: {left}")


def check_only(folder, pre_commit, source):
    """The hook shows the faults; what it says to type corrects them."""
    site = Site(folder, pre_commit, source, ["relire"])
    site.write(FAULTY)
    site.run("git add content")
    refused = site.run("git commit -m 'Ajoute les abris'", expected=1)
    for words in ["Le commit est suspendu", "space-before-colon", "Pour valider malgré tout", "git commit --no-verify"]:
        if words not in refused:
            problems.append(f"“{words}” is not said")
    site.run(site.advised(refused, " fix "))
    site.run("git commit -m 'Ajoute les abris'")
    site.expect(RIGHT)

    site.write(FAULTY)
    refused = site.run("git commit -a -m 'Reprend les abris'", expected=1)
    site.run(site.advised(refused, " fix "))
    site.write(RIGHT + "\nPlus loin.\n")
    site.run("git commit -a -m 'Reprend les abris'")
    print(f"# a commit of one page: {site.seconds:.2f} s\n")
    site.expect(RIGHT + "\nPlus loin.\n")
    site.run(f"'{pre_commit}' run --all-files")


def with_fixes(folder, pre_commit, source):
    """The first hook corrects what is safe; the page has only to be added again."""
    site = Site(folder, pre_commit, source, ["relire-fix", "relire"])
    site.write(FAULTY)
    site.run("git add content")
    refused = site.run("git commit -m 'Ajoute les abris'", expected=1)
    site.run(site.advised(refused, "git add"))
    site.run("git commit -m 'Ajoute les abris'")
    site.expect(RIGHT)


def main():
    pre_commit = os.path.abspath(sys.argv[1])
    source = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else ".")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        check_only(folder / "un", pre_commit, source)
        with_fixes(folder / "deux", pre_commit, source)
    for problem in problems:
        print(f"problem: {problem}")
    print(f"{2 if not problems else 0} passed, {len(problems)} failed")
    sys.exit(1 if problems else 0)


main()
