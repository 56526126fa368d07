#!/usr/bin/env python3
"""How much longer a commit of one page takes through the installed hook.

usage: overhead.py RELIRE [ROUNDS]

Commits the same page with and without the hook by turns, in a repository of 300 pages, and compares the medians.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

LARGEST = 0.060


def main():
    relire = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
        for role in ["AUTHOR", "COMMITTER"]:
            names |= {f"GIT_{role}_NAME": "Essai", f"GIT_{role}_EMAIL": "essai@example.org"}

        def run(*command):
            started = time.monotonic()
            done = subprocess.run(command, cwd=folder, env={**os.environ, **names}, capture_output=True, text=True)
            assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
            return time.monotonic() - started

        text = "".join(f"Le paragraphe {number} de la page parle de l’eau.\n\n" for number in range(40))
        head = "---\ntitle: Une page\n---\n\n**Objectifs\u00a0:** comprendre l’eau.\n\n"
        for number in range(300):
            page = folder / "content" / f"dossier-{number % 12}" / f"page-{number}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(head + text, encoding="utf8")
        (folder / "hugo.toml").write_text('languageCode = "fr"\n')
        run("git", "init", "--quiet")
        run("git", "add", ".")
        run("git", "commit", "--quiet", "-m", "Départ")
        page = folder / "content" / "dossier-0" / "page-0.md"
        times = {"uninstall": [], "install": []}
        for number in range(rounds):
            for state, measured in times.items():
                run(relire, "hook", state)
                page.write_text(head + text + f"La fin numéro {number} {state}.\n", encoding="utf8")
                run("git", "add", ".")
                measured.append(run("git", "commit", "--quiet", "-m", "x"))
    without, through = (statistics.median(times[state]) for state in ["uninstall", "install"])
    print(f"without the hook {without * 1000:.1f} ms, through it {through * 1000:.1f} ms: "
          f"{(through - without) * 1000:.1f} ms more (medians of {rounds})")
    sys.exit(0 if through - without <= LARGEST else 1)


main()
